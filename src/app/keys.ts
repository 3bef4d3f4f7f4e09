import type { Lab } from '../lab/lab';

/** Elements that need these keys themselves. */
const NEEDS_KEYS = 'input, select, textarea, button, summary, a, [role="slider"], [contenteditable]';

/** Space trains or pauses, → steps, R restarts; unless what has the focus needs the key. */
export function listenToKeys(lab: Lab): () => void {
  const onKey = (event: KeyboardEvent): void => {
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
