import { mean, quantile } from '../../../src/math/quantile';
import type { Outcome } from './run';

/** What several seeds of one lane came to. Angles in degrees. */
export interface Summary {
  /** Looks at which 90 % of the training split were right, earliest and latest seed; null when a seed never was. */
  readonly t90: readonly [first: number, last: number | null];
  /** Training accuracy at the end of the worst seed. */
  readonly lowest: number;
  /** Mean and standard deviation of the gap at the end. */
  readonly gap: number;
  readonly gapSd: number;
  /** Of the narrowest pair of neighbours of any seed. */
  readonly gapMin: number;
  readonly intra: number;
  readonly intraSd: number;
  readonly wec: number;
  readonly wecSd: number;
  readonly accuracy: number;
}

const spread = (values: readonly number[]): number => {
  const middle = mean(values);
  return Math.sqrt(values.reduce((sum, v) => sum + (v - middle) ** 2, 0) / (values.length - 1));
};

export const median = (values: readonly number[]): number =>
  quantile(
    values.toSorted((a, b) => a - b),
    0.5,
  );

/** One lane over its seeds, on one split. */
export function summarise(outcomes: readonly Outcome[], split: 'train' | 'test'): Summary {
  const readings = outcomes.map((outcome) => outcome[split]);
  const gaps = readings.map(({ gap }) => gap);
  const intra = readings.map((reading) => reading.intra);
  const wec = readings.map((reading) => reading.wec);
  const t90 = outcomes.map((outcome) => outcome.t90 ?? Number.POSITIVE_INFINITY);
  const last = Math.max(...t90);
  return {
    t90: [Math.min(...t90), Number.isFinite(last) ? last : null],
    lowest: Math.min(...outcomes.map(({ train }) => train.accuracy)),
    gap: mean(gaps),
    gapSd: spread(gaps),
    gapMin: Math.min(...readings.map(({ gapMin }) => gapMin)),
    intra: mean(intra),
    intraSd: spread(intra),
    wec: mean(wec),
    wecSd: spread(wec),
    accuracy: mean(readings.map(({ accuracy }) => accuracy)),
  };
}

/** Minus signs as in print. */
export const degrees = (value: number, digits = 1): string => value.toFixed(digits).replace('-', '−');
export const share = (value: number): string => value.toFixed(3).replace(/^0/, '');
export const range = ([first, last]: Summary['t90']): string =>
  first === last ? `${first}` : `${Number.isFinite(first) ? first : 'never'}–${last ?? 'never'}`;
