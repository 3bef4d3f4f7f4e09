import { mean } from './quantile';
import { angleBetween, nearestAngles, normaliseRows } from './sphere';

/** How the weights lie that stand for the classes, after ArcFace v3, Table 3. Angles in radians. */
export interface WeightAngles {
  /** W-EC of each class: angle of W_j to its class mean. [classes] */
  readonly toMeans: readonly number[];
  /** W-EC: their mean. */
  readonly wec: number;
  /** W-Inter: mean over classes of the smallest angle from W_j to another. */
  readonly inter: number;
  /** The smallest of all. */
  readonly interMin: number;
}

/** @param w [classes, dim] not normalised @param means [classes, dim] unit length (math/clusters) */
export function weightAngles(w: ArrayLike<number>, means: ArrayLike<number>, dim: number): WeightAngles {
  const unit = normaliseRows(w, dim);
  const classes = unit.length / dim;
  const each = Array.from({ length: classes }, (_, j) => j);
  const toMeans = each.map((j) => angleBetween(unit, j * dim, means, j * dim, dim));
  const smallest = nearestAngles(w, dim);
  return { toMeans, wec: mean(toMeans), inter: mean(smallest), interMin: Math.min(...smallest) };
}
