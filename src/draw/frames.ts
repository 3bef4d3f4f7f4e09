// One animation frame for everything that has to be painted again: asked for often, painted once.
const waiting = new Set<() => void>();
let asked = false;

function paintAll(): void {
  asked = false;
  const now = [...waiting];
  waiting.clear();
  for (const paint of now) paint();
}

/** Paints what has been asked for without waiting for a frame: what is printed has none. */
export const paintNow = paintAll;

/** Calls `paint` in the next frame, once however often it is asked for until then. */
export function nextFrame(paint: () => void): void {
  waiting.add(paint);
  if (!asked) requestAnimationFrame(paintAll);
  asked = true;
}

/** A painter that is gone is not called any more. */
export const forget = (paint: () => void): boolean => waiting.delete(paint);
