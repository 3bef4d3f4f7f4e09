import type { Samples } from '../data/dataset';
import type { Margin } from '../margin/compile';
import { score } from '../margin/score';
import { type Clusters, measureClusters } from '../math/clusters';
import { quantile } from '../math/quantile';
import { angleOfAny, length } from '../math/sphere';
import { weightAngles } from '../math/weightAngles';
import { headInput, headLoss, type LaneMoment, laneFeatures, laneMoment } from './laneView';
import type { Whole } from './whole';

/** A lane in numbers, all of one step. Of the training split, but for what is called `test`. Angles in radians. */
export interface Readings {
  readonly step: number;
  /** What the lane was at that step. */
  readonly at: LaneMoment;
  readonly accuracy: number;
  readonly testAccuracy: number;
  /** With the margin in force, nats. */
  readonly loss: number;
  /** Median length ‖x‖: where plain softmax is drawn on the circle (GEOMETRY). */
  readonly norm: number;
  readonly intra: number;
  readonly nearest: number;
  readonly closest: Clusters['closest'];
  /** Share of samples opposite their own centre. */
  readonly opposite: number;
  readonly gap: { readonly mean: number; readonly min: number };
  readonly pairs: readonly NeighbourPair[];
  readonly table: AngleTable;
}

/** Angle statistics as ArcFace v3, Table 3, defines them. */
interface AngleTable {
  /** W-EC: mean angle of a centre W to the mean of its class. */
  readonly wec: number;
  /** W-Inter: mean over classes of the smallest angle from a W to another. */
  readonly wInter: number;
  readonly train: SplitAngles;
  /** null where there are no samples for testing. */
  readonly test: SplitAngles | null;
}

/** Intra, mean angle of a sample to the mean of its class, and Inter, of such a mean to the nearest other. */
type SplitAngles = Pick<Clusters, 'intra'> & { readonly inter: number };

/** Two classes that are neighbours. */
interface NeighbourPair {
  readonly classes: readonly [number, number];
  /** Angle between their centres W, 0 ... π. */
  readonly delta: number;
  /** Their class gap. */
  readonly gap: number;
}

/** Takes a lane's readings (GEOMETRY has the definitions). */
export function read(whole: Whole, samples: Samples, margin: Margin, lane: number): Readings {
  const { moment, features } = whole;
  const own = laneFeatures(features, lane, moment.times.length);
  const now = laneMoment(moment, lane);
  const input = headInput(own, now, samples);
  const loss = headLoss(margin, now.time);
  const train = score(input, loss, 0, samples.trainCount);
  const test = score(input, loss, samples.trainCount, samples.y.length);
  const measure = (from: number, to: number): Clusters =>
    measureClusters(own, samples.y, input.classes, input.dim, from, to);
  const { means, intra, nearest, closest, gap, pairs } = measure(0, samples.trainCount);
  const weights = weightAngles(now.centres, means, input.dim);
  const apart = ([i, j]: readonly [number, number]): number =>
    angleOfAny(input.w, i * input.dim, input.w, j * input.dim, input.dim);
  return {
    step: moment.step,
    at: now,
    accuracy: train.accuracy,
    testAccuracy: test.accuracy,
    loss: train.loss,
    norm: medianLength(own, samples.trainCount, input.dim),
    intra,
    nearest,
    closest,
    opposite: train.opposite,
    gap,
    pairs: pairs.map((pair) => ({ ...pair, delta: apart(pair.classes) })),
    table: {
      wec: weights.wec,
      wInter: weights.inter,
      train: { intra, inter: nearest },
      test:
        samples.trainCount < samples.y.length
          ? anglesOf(measure(samples.trainCount, samples.y.length))
          : null,
    },
  };
}

const anglesOf = ({ intra, nearest }: Clusters): SplitAngles => ({ intra, inter: nearest });

/** @param features [≥ n, dim] */
function medianLength(features: Float32Array, n: number, dim: number): number {
  const lengths = Float64Array.from({ length: n }, (_, i) => length(features, i * dim, dim));
  return quantile(lengths.sort(), 0.5);
}
