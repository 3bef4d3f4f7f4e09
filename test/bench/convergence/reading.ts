import type { Samples } from '../../../src/data/dataset';
import { headInput, headLoss, laneFeatures, laneMoment } from '../../../src/lab/laneView';
import type { Whole } from '../../../src/lab/whole';
import type { Margin } from '../../../src/margin/compile';
import { score } from '../../../src/margin/score';
import { toDegrees } from '../../../src/math/angle';
import { measureClusters } from '../../../src/math/clusters';
import { weightAngles } from '../../../src/math/weightAngles';

/** A lane in numbers on one split. Accuracy 0 ... 1, all angles in degrees. */
export interface Reading {
  readonly accuracy: number;
  readonly intra: number;
  /** Mean free angle between neighbouring classes, and that of the narrowest pair. */
  readonly gap: number;
  readonly gapMin: number;
  /** Mean angle of W_j to the mean of its class (the paper's W-EC). */
  readonly wec: number;
}

export type Split = 'train' | 'test';

const range = ({ trainCount, y }: Samples, split: Split): [from: number, to: number] =>
  split === 'train' ? [0, trainCount] : [trainCount, y.length];

/** Share of a split that the lane gets right without its margin, as the page has it. */
export function accuracyOf(
  whole: Whole,
  samples: Samples,
  margin: Margin,
  lane: number,
  split: Split,
): number {
  const now = laneMoment(whole.moment, lane);
  const own = laneFeatures(whole.features, lane, whole.moment.times.length);
  return score(headInput(own, now, samples), headLoss(margin, now.time), ...range(samples, split)).accuracy;
}

/** The page's readings by the page's own functions, but on either split, and W-EC. */
export function readSplit(
  whole: Whole,
  samples: Samples,
  margin: Margin,
  lane: number,
  split: Split,
): Reading {
  const { centres } = laneMoment(whole.moment, lane);
  const own = laneFeatures(whole.features, lane, whole.moment.times.length);
  const classes = samples.classes.length;
  const dim = centres.length / classes;
  const { means, intra, gap } = measureClusters(own, samples.y, classes, dim, ...range(samples, split));
  return {
    accuracy: accuracyOf(whole, samples, margin, lane, split),
    intra: toDegrees(intra),
    gap: toDegrees(gap.mean),
    gapMin: toDegrees(gap.min),
    wec: toDegrees(weightAngles(centres, means, dim).wec),
  };
}
