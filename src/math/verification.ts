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

export function rocOf({ scores, same }: Pairs): Roc {
  const order = Uint32Array.from(scores, (_, i) => i).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
  const positives = same.reduce((sum, one) => sum + one, 0);
  const negatives = same.length - positives;
  const [thresholds, far, tar] = [[Number.POSITIVE_INFINITY], [0], [0]];
  let [accepted, right] = [0, 0];
  order.forEach((pair, k) => {
    accepted++;
    right += same[pair] ?? 0;
    const score = scores[pair] ?? 0;
    const next = order[k + 1];
    if (next !== undefined && scores[next] === score) return;
    thresholds.push(score);
    far.push((accepted - right) / negatives);
    tar.push(right / positives);
  });
  return {
    thresholds: Float64Array.from(thresholds),
    far: Float64Array.from(far),
    tar: Float64Array.from(tar),
    positives,
    negatives,
  };
}

/** Area under the characteristic, 0 ... 1: the chance that a same pair scores higher than a different one. */
export function areaUnder({ far, tar }: Roc): number {
  let area = 0;
  for (let k = 1; k < far.length; k++)
    area += ((far[k] ?? 0) - (far[k - 1] ?? 0)) * (((tar[k] ?? 0) + (tar[k - 1] ?? 0)) / 2);
  return area;
}

/** Equal error rate: where the characteristic, straight between its vertices, has FAR = 1 − TAR. */
export function equalErrorRate({ far, tar }: Roc): number {
  // Falls from 1 at the first vertex to −1 at the last.
  const excess = (k: number): number => 1 - (tar[k] ?? 0) - (far[k] ?? 0);
  let k = 1;
  while (k < far.length - 1 && excess(k) > 0) k++;
  const [before, after] = [excess(k - 1), excess(k)];
  const part = before === after ? 0 : before / (before - after);
  return (far[k - 1] ?? 0) + part * ((far[k] ?? 0) - (far[k - 1] ?? 0));
}

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
