import { normaliseRows } from './sphere';

// Open-set verification: are two samples of the same class? Yes where the cosine of their features reaches a threshold.

/** All unordered pairs of some samples. */
export interface Pairs {
  /** [pairs] cosine of the two features, rounded to 12 decimals so that ties stay ties. */
  readonly scores: Float64Array;
  /** [pairs] 1 where both are of one class. */
  readonly same: Uint8Array;
}

const TIES = 1e12;

/** Pairs of samples from ... to − 1. @param features [n, dim] row-major, not normalised @param y [n] classes */
export function pairsOf(
  features: ArrayLike<number>,
  y: ArrayLike<number>,
  dim: number,
  from: number,
  to: number,
): Pairs {
  const n = to - from;
  const unit = normaliseRows(
    Float64Array.from({ length: n * dim }, (_, i) => features[from * dim + i] ?? 0),
    dim,
  );
  const scores = new Float64Array((n * (n - 1)) / 2);
  const same = new Uint8Array(scores.length);
  let at = 0;
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++, at++) {
      let cos = 0;
      for (let k = 0; k < dim; k++) cos += (unit[i * dim + k] ?? 0) * (unit[j * dim + k] ?? 0);
      scores[at] = Math.round(cos * TIES) / TIES;
      same[at] = y[from + i] === y[from + j] ? 1 : 0;
    }
  }
  return { scores, same };
}

/** Receiver operating characteristic: a vertex for each distinct score, and first one that accepts nothing. */
export interface Roc {
  /** Falling, from +∞: a pair is accepted where its score is at least this. */
  readonly thresholds: Float64Array;
  /** False accept rate: share of different pairs that are accepted, 0 ... 1. */
  readonly far: Float64Array;
  /** True accept rate: share of same pairs that are accepted, 0 ... 1. */
  readonly tar: Float64Array;
  /** How many pairs are of one class, and of two. */
  readonly positives: number;
  readonly negatives: number;
}

/** Scores of the pairs that are of one class (1), or are not (0), ascending. */
const sorted = ({ scores, same }: Pairs, which: 0 | 1): Float64Array =>
  scores.filter((_, i) => same[i] === which).sort();

export function rocOf(pairs: Pairs): Roc {
  const [right, wrong] = [sorted(pairs, 1), sorted(pairs, 0)];
  const [positives, negatives] = [right.length, wrong.length];
  const [thresholds, far, tar] = [[Number.POSITIVE_INFINITY], [0], [0]];
  /** How many of those sorted are left when all that reach the score are taken away. */
  const below = (of: Float64Array, left: number, score: number): number => {
    let at = left;
    while (at > 0 && !((of[at - 1] ?? 0) < score)) at--;
    return at;
  };
  const last = (of: Float64Array, left: number): number =>
    left > 0 ? (of[left - 1] ?? 0) : Number.NEGATIVE_INFINITY;
  let [rightLeft, wrongLeft] = [positives, negatives];
  while (rightLeft > 0 || wrongLeft > 0) {
    const score = Math.max(last(right, rightLeft), last(wrong, wrongLeft));
    rightLeft = below(right, rightLeft, score);
    wrongLeft = below(wrong, wrongLeft, score);
    thresholds.push(score);
    far.push((negatives - wrongLeft) / negatives);
    tar.push((positives - rightLeft) / positives);
  }
  return {
    thresholds: Float64Array.from(thresholds),
    far: Float64Array.from(far),
    tar: Float64Array.from(tar),
    positives,
    negatives,
  };
}

/** FAR and TAR where pairs are accepted whose angle is at most this, 0 ... π. */
export function ratesWithin({ thresholds, far, tar }: Roc, angle: number): { far: number; tar: number } {
  const least = Math.round(Math.cos(angle) * TIES) / TIES;
  // The last vertex whose threshold is at least this: they fall.
  let [vertex, beyond] = [0, thresholds.length];
  while (beyond - vertex > 1) {
    const middle = (vertex + beyond) >> 1;
    if ((thresholds[middle] ?? 0) >= least) vertex = middle;
    else beyond = middle;
  }
  return { far: far[vertex] ?? 0, tar: tar[vertex] ?? 0 };
}

/** Area under the characteristic, 0 ... 1: the chance that a same pair scores higher than a different one. */
export function areaUnder({ far, tar }: Roc): number {
  let area = 0;
  for (let k = 1; k < far.length; k++)
    area += ((far[k] ?? 0) - (far[k - 1] ?? 0)) * (((tar[k] ?? 0) + (tar[k - 1] ?? 0)) / 2);
  return area;
}

/** Falls from 1 at the first vertex to −1 at the last. */
const excess = ({ far, tar }: Roc, k: number): number => 1 - (tar[k] ?? 0) - (far[k] ?? 0);

/** The first vertex with at least as many false accepts as false rejects, as shares. */
function crossing(roc: Roc): number {
  let k = 1;
  while (k < roc.far.length - 1 && excess(roc, k) > 0) k++;
  return k;
}

/** Equal error rate: where the characteristic, straight between its vertices, has FAR = 1 − TAR. */
export function equalErrorRate(roc: Roc): number {
  const { far } = roc;
  const k = crossing(roc);
  const [before, after] = [excess(roc, k - 1), excess(roc, k)];
  const part = before === after ? 0 : before / (before - after);
  return (far[k - 1] ?? 0) + part * ((far[k] ?? 0) - (far[k - 1] ?? 0));
}

/** The largest threshold with at least as many false accepts as false rejects, as shares. */
export const equalErrorThreshold = (roc: Roc): number => roc.thresholds[crossing(roc)] ?? -1;

/** The largest TAR that keeps FAR at or below a target, and its threshold; nothing is interpolated. */
export function tarAtFar({ thresholds, far, tar }: Roc, target: number): { tar: number; threshold: number } {
  let best = { tar: 0, threshold: Number.POSITIVE_INFINITY };
  for (let k = 0; k < far.length && (far[k] ?? 0) <= target; k++)
    if ((tar[k] ?? 0) > best.tar) best = { tar: tar[k] ?? 0, threshold: thresholds[k] ?? 0 };
  return best;
}

/** The largest share of pairs that any threshold tells rightly, and a threshold that does. */
export function bestAccuracy({ thresholds, far, tar, positives, negatives }: Roc): {
  accuracy: number;
  threshold: number;
} {
  let best = { accuracy: -1, threshold: Number.POSITIVE_INFINITY };
  for (let k = 0; k < far.length; k++) {
    const right = (tar[k] ?? 0) * positives + (1 - (far[k] ?? 0)) * negatives;
    const accuracy = right / (positives + negatives);
    if (accuracy > best.accuracy + 1e-12) best = { accuracy, threshold: thresholds[k] ?? 0 };
  }
  return best;
}
