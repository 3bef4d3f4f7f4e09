import { TURN } from '../math/angle';
import { compile } from './compile';
import { forceAt } from './force';
import type { LaneConfig, MarginLoss } from './loss';

/** Angle between neighbouring centres when C of them are spread evenly on the circle. */
export const evenSeparation = (classes: number): number => TURN / classes;

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
  const feasible = (value: number): boolean =>
    isFeasible(forceAt(compile(loss, { ...config, values: { ...config.values, [name]: value } })).psi, delta);
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
