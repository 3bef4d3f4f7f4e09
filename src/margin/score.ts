import { type HeadInput, type HeadLoss, rowReader } from './head';

/** How a split fares. */
export interface Score {
  /** Mean loss with the margin, nats. */
  readonly loss: number;
  /** Share of samples whose own class has the largest logit without the margin, 0 ... 1. */
  readonly accuracy: number;
  /** Share of samples that lie opposite their own centre, 0 ... 1. */
  readonly opposite: number;
}

/** Further from the own centre than this counts as opposite: 150°. */
const OPPOSITE = (150 * Math.PI) / 180;

function isLargest(logits: Float64Array, own: number): boolean {
  const mine = logits[own] ?? 0;
  for (let j = 0; j < logits.length; j++) if (j !== own && !((logits[j] ?? 0) < mine)) return false;
  return true;
}

/** Scores samples from ... to − 1. Accuracy is always without the margin; a tie counts as wrong. */
export function score(input: HeadInput, loss: HeadLoss, from: number, to: number): Score {
  const read = rowReader(input, loss);
  let sum = 0;
  let right = 0;
  let opposite = 0;
  for (let i = from; i < to; i++) {
    const row = read(i);
    sum += row.loss;
    if (row.theta > OPPOSITE) opposite++;
    const own = input.y[i] ?? 0;
    if (isLargest(row.logits, own)) right++;
  }
  return { loss: sum / (to - from), accuracy: right / (to - from), opposite: opposite / (to - from) };
}
