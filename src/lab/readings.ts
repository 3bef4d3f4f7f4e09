import type { Samples } from '../data/dataset';
import type { Margin } from '../margin/compile';
import { score } from '../margin/score';
import { type Clusters, measureClusters } from '../math/clusters';
import { angleOfAny } from '../math/sphere';
import { headInput, headLoss, laneFeatures, laneMoment } from './laneView';
import type { Whole } from './whole';

/** A lane in numbers, all of one step. Of the training split but for `testAccuracy`. Angles in radians. */
export interface Readings {
  readonly step: number;
  readonly accuracy: number;
  readonly testAccuracy: number;
  /** With the margin in force, nats. */
  readonly loss: number;
  readonly intra: number;
  readonly nearest: number;
  readonly closest: Clusters['closest'];
  /** Share of samples opposite their own centre. */
  readonly opposite: number;
  readonly gap: { readonly mean: number; readonly min: number };
  readonly pairs: readonly NeighbourPair[];
}

/** Two classes that are neighbours. */
interface NeighbourPair {
  readonly classes: readonly [number, number];
  /** Angle between their centres W, 0 ... π. */
  readonly delta: number;
  /** Their class gap. */
  readonly gap: number;
}

/** Takes a lane's readings (GEOMETRY has the definitions). */
export function read({ moment, features }: Whole, samples: Samples, margin: Margin, lane: number): Readings {
  const own = laneFeatures(features, lane, moment.times.length);
  const now = laneMoment(moment, lane);
  const input = headInput(own, now, samples);
  const loss = headLoss(margin, now.time);
  const train = score(input, loss, 0, samples.trainCount);
  const test = score(input, loss, samples.trainCount, samples.y.length);
  const { intra, nearest, closest, gap, pairs } = measureClusters(
    own,
    samples.y,
    input.classes,
    input.dim,
    0,
    samples.trainCount,
  );
  const apart = ([i, j]: readonly [number, number]): number =>
    angleOfAny(input.w, i * input.dim, input.w, j * input.dim, input.dim);
  return {
    step: moment.step,
    accuracy: train.accuracy,
    testAccuracy: test.accuracy,
    loss: train.loss,
    intra,
    nearest,
    closest,
    opposite: train.opposite,
    gap,
    pairs: pairs.map((pair) => ({ ...pair, delta: apart(pair.classes) })),
  };
}
