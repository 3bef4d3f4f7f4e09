import { direction, separation, TURN } from '../math/angle';

/** What decides between classes on the circle: score_j(φ) = weight_j·cos(φ − angle_j) + offset_j, the largest wins. */
export interface CircleClassifier {
  /** Directions of the centres, radians. */
  readonly angles: readonly number[];
  /** 1 each where W is normalised, else ‖W_j‖. */
  readonly weights: readonly number[];
  /** 0 each without biases, else b_j over the length r of the feature. */
  readonly offsets: readonly number[];
}

/** Where one class says its name: from `from` counter-clockwise to `to`, both in radians, `from` in [0, 2π). */
export interface Region {
  readonly cls: number;
  readonly from: number;
  readonly to: number;
}

/** Centres of unit length without biases: the loss that normalises W. */
export const normalised = (angles: readonly number[]): CircleClassifier => ({
  angles,
  weights: angles.map(() => 1),
  offsets: angles.map(() => 0),
});

function winner({ angles, weights, offsets }: CircleClassifier, phi: number): number {
  let best = 0;
  let top = Number.NEGATIVE_INFINITY;
  for (let j = 0; j < angles.length; j++) {
    const score = (weights[j] ?? 0) * Math.cos(phi - (angles[j] ?? 0)) + (offsets[j] ?? 0);
    if (score > top) {
      top = score;
      best = j;
    }
  }
  return best;
}

/** The directions where the scores of classes i and j are equal: A cosφ + B sinφ = D has two solutions or none. */
function crossings({ angles, weights, offsets }: CircleClassifier, i: number, j: number): number[] {
  const [ai, aj] = [angles[i] ?? 0, angles[j] ?? 0];
  const [wi, wj] = [weights[i] ?? 0, weights[j] ?? 0];
  const a = wi * Math.cos(ai) - wj * Math.cos(aj);
  const b = wi * Math.sin(ai) - wj * Math.sin(aj);
  const d = (offsets[j] ?? 0) - (offsets[i] ?? 0);
  const r = Math.hypot(a, b);
  if (r === 0 || Math.abs(d) > r) return [];
  const [middle, half] = [Math.atan2(b, a), Math.acos(d / r)];
  return [direction(middle - half), direction(middle + half)];
}

/**
 * The class regions, counter-clockwise; a class may have none, or several. Exact: borders are where two scores are
 * equal. One class that wins everywhere gives a single region of a full turn.
 */
export function classRegions(classifier: CircleClassifier): Region[] {
  const classes = classifier.angles.length;
  const cuts: number[] = [];
  for (let i = 0; i < classes; i++)
    for (let j = i + 1; j < classes; j++) cuts.push(...crossings(classifier, i, j));
  cuts.sort((p, q) => p - q);
  const borders = cuts.flatMap((at, k) => {
    const before = cuts[k - 1] ?? (cuts.at(-1) ?? 0) - TURN;
    const after = cuts[k + 1] ?? (cuts[0] ?? 0) + TURN;
    const [left, right] = [winner(classifier, (before + at) / 2), winner(classifier, (at + after) / 2)];
    return left === right ? [] : [{ at, cls: right }];
  });
  if (borders.length === 0) return [{ cls: winner(classifier, 0), from: 0, to: TURN }];
  return borders.map(({ at, cls }, k) => {
    const to = borders[k + 1]?.at ?? (borders[0]?.at ?? 0) + TURN;
    return { cls, from: at, to };
  });
}

/** A part of the circle around a centre, as turns from it: lo ≤ 0 ≤ hi for the satisfied arc, radians. */
export interface Arc {
  readonly lo: number;
  readonly hi: number;
}

/** How far apart the inequality is looked at before it is pinned down; a dip narrower than this is not seen. */
const STRIDE = TURN / 1440;

/** Where `holds` turns from its value at `inside` to the other one at `outside`, to the last bit. */
function pinDown(holds: (turned: number) => boolean, inside: number, outside: number): number {
  const value = holds(inside);
  let [a, b] = [inside, outside];
  for (let k = 0; k < 60 && a !== b; k++) {
    const middle = (a + b) / 2;
    if (middle === a || middle === b) break;
    if (holds(middle) === value) a = middle;
    else b = middle;
  }
  return a;
}

/** Is class i satisfied at a turn from its centre? ψ(θ_i) ≥ max over the others of cosθ_j. */
function satisfied(
  angles: readonly number[],
  i: number,
  psi: (theta: number) => number,
  turned: number,
): boolean {
  const phi = (angles[i] ?? 0) + turned;
  let nearest = Math.PI;
  for (let j = 0; j < angles.length; j++)
    if (j !== i) nearest = Math.min(nearest, separation(phi, angles[j] ?? 0));
  return psi(Math.min(Math.PI, Math.abs(turned))) >= Math.cos(nearest);
}

/**
 * How far the satisfied arc of class i reaches from its centre to one side: a turn, counter-clockwise for `sign` 1.
 * null when its margin fails on the centre itself.
 */
export function satisfiedReach(
  angles: readonly number[],
  i: number,
  psi: (theta: number) => number,
  sign: 1 | -1,
): number | null {
  const holds = (turned: number): boolean => satisfied(angles, i, psi, turned);
  if (!holds(0)) return null;
  let inside = 0;
  while (Math.abs(inside) < Math.PI) {
    const next = sign * Math.min(Math.PI, Math.abs(inside) + STRIDE);
    if (!holds(next)) return pinDown(holds, inside, next);
    inside = next;
  }
  return inside;
}

/**
 * The satisfied arc of class i: the connected set around its centre where its margin holds (GEOMETRY, `marginBands` of
 * the reference). null when it fails on the centre itself: the margin is infeasible for i.
 */
export function satisfiedArc(
  angles: readonly number[],
  i: number,
  psi: (theta: number) => number,
): Arc | null {
  const [lo, hi] = [satisfiedReach(angles, i, psi, -1), satisfiedReach(angles, i, psi, 1)];
  return lo === null || hi === null ? null : { lo, hi };
}

/** Further arcs, cut off from the first: a ψ that rises again (guard `none`) has them near the antipode. */
export function detachedArcs(
  angles: readonly number[],
  i: number,
  psi: (theta: number) => number,
  first: Arc | null,
): Arc[] {
  const holds = (turned: number): boolean => satisfied(angles, i, psi, turned);
  const [from, to] = [first?.hi ?? 0, (first?.lo ?? 0) + TURN];
  const wrapped = (turned: number): boolean => holds(turned > Math.PI ? turned - TURN : turned);
  const arcs: Arc[] = [];
  let start: number | null = null;
  let before = from + STRIDE / 8;
  for (let at = before + STRIDE; at < to; at += STRIDE) {
    const now = wrapped(at);
    if (now && start === null) start = pinDown(wrapped, at, before);
    if (!now && start !== null) {
      arcs.push({ lo: start, hi: pinDown(wrapped, before, at) });
      start = null;
    }
    before = at;
  }
  if (start !== null) arcs.push({ lo: start, hi: to });
  return arcs;
}
