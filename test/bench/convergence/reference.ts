import { lane, type NamedLane } from './lane';
import { normalCentres } from './normalCentres';
import type { Open } from './run';
import type { Summary } from './summary';

/** One cell of the reference's table. Angles in degrees, of test data; `lowest` is the worst seed's training accuracy. */
export interface Expected {
  readonly t90: readonly [number, number];
  readonly lowest: number;
  readonly gap: number;
  readonly gapSd: number;
  readonly intra: number;
  readonly wec: number;
}

export interface ReferenceLane extends NamedLane {
  /** How its runs start, where that is not the page's way. */
  readonly open?: Open;
  readonly identities: Expected;
  readonly digits: Expected;
}

const cell = (
  t90: Expected['t90'],
  lowest: number,
  [gap, gapSd]: readonly [number, number],
  intra: number,
  wec: number,
): Expected => ({ t90, lowest, gap, gapSd, intra, wec });

const SOFTMAX = {
  identities: cell([125, 175], 0.96, [18.9, 4.7], 6.7, 19),
  digits: cell([175, 200], 0.982, [8.5, 0.8], 9.5, 13),
};

/**
 * Measured once with PyTorch 2.13 (CPU, float32), evenly spread W, 8 seeds on identities.bin with an MLP 16-32-16-2, batch 64,
 * Adam 5e-3, 500 steps; 3 seeds on MNIST's 0 ... 7 at 14 × 14 with an MLP 196-128-64-2, batch 128, Adam 3e-3, 800 steps.
 * The seeds name other random numbers than here: means and spreads can agree, runs cannot.
 */
export const REFERENCE: readonly ReferenceLane[] = [
  { ...lane('softmax', 'softmax'), ...SOFTMAX },
  // The notes say even W for all; softmax's W-EC, gap and t90 say that its W was drawn at random.
  { ...lane('softmax, W ~ N(0, 1)', 'softmax'), open: normalCentres, ...SOFTMAX },
  {
    ...lane('Norm-Softmax, s = 16', 'normSoftmax', { s: 16 }),
    identities: cell([100, 200], 0.925, [15.9, 5], 8.1, 10),
    digits: cell([100, 175], 0.964, [12.1, 3], 8.9, 3),
  },
  {
    ...lane('SphereFace, m = 4, λ 100 → 1', 'sphereFace', { m1: 4 }, { schedule: 'anneal', scale: 'norm' }),
    identities: cell([100, 150], 0.971, [29.3, 1.5], 5.2, 2),
    digits: cell([125, 175], 0.984, [15.5, 0.3], 8.4, 2),
  },
  {
    ...lane('CosFace, s = 16, m = .2', 'cosFace', { s: 16, m3: 0.2 }),
    identities: cell([100, 175], 0.945, [24.6, 4.5], 6.2, 3),
    digits: cell([100, 100], 0.934, [7.4, 12.8], 9, 2),
  },
  {
    ...lane('ArcFace, s = 16, m = .5', 'arcFace', { s: 16, m2: 0.5 }),
    identities: cell([75, 200], 0.942, [27.2, 5.5], 5.9, 2),
    digits: cell([75, 100], 0.973, [22.5, 0.9], 7.4, 1),
  },
  {
    ...lane('ArcFace, s = 30, m = .5', 'arcFace', { s: 30, m2: 0.5 }),
    identities: cell([75, 175], 0.963, [30.6, 2], 5.4, 4),
    digits: cell([100, 125], 0.975, [24.6, 1.5], 7, 2),
  },
];

/** ArcFace is expected to open this much wider a gap than softmax from the same seed, on average. */
export const LEAD = { identities: 4, digits: 8 } as const;

/** A mean agrees when it is within 3 standard deviations over the seeds, or this; degrees. */
const AGREES = 4;
/** Steps between two looks at the accuracy: t90 is known no better. */
const LOOK = 25;

/** What of a row agrees with the reference's. */
export interface Verdict {
  readonly gap: boolean;
  readonly intra: boolean;
  readonly wec: boolean;
  readonly t90: boolean;
}

/** The reference gives a standard deviation for the gap only; for the others the own one stands in. */
export function compare(own: Summary, expected: Expected): Verdict {
  const near = (a: number, b: number, sd: number): boolean => Math.abs(a - b) <= Math.max(3 * sd, AGREES);
  const [first, last] = own.t90;
  return {
    gap: near(own.gap, expected.gap, expected.gapSd),
    intra: near(own.intra, expected.intra, own.intraSd),
    wec: near(own.wec, expected.wec, own.wecSd),
    t90: last !== null && first <= expected.t90[1] + LOOK && last >= expected.t90[0] - LOOK,
  };
}
