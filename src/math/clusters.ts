import { TURN, turn } from './angle';
import { mean, quantile } from './quantile';
import { angleBetween, nearestAngles, normaliseRows } from './sphere';

/** How the classes lie on the hypersphere, from features alone. All angles in radians. */
export interface Clusters {
  /** [classes, dim] normalised means of the normalised features. */
  readonly means: Float64Array;
  /** Mean angle of a feature to its own class mean. */
  readonly intra: number;
  /** Mean over classes of the angle from a class mean to the nearest other. */
  readonly nearest: number;
  /** The two classes whose means are nearest to each other. */
  readonly closest: { readonly classes: readonly [number, number]; readonly angle: number };
  /** Free angle between neighbouring classes cut at their 90 % quantile: mean and smallest. May be negative. */
  readonly gap: { readonly mean: number; readonly min: number };
  /** The same, for each pair of neighbours. */
  readonly pairs: readonly { readonly classes: readonly [number, number]; readonly gap: number }[];
}

/** The part of a class that counts for the gap. */
const CUT = 0.9;

/** Pairs of classes that are neighbours: around the circle, or on the sphere each with its nearest. */
function neighbours(means: Float64Array, classes: number, dim: number): [i: number, j: number][] {
  const all = Array.from({ length: classes }, (_, i) => i);
  if (dim !== 2) {
    return all.map((i) => {
      const angle = (j: number): number => angleBetween(means, i * dim, means, j * dim, dim);
      return [i, all.filter((j) => j !== i).reduce((best, j) => (angle(j) < angle(best) ? j : best))];
    });
  }
  const angles = all.map((i) => Math.atan2(means[2 * i + 1] ?? 0, means[2 * i] ?? 0));
  const around = all.toSorted((i, j) => (angles[i] ?? 0) - (angles[j] ?? 0));
  // Two classes are neighbours once, not on both sides.
  if (classes === 2) return [[0, 1]];
  return around.map((i, k) => [i, around[(k + 1) % classes] ?? 0]);
}

/** From one neighbour to the next around the circle; the long way where a half circle is empty. */
function between(means: Float64Array, [i, j]: [number, number], dim: number, pairs: number): number {
  if (dim !== 2 || pairs < 3) return angleBetween(means, i * dim, means, j * dim, dim);
  const angle = (c: number): number => Math.atan2(means[2 * c + 1] ?? 0, means[2 * c] ?? 0);
  const d = turn(angle(i), angle(j));
  return d < 0 ? d + TURN : d;
}

function closestPair(means: Float64Array, classes: number, dim: number): Clusters['closest'] {
  let closest: Clusters['closest'] = { classes: [0, 1], angle: Number.POSITIVE_INFINITY };
  for (let i = 0; i < classes; i++) {
    for (let j = i + 1; j < classes; j++) {
      const angle = angleBetween(means, i * dim, means, j * dim, dim);
      if (angle < closest.angle) closest = { classes: [i, j], angle };
    }
  }
  return closest;
}

/**
 * Measures samples from ... to − 1 (GEOMETRY: class gap, intra-class θ, nearest centre).
 * @param features [n, dim] row-major, not normalised
 * @param y [n] classes; each of the `classes` needs at least one sample
 */
export function measureClusters(
  features: ArrayLike<number>,
  y: ArrayLike<number>,
  classes: number,
  dim: number,
  from: number,
  to: number,
): Clusters {
  const rows = new Float64Array((to - from) * dim);
  for (let k = 0; k < rows.length; k++) rows[k] = features[from * dim + k] ?? 0;
  const unit = normaliseRows(rows, dim);
  const sums = new Float64Array(classes * dim);
  for (let i = from; i < to; i++) {
    const at = (y[i] ?? 0) * dim;
    for (let k = 0; k < dim; k++) sums[at + k] = (sums[at + k] ?? 0) + (unit[(i - from) * dim + k] ?? 0);
  }
  const means = normaliseRows(sums, dim);
  const spreads: number[][] = Array.from({ length: classes }, () => []);
  for (let i = from; i < to; i++) {
    const c = y[i] ?? 0;
    spreads[c]?.push(angleBetween(unit, (i - from) * dim, means, c * dim, dim));
  }
  const cuts = spreads.map((angles) => quantile(Float64Array.from(angles).sort(), CUT));
  const pairs = neighbours(means, classes, dim);
  const gaps = pairs.map(
    (pair) => between(means, pair, dim, classes) - (cuts[pair[0]] ?? 0) - (cuts[pair[1]] ?? 0),
  );
  return {
    means,
    intra: mean(spreads.flat()),
    nearest: mean(nearestAngles(means, dim)),
    closest: closestPair(means, classes, dim),
    gap: { mean: mean(gaps), min: Math.min(...gaps) },
    pairs: pairs.map((classes, k) => ({ classes, gap: gaps[k] ?? Number.NaN })),
  };
}
