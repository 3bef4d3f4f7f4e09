/** A stream of uniform numbers in [0, 1). Everything random in the project is given one; nothing makes its own. */
export type Random = () => number;

/** FNV-1a, so that a stream can be named: `stream(7, 'batches')`. */
function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h >>> 0;
}

/** What each number moves the state on by. */
const STRIDE = 0x6d2b79f5;

/**
 * An independent stream for one purpose of one seed (mulberry32 over 32 bits of state).
 * The same seed and purpose give the same numbers on every machine: only integer arithmetic is used.
 * `drawn`: goes on where the stream is when so many numbers have been drawn from it.
 */
export function stream(seed: number, purpose: string, drawn = 0): Random {
  let state = (hash(`${purpose}:${seed}`) + Math.imul(STRIDE, drawn)) >>> 0;
  return () => {
    state = (state + STRIDE) >>> 0;
    let z = Math.imul(state ^ (state >>> 15), state | 1);
    z ^= z + Math.imul(z ^ (z >>> 7), z | 61);
    return ((z ^ (z >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A standard normal number (Box and Muller), from two uniform ones. */
export const normal = (random: Random): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** Puts `items` into a random order, in place (Fisher and Yates). */
export function shuffle<T extends { length: number; [index: number]: number }>(items: T, random: Random): T {
  for (let i = items.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const held = items[i] as number;
    items[i] = items[j] as number;
    items[j] = held;
  }
  return items;
}
