import type { Margin } from '../margin/compile';
import { type HeadInput, head, sampleRow } from '../margin/head';
import { length } from '../math/sphere';
import { forceNow, headLoss, type LaneMoment } from './laneView';

/** A number as it is printed. */
const printed = (value: number, decimals: number): number => Number(value.toFixed(decimals));

/** Decimals on the card: of angles, lengths and cosines; of logits and the loss; of probabilities. */
export const DECIMALS = { angle: 4, logit: 3, probability: 4 } as const;

/** One class's line. */
export interface WorkedClass {
  /** Radians. */
  readonly theta: number;
  readonly cos: number;
  /** s, or ‖x‖, or ‖x‖‖W‖. */
  readonly scale: number;
  readonly bias: number;
  /** scale·cos + bias */
  readonly logit: number;
  /** What enters the softmax: the own class's has the margin. */
  readonly marginLogit: number;
  readonly probability: number;
}

/**
 * The loss of one sample, worked out as one does by hand: each number from the printed ones before it, so that whoever
 * recomputes it from the screen gets the same digits. Rounding is all that parts it from the exact loss.
 */
export interface Worked {
  readonly own: number;
  readonly norm: number;
  readonly psi: number;
  readonly classes: readonly WorkedClass[];
  /** ln Σ e^logit − the own logit, margin logits; nats. */
  readonly loss: number;
  /** −∂L/∂x: where the sample would go by its own loss; exact, not worked by hand. [dim] */
  readonly push: readonly number[];
}

/** Works out sample 0 of `input`, which has no other. */
export function workOut(input: HeadInput, margin: Margin, { time }: Pick<LaneMoment, 'time'>): Worked {
  const { w, b, y, classes, dim } = input;
  const loss = headLoss(margin, time);
  const row = sampleRow(input, loss, 0);
  const own = y[0] ?? 0;
  const norm = printed(row.norm, DECIMALS.angle);
  const scaleOf = (j: number): number => {
    if (margin.scale === 's') return margin.s;
    if (margin.scale === 'norm') return norm;
    return printed(norm * printed(length(w, j * dim, dim), DECIMALS.angle), DECIMALS.angle);
  };
  const angles = row.cos.map((cos) => Math.acos(Math.min(1, Math.max(-1, cos))));
  angles[own] = row.theta;
  const ownTheta = printed(row.theta, DECIMALS.angle);
  const psi = printed(forceNow(margin, time).psi(ownTheta), DECIMALS.angle);
  const lines = Array.from({ length: classes }, (_, j) => {
    const theta = printed(angles[j] ?? 0, DECIMALS.angle);
    const cos = printed(Math.cos(theta), DECIMALS.angle);
    const scale = scaleOf(j);
    const bias = margin.bias ? printed(b?.[j] ?? 0, DECIMALS.angle) : 0;
    const logit = printed(scale * cos + bias, DECIMALS.logit);
    const marginLogit = j === own ? printed(scale * psi + bias, DECIMALS.logit) : logit;
    return { theta, cos, scale, bias, logit, marginLogit };
  });
  const top = Math.max(...lines.map(({ marginLogit }) => marginLogit));
  const sum = lines.reduce((all, { marginLogit }) => all + Math.exp(marginLogit - top), 0);
  const { gradient } = head(input, loss);
  return {
    own,
    norm,
    psi,
    classes: lines.map((line) => ({
      ...line,
      probability: printed(Math.exp(line.marginLogit - top) / sum, DECIMALS.probability),
    })),
    loss: printed(Math.log(sum) + top - (lines[own]?.marginLogit ?? 0), DECIMALS.logit),
    push: Array.from(gradient.x, (g) => -g),
  };
}
