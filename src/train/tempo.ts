/** How many steps a slow speed owes by now. */
export interface Tempo {
  /** Steps a second, null for as fast as it can. The first is owed at once. */
  set(pace: number | null): void;
  /** Whether the next step has to wait. */
  readonly idle: boolean;
  /** One was made. */
  made(): void;
  passed(ms: number): void;
  /** So long until the next step is owed, or something else might be to do, ms. */
  readonly nap: number;
}

/** How soon to look around again, ms. */
const LONGEST_NAP = 40;
/** A machine that was too slow, or slept, makes up for no more than so many seconds. */
const MADE_UP = 1 / 4;

export function createTempo(): Tempo {
  let pace: number | null = null;
  let owed = 1;
  return {
    set(next) {
      pace = next;
      owed = 1;
    },
    get idle() {
      return pace !== null && owed < 1;
    },
    made() {
      owed--;
    },
    passed(ms) {
      if (pace !== null) owed = Math.min(owed + (ms * pace) / 1000, Math.max(1, pace * MADE_UP));
    },
    get nap() {
      return pace === null ? 0 : Math.min(LONGEST_NAP, (1000 * (1 - owed)) / pace);
    },
  };
}
