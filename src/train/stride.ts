import { awake } from './clock';

/** How many steps are made before messages are heard again, and how many a second that makes. */
export interface Stride {
  /** May another step be made at once, after so many that took so many ms? */
  goesOn(made: number, took: number): boolean;
  /** So many were made, and their results were there after so many ms. */
  done(made: number, took: number): void;
  /** Steps a second of computing, lately; null before the first. */
  readonly rate: number | null;
}

/** How long steps run before messages are heard, ms. */
const CHUNK = 10;
/** The rate is a mean over about so many ms of computing. */
const MEMORY = 1000;

export function createStride(): Stride {
  // A graphics processor takes orders faster than it carries them out: steps are counted, too.
  let most = 1;
  let lately = { ms: 0, steps: 0 };
  return {
    goesOn: (made, took) => made < most && took < CHUNK,
    done(made, took) {
      const ms = awake(took);
      most = Math.max(1, Math.min(Math.round((CHUNK * made) / ms), 2 * most));
      const keep = Math.max(0, 1 - ms / MEMORY);
      lately = { ms: lately.ms * keep + ms, steps: lately.steps * keep + made };
    },
    get rate() {
      return lately.ms > 0 ? (1000 * lately.steps) / lately.ms : null;
    },
  };
}
