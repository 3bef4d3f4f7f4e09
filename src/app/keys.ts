import type { Lab } from '../lab/state';

/** Elements that need these keys themselves. */
const NEEDS_KEYS = 'input, select, textarea, button, summary, a, [role="slider"], [contenteditable]';

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
    if (event.target instanceof Element && event.target.closest(NEEDS_KEYS)) return;
    const act = {
      ' ': () => (lab.store.getState().playing ? lab.pause() : lab.play()),
      ArrowRight: lab.step,
      r: lab.restart,
      R: lab.restart,
    }[event.key];
    if (!act) return;
    event.preventDefault();
    if (!event.repeat || event.key === 'ArrowRight') act();
  };
  window.addEventListener('keydown', onKey);
  return () => window.removeEventListener('keydown', onKey);
}
