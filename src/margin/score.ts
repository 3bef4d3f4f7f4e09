import { type HeadInput, type HeadLoss, sampleRow } from './head';

/** How a split fares. */
export interface Score {
  /** Mean loss with the margin, nats. */
  readonly loss: number;
  /** Share of samples whose own class has the largest logit without the margin, 0 ... 1. */
  readonly accuracy: number;
}

/** Scores samples from ... to − 1. Accuracy is always without the margin; a tie counts as wrong. */
export function score(input: HeadInput, loss: HeadLoss, from: number, to: number): Score {
  let sum = 0;
  let right = 0;
  for (let i = from; i < to; i++) {
    const row = sampleRow(input, loss, i);
    sum += row.loss;
    const own = input.y[i] ?? 0;
    const mine = row.logits[own] ?? 0;
    if (row.logits.every((logit, j) => j === own || logit < mine)) right++;
  }
  return { loss: sum / (to - from), accuracy: right / (to - from) };
}
