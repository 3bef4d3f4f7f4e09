import type { Samples } from '../data/dataset';
import type { LinearClassifier } from '../margin/cells';
import { type CircleClassifier, classRegions, normalised } from '../margin/circle';
import type { Margin } from '../margin/compile';
import { blendAt, type Force, forceAt, rampAt, settledForce } from '../margin/force';
import { type HeadInput, type HeadLoss, head } from '../margin/head';
import type { Schedule } from '../margin/loss';
import { present, type SphereClassifier } from '../margin/sphere';
import { length } from '../math/sphere';
import { rowOf, unit } from '../math/vector';
import type { Moment } from '../train/protocol';

/** One lane's part of a moment. */
export interface LaneMoment {
  readonly time: number;
  /** [classes, dim] */
  readonly centres: Float32Array;
  /** [classes] */
  readonly biases: Float32Array;
}

export function laneMoment({ times, centres, biases }: Moment, lane: number): LaneMoment {
  const lanes = times.length;
  const [c, b] = [centres.length / lanes, biases.length / lanes];
  return {
    time: times[lane] ?? 0,
    centres: centres.subarray(lane * c, (lane + 1) * c),
    biases: biases.subarray(lane * b, (lane + 1) * b),
  };
}

/** Of the embedding. */
export const dimOf = ({ centres, biases }: LaneMoment): 2 | 3 =>
  centres.length === 3 * biases.length ? 3 : 2;

/** One lane's part of [lanes, n, dim]. */
export function laneFeatures(features: Float32Array, lane: number, lanes: number): Float32Array {
  const size = features.length / lanes;
  return features.subarray(lane * size, (lane + 1) * size);
}

/** Whether a schedule acts from now on as it does in the end. */
const isEnded = (schedule: Schedule, t: number): boolean =>
  [blendAt, rampAt].every((at) => at(schedule, t) === at(schedule, Number.POSITIVE_INFINITY));

const forces = new WeakMap<
  Margin,
  { readonly blend: number; readonly ramp: number; readonly force: Force }
>();
/**
 * The margin as it acts at the step shown: at step 0 as the first update will see it. The same object for as long as it
 * acts alike, so that what follows from it need not be computed again.
 */
export function forceNow(margin: Margin, time: number): Force {
  const t = Math.max(1, time);
  const [blend, ramp] = [blendAt(margin.schedule, t), rampAt(margin.schedule, t)];
  const known = forces.get(margin);
  if (known?.blend === blend && known.ramp === ramp) return known.force;
  const force = isEnded(margin.schedule, t) ? settledForce(margin) : forceAt(margin, t);
  forces.set(margin, { blend, ramp, force });
  return force;
}

/** The margin as it will act when its schedule has ended; null where it already does. */
export const forceToCome = (margin: Margin, time: number): Force | null =>
  isEnded(margin.schedule, Math.max(1, time)) ? null : settledForce(margin);

export const headLoss = (margin: Margin, time: number): HeadLoss => ({
  force: forceNow(margin, time),
  scale: margin.scale,
  s: margin.s,
  bias: margin.bias,
});

export const headInput = (
  features: Float32Array,
  { centres, biases }: LaneMoment,
  samples: Samples,
): HeadInput => ({
  x: features,
  w: centres,
  b: biases,
  y: samples.y,
  n: samples.y.length,
  classes: biases.length,
  dim: centres.length / biases.length,
});

/** One embedding [dim] alone, of a class. */
export const oneSample = (x: Float32Array, cls: number, { centres, biases }: LaneMoment): HeadInput => ({
  x,
  w: centres,
  b: biases,
  y: Uint8Array.of(cls),
  n: 1,
  classes: biases.length,
  dim: x.length,
});

/** Where embedding x [dim] of a class would go by its own loss: −∂L/∂x. [dim] */
export const pushOf = (x: Float32Array, cls: number, now: LaneMoment, margin: Margin): Float64Array =>
  head(oneSample(x, cls, now), headLoss(margin, now.time)).gradient.x.map((g) => -g);

/** Directions of 2-D vectors, radians. */
const directions = (vectors: ArrayLike<number>): number[] =>
  Array.from({ length: vectors.length / 2 }, (_, i) =>
    Math.atan2(vectors[2 * i + 1] ?? 0, vectors[2 * i] ?? 0),
  );

/** What decides between the classes on the circle, for features of length r. Normalised losses do not care for r. */
export function classifierOf(margin: Margin, { centres, biases }: LaneMoment, r: number): CircleClassifier {
  const angles = directions(centres);
  if (margin.scale !== 'norm*wnorm') return normalised(angles);
  return {
    angles,
    weights: angles.map((_, j) => length(centres, 2 * j, 2)),
    offsets: angles.map((_, j) => (margin.bias ? (biases[j] ?? 0) / r : 0)),
  };
}

/** The same on the sphere. */
export function sphereClassifierOf(
  margin: Margin,
  { centres, biases }: LaneMoment,
  r: number,
): SphereClassifier {
  const rows = Array.from(biases, (_, j) => rowOf(centres, j));
  const normalised = margin.scale !== 'norm*wnorm';
  return {
    weights: normalised ? rows.map(unit) : rows,
    offsets: Array.from(biases, (b) => (margin.bias ? b / r : 0)),
  };
}

/** The classes that win for some direction of a feature of length r. */
export const winnersOf = (margin: Margin, moment: LaneMoment, r: number): ReadonlySet<number> =>
  dimOf(moment) === 3
    ? present(sphereClassifierOf(margin, moment, r))
    : new Set(classRegions(classifierOf(margin, moment, r)).map(({ cls }) => cls));

/** The same in the plane of raw features. Weights that the loss normalises have length 1 there. */
export function linearClassifierOf(margin: Margin, { centres, biases }: LaneMoment): LinearClassifier {
  const unit = margin.scale !== 'norm*wnorm';
  return {
    weights: Array.from(biases, (_, j) => {
      const [x, y] = [centres[2 * j] ?? 0, centres[2 * j + 1] ?? 0];
      const by = unit ? 1 / Math.hypot(x, y) : 1;
      return [x * by, y * by] as const;
    }),
    biases: Array.from(biases, (b) => (margin.bias ? b : 0)),
  };
}
