import { awake, type Clock } from './clock';

/** When the page can take another snapshot: one at a time, and no faster than it can well draw. */
export interface Delivery {
  readonly inFlight: boolean;
  readonly free: boolean;
  sent(): void;
  /** The page has drawn what was sent. */
  drawn(): void;
  /** What was sent will not be drawn. */
  forget(): void;
}

/** No more snapshots than a screen shows, ms apart. */
const FRAME = 15;
/** A page that takes long to draw is given time for other things: so many times what drawing took lately. */
const BREATH = 1.6;
/** How much of what drawing took before still counts. */
const MEMORY = 0.8;

export function createDelivery(clock: Clock): Delivery {
  let inFlight = false;
  let last = Number.NEGATIVE_INFINITY;
  let drawing = 0;
  return {
    get inFlight() {
      return inFlight;
    },
    get free() {
      return !inFlight && clock.now() - last >= Math.max(FRAME, BREATH * drawing);
    },
    sent() {
      inFlight = true;
      last = clock.now();
    },
    drawn() {
      if (inFlight) drawing = MEMORY * drawing + (1 - MEMORY) * awake(clock.now() - last);
      inFlight = false;
    },
    forget() {
      inFlight = false;
    },
  };
}
