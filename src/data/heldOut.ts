import type { HeldOut, Samples } from './dataset';
import { inTurn, type Place, type Plan } from './inTurn';

/** Samples of each held-out class; in all there are fewer, since every pair of them counts. */
const PER_CLASS = 40;
const MOST = 120;

/**
 * Samples of classes that are not trained, no more of each than `available`. `write` fills in one at a time, as `inTurn`
 * has it. null for fewer than two classes: there would be no pairs of two.
 */
export function holdOut(
  classes: readonly string[],
  available: number,
  shape: Plan['shape'],
  write: (into: Float32Array, place: Place) => void,
): HeldOut | null {
  if (classes.length < 2) return null;
  const test = Math.min(PER_CLASS, Math.floor(MOST / classes.length), available);
  const { x, y } = inTurn({ classes, shape, train: 0, test }, write);
  return { x, y, classes };
}

/** All that a network is asked about: x and y with the held-out samples behind the others, as if of the first class. */
export function withHeldOut({ x, y, heldOut }: Samples): Pick<Samples, 'x' | 'y'> {
  if (!heldOut) return { x, y };
  const all = {
    x: new Float32Array(x.length + heldOut.x.length),
    y: new Uint8Array(y.length + heldOut.y.length),
  };
  all.x.set(x);
  all.x.set(heldOut.x, x.length);
  all.y.set(y);
  return all;
}

/** How many samples a network is asked about. */
export const countWithHeldOut = ({ y, heldOut }: Pick<Samples, 'y' | 'heldOut'>): number =>
  y.length + (heldOut?.y.length ?? 0);
