import { createYield, rest } from './waiting';

/** Time as the pacer knows it, in ms. A test brings its own. */
export interface Clock {
  now(): number;
  /** Lets messages in. */
  turn(): Promise<void>;
  rest(ms: number): Promise<void>;
  close(): void;
}

export function createClock(): Clock {
  const { wait, close } = createYield();
  return { now: () => performance.now(), turn: wait, rest, close };
}

/** A machine that slept, or a page that was frozen, has not computed: no single wait counts for more, ms. */
const LONGEST = 1000;
export const awake = (ms: number): number => Math.min(ms, LONGEST);
