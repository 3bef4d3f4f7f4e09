import { TURN } from '../math/angle';
import { initialCentres } from '../math/centres';
import { nearestAngles } from '../math/sphere';
import { compile } from './compile';
import { forceAt } from './force';
import type { LaneConfig, MarginLoss } from './loss';

/**
 * Angle between the two nearest of C centres that are spread evenly, as runs start: 2π/C on the circle; on the sphere
 * that of Fibonacci's spiral, which no formula gives.
 */
export const evenSeparation = (classes: number, dim: 2 | 3): number =>
  dim === 2 ? TURN / classes : Math.min(...nearestAngles(initialCentres(classes, dim, 'even', 0), dim));

/** Can a sample on its own centre satisfy the margin, the nearest other centre being `delta` radians away? */
export const isFeasible = (psi: (theta: number) => number, delta: number): boolean =>
  psi(0) >= Math.cos(delta);

/**
 * The largest feasible value of one margin parameter, the others as set, for centres `delta` radians apart: found by
 * halving, since ψ(0) falls as a margin grows. null when even its neutral value is infeasible; the parameter's own
 * maximum when everything is.
 */
export function largestFeasible(
  loss: MarginLoss,
  config: Omit<LaneConfig, 'loss'>,
  name: string,
  delta: number,
): number | null {
  const param = loss.params[name];
  if (param?.neutral === undefined) return null;
  // Put together once: with the formula goes its derivative.
  const margin = compile(loss, config);
  const feasible = (value: number): boolean =>
    isFeasible(forceAt({ ...margin, values: { ...margin.values, [name]: value } }).psi, delta);
  if (!feasible(param.neutral)) return null;
  if (feasible(param.max)) return param.max;
  let [good, bad] = [param.neutral, param.max];
  for (let k = 0; k < 50; k++) {
    const middle = (good + bad) / 2;
    if (feasible(middle)) good = middle;
    else bad = middle;
  }
  return good;
}
