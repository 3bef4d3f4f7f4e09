import { keepWith } from '../math/keep';
import { angleOfAny, normaliseRows } from '../math/sphere';
import type { FigureInput, LaneLook } from './figure';

/** Angles of each training sample, radians. */
export interface SampleAngles {
  /** [count] to its own centre. */
  readonly own: Float64Array;
  /** [count] to the nearest other centre. */
  readonly nearest: Float64Array;
}

/** A look's angles, measured once. A look belongs to one run, and so always comes with the same labels. */
export const sampleAngles = keepWith(
  (look: LaneLook, { y, count, classes }: FigureInput): SampleAngles =>
    measureAngles(look, y, count, classes.length),
);

/** @param features [n, dim] @param centres [classes, dim], both of any length @param y [n] classes, from 0 on */
export function measureAngles(
  { features, centres }: { readonly features: ArrayLike<number>; readonly centres: ArrayLike<number> },
  y: ArrayLike<number>,
  count: number,
  classes: number,
): SampleAngles {
  const dim = centres.length / classes;
  const unit = normaliseRows(centres, dim);
  const own = new Float64Array(count);
  const nearest = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const mine = y[i] ?? 0;
    // The nearest has the largest cosine, whatever the length of the feature.
    let best = 0;
    let top = Number.NEGATIVE_INFINITY;
    for (let j = 0; j < classes; j++) {
      if (j === mine) continue;
      let dot = 0;
      for (let k = 0; k < dim; k++) dot += (features[i * dim + k] ?? 0) * (unit[j * dim + k] ?? 0);
      if (dot <= top) continue;
      top = dot;
      best = j;
    }
    own[i] = angleOfAny(features, i * dim, unit, mine * dim, dim);
    nearest[i] = angleOfAny(features, i * dim, unit, best * dim, dim);
  }
  return { own, nearest };
}

/** Share of angles from ... to, both included. */
export function shareBetween(angles: ArrayLike<number>, from: number, to: number): number {
  let inside = 0;
  for (let i = 0; i < angles.length; i++) {
    const angle = angles[i] ?? 0;
    if (angle >= from && angle <= to) inside++;
  }
  return inside / angles.length;
}
