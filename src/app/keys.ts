import type { Lab } from '../lab/state';

/** For each key, what needs it for itself when it has the focus. */
const FIELDS = 'input:not([type="range"], [type="checkbox"]), select, textarea, [contenteditable]';
const NEEDED_BY: Readonly<Record<string, string>> = {
  ' ': `${FIELDS}, input[type="checkbox"], button, summary, a`,
  ArrowRight: `${FIELDS}, input[type="range"], [role="slider"]`,
  r: FIELDS,
  l: FIELDS,
  Escape: 'select, [contenteditable]',
};

/** Where a keyboard writes other letters, a Korean one ㄱ for R, the place of the key counts. */
function keyOf({ key, code }: KeyboardEvent): string {
  if (key.length === 1 && /[^\x20-\x7e]/.test(key)) return code.replace(/^Key/, '').toLowerCase();
  return key.length === 1 ? key.toLowerCase() : key;
}

/** A field has an undo of its own. */
const isText = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement && target.type !== 'range' && target.type !== 'checkbox';

/**
 * Ctrl+Z undoes. Space trains or pauses, → steps, R restarts, L makes letters large, Escape puts back what was
 * moved by hand, or lets a class go, or is back in the present; unless the focus needs the key.
 */
export function listenToKeys(lab: Lab): () => void {
  const leave = (): void => {
    if (!lab.putBack() && !lab.lit.letGo()) lab.present();
  };
  const onKey = (event: KeyboardEvent): void => {
    if ((event.ctrlKey || event.metaKey) && !event.altKey && !isText(event.target)) {
      const again = event.key === 'y' || (event.shiftKey && event.key.toLowerCase() === 'z');
      if (!again && event.key !== 'z') return;
      event.preventDefault();
      if (again) lab.redo();
      else lab.undo();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const key = keyOf(event);
    const needed = NEEDED_BY[key];
    if (needed === undefined) return;
    if (event.target instanceof Element && event.target.closest(needed)) return;
    const act = {
      ' ': () => (lab.store.getState().playing ? lab.pause() : lab.play()),
      ArrowRight: lab.step,
      r: lab.restart,
      l: lab.enlargeType,
      Escape: leave,
    }[key];
    if (!act) return;
    event.preventDefault();
    if (!event.repeat || event.key === 'ArrowRight') act();
  };
  window.addEventListener('keydown', onKey);
  return () => window.removeEventListener('keydown', onKey);
}
