// What has to be painted is asked for often and painted once, in an animation frame.

/**
 * ms of a frame that painting in turn may begin in, at most and at least; a painting that has begun is ended. A frame has
 * 16.7 ms, of which the browser needs some to bring the canvases to the screen: how many depends on the machine and on
 * how many canvases are in view. So each frame that comes late halves what the next ones may take, and each that comes in
 * time gives a little back.
 */
const [MOST, LEAST, GIVEN_BACK] = [5, 2, 0.02];
/** ms from the frame before that are late: at 60 frames a second one was left out. */
const LATE = 25;
let budget = MOST;

/**
 * ms of a frame for what the viewer does: a slider's own circle and those that are linked with it are one frame. When
 * everything is another, as with another address, the page does not stand still for all of it.
 */
const LONGEST = 12;

const first = new Set<() => void>();
const next = new Set<() => void>();
/** A set is walked in the order in which its members were added: who waits longest is first. */
const waiting = new Set<() => void>();
const changes = new Set<() => void>();
/** The next frame is for what the page was changed by, and nothing is painted in it. */
let isTaken = false;
/** So was the frame before, and it is the turn of what waits to be painted. */
let wasTaken = false;
let asked = false;
/** When the frame before began; null where nothing was painted in it. */
let before: number | null = null;
/** The frame before was the viewer's alone. */
let gaveWay = false;

function ask(): void {
  if (!asked) requestAnimationFrame(paintFrame);
  asked = true;
}

function paintFrame(began: number): void {
  const begin = performance.now();
  asked = false;
  const isLate = before !== null && began - before > LATE;
  budget = isLate ? Math.max(LEAST, budget / 2) : Math.min(MOST, budget + GIVEN_BACK);
  for (const set of first) set();
  first.clear();
  if (!isTaken) paintAll(begin);
  const mayChange = !isTaken || next.size + waiting.size === 0;
  wasTaken = isTaken && !mayChange;
  isTaken = false;
  const [change] = changes;
  if (change && mayChange) {
    changes.delete(change);
    change();
    isTaken = true;
  }
  const goesOn = isTaken || next.size + waiting.size + changes.size > 0;
  before = goesOn ? began : null;
  if (goesOn) ask();
}

/** What the viewer does, and what is painted in turn in the time that it leaves. */
function paintAll(begin: number): void {
  const forViewer = next.size > 0;
  paintNow(begin + LONGEST);
  // What the viewer does is on the screen soonest when nothing else is painted with it; every other frame, though, is shared.
  gaveWay = forViewer && !gaveWay;
  if (gaveWay || performance.now() - begin > LONGEST) return;
  for (const paint of waiting) {
    waiting.delete(paint);
    paint();
    if (performance.now() > begin + budget) return;
  }
}

/** Paints what the next frame has to, without waiting for it: what is printed has no frames. */
export function paintNow(until = Infinity): void {
  for (const paint of [...next]) {
    next.delete(paint);
    waiting.delete(paint);
    paint();
    if (performance.now() > until) return;
  }
}

/** Calls `paint` in the next frame, once however often it is asked for until then: for what the viewer does. */
export function nextFrame(paint: () => void): void {
  next.add(paint);
  ask();
}

/**
 * Calls `paint` in one of the next frames, once, after those that asked before: for what a run brings, so that no frame
 * becomes long. At least one has its turn in each frame that is not the viewer’s, or in the next.
 */
export function inTurn(paint: () => void): void {
  waiting.add(paint);
  ask();
}

/**
 * Calls `change` at the beginning of the next frame: for what the page is laid out for. A painting that asks for a font has
 * that done at once, and it would be done again for what is changed after it.
 */
export function firstInFrame(change: () => void): void {
  first.add(change);
  ask();
}

/**
 * Calls `change` at the end of a frame. The next frame, which brings what comes of it, has nothing painted in it, nor has the
 * one before, if what is asked for follows another change of the page: the browser styles and lays out much for them, which
 * none of this sees. Every other frame is for painting.
 */
export function thenChange(change: () => void): void {
  if (changes.size === 0 && !wasTaken) isTaken = true;
  changes.add(change);
  ask();
}

/** A painter that is gone is not called any more. */
export function forget(paint: () => void): void {
  first.delete(paint);
  next.delete(paint);
  waiting.delete(paint);
  changes.delete(paint);
}
