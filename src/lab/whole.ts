import { pickRows } from '../math/rows';
import type { Moment } from '../train/protocol';

/** All samples of all lanes at one step: what readings are taken from. */
export interface Whole {
  readonly moment: Moment;
  /** [lanes, n, dim] */
  readonly features: Float32Array;
}

/** The same moment with these of its lanes, in this order. */
export const arrangeMoment = (
  { step, times, centres, biases }: Moment,
  order: readonly number[],
): Moment => ({
  step,
  times: order.map((lane) => times[lane] ?? 0),
  centres: pickRows(centres, times.length, order),
  biases: pickRows(biases, times.length, order),
});

export const arrangeWhole = ({ moment, features }: Whole, order: readonly number[]): Whole => ({
  moment: arrangeMoment(moment, order),
  features: pickRows(features, moment.times.length, order),
});
