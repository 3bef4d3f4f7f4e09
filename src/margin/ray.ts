import { lastHeld } from '../math/root';

/** How far apart the inequality is looked at before it is pinned down, as on the circle: a narrower dip is not seen. */
const STRIDES = 720;
const STRIDE = Math.PI / STRIDES;
/** So many strides are passed at once where nothing can happen between them. */
const LEAP = 16;
/** A cosine of a turn is at most this much larger between the two ends of a leap than at the larger of them. */
const SAG = 1 - Math.cos((LEAP * STRIDE) / 2);
/** Within a leap the largest of some cosines of a turn is at most this much less than the mean of its ends: none is steeper than 1. */
const DROP = (LEAP * STRIDE) / 2;
/** Radians; the reference asks for 1e-6°. */
const WIDTH = 1e-12;

const GRID = Float64Array.from({ length: STRIDES + 1 }, (_, k) => k * STRIDE);
const COS = GRID.map(Math.cos);
const SIN = GRID.map(Math.sin);

/** ψ, looked at once on a grid, so that thousands of rays need not ask for it again. */
export interface Sampled {
  readonly psi: (theta: number) => number;
  readonly values: Float64Array;
  /** The smallest and the largest value of each leap, both ends included. */
  readonly least: Float64Array;
  readonly most: Float64Array;
}

export function sample(psi: Sampled['psi']): Sampled {
  const values = GRID.map(psi);
  const ofEach = (one: (...values: number[]) => number): Float64Array =>
    Float64Array.from({ length: STRIDES / LEAP }, (_, leap) =>
      one(...values.subarray(leap * LEAP, (leap + 1) * LEAP + 1)),
    );
  return { psi, values, least: ofEach(Math.min), most: ofEach(Math.max) };
}

/** From a centre along a great circle: at a turn θ the cosine to another centre j is cosθ·along_j + sinθ·across_j. */
export interface Ray {
  /** [others] */
  readonly along: Float64Array;
  readonly across: Float64Array;
}

/** The cosine to the nearest other centre. */
function rival({ along, across }: Ray, cos: number, sin: number): number {
  let largest = Number.NEGATIVE_INFINITY;
  for (let j = 0; j < along.length; j++) {
    const value = cos * (along[j] ?? 0) + sin * (across[j] ?? 0);
    if (value > largest) largest = value;
  }
  return largest;
}

/**
 * The turns at which the margin, ψ(θ) ≥ the largest other cosine, ceases to hold, holds again, and so on, 0 ... π: only
 * the first unless `all`. None if it always holds; null if it fails on the centre itself, where it is infeasible.
 */
export function changesAlong(ray: Ray, sampled: Sampled, all = false): number[] | null {
  const { psi, values, least, most } = sampled;
  const rivalAt = (k: number): number => rival(ray, COS[k] ?? 0, SIN[k] ?? 0);
  const holdsAt = (k: number): boolean => (values[k] ?? 0) >= rivalAt(k);
  if (!holdsAt(0)) return null;
  const lead = (theta: number): number => psi(theta) - rival(ray, Math.cos(theta), Math.sin(theta));
  const found: number[] = [];
  let held = true;
  let start = rivalAt(0);
  for (let leap = 0; leap < least.length && (all || held); leap++) {
    const [from, to] = [leap * LEAP, (leap + 1) * LEAP];
    const end = rivalAt(to);
    const calm = held
      ? (least[leap] ?? 0) >= Math.max(start, end) + SAG
      : (most[leap] ?? 0) < (start + end) / 2 - DROP;
    start = end;
    for (let k = from + 1; !calm && k <= to && (all || held); k++) {
      const holds = holdsAt(k);
      if (holds === held) continue;
      const [a, b] = [GRID[k - 1] ?? 0, GRID[k] ?? 0];
      found.push(held ? lastHeld(lead, a, b, WIDTH) : lastHeld(lead, b, a, WIDTH));
      held = holds;
    }
  }
  return found;
}

/** How far the ray stays nearer to its own centre than to any other: cotθ = across/(1 − along), the largest. */
export function regionAlong({ along, across }: Ray): number {
  let cot = Number.NEGATIVE_INFINITY;
  for (let j = 0; j < along.length; j++) {
    const apart = 1 - (along[j] ?? 0);
    cot = Math.max(cot, apart > 0 ? (across[j] ?? 0) / apart : Number.POSITIVE_INFINITY);
  }
  return Math.atan2(1, cot);
}
