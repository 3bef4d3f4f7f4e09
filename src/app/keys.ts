import type { Lab } from '../lab/state';

/** For each key, what needs it for itself when it has the focus. */
const FIELDS = 'input:not([type="range"], [type="checkbox"]), select, textarea, [contenteditable]';
const NEEDED_BY: Readonly<Record<string, string>> = {
  ' ': `${FIELDS}, input[type="checkbox"], button, summary, a`,
  ArrowRight: `${FIELDS}, input[type="range"], [role="slider"]`,
  r: FIELDS,
};

/** A field has an undo of its own. */
const isText = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement && target.type !== 'range' && target.type !== 'checkbox';

/** Ctrl+Z undoes. Space trains or pauses, → steps, R restarts; unless what has the focus needs the key. */
export function listenToKeys(lab: Lab): () => void {
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
    const key = event.key === 'R' ? 'r' : event.key;
    const needed = NEEDED_BY[key];
    if (needed === undefined) return;
    if (event.target instanceof Element && event.target.closest(needed)) return;
    const act = {
      ' ': () => (lab.store.getState().playing ? lab.pause() : lab.play()),
      ArrowRight: lab.step,
      r: lab.restart,
    }[key];
    if (!act) return;
    event.preventDefault();
    if (!event.repeat || event.key === 'ArrowRight') act();
  };
  window.addEventListener('keydown', onKey);
  return () => window.removeEventListener('keydown', onKey);
}
