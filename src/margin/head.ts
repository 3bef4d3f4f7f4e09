import { length } from '../math/sphere';
import type { Force } from './force';
import type { Scale } from './loss';

/** Everything the head works on. W row j is class j; nothing normalised beforehand. */
export interface HeadInput {
  /** [n, dim] embeddings. */
  readonly x: ArrayLike<number>;
  /** [classes, dim] centres. */
  readonly w: ArrayLike<number>;
  /** [classes], used where the loss has biases. */
  readonly b: ArrayLike<number> | null;
  /** [n] class of each embedding. */
  readonly y: ArrayLike<number>;
  readonly n: number;
  readonly classes: number;
  readonly dim: number;
}

export interface HeadLoss {
  readonly force: Force;
  readonly scale: Scale;
  readonly s: number;
  readonly bias: boolean;
}

/** One embedding against all centres. */
export interface SampleRow {
  readonly norm: number;
  /** [classes] */
  readonly cos: Float64Array;
  /** Angle to the own centre, radians. */
  readonly theta: number;
  readonly psi: number;
  /** [classes] scaled logits without the margin. */
  readonly logits: Float64Array;
  /** [classes] what enters the softmax: differs in the own class only. */
  readonly marginLogits: Float64Array;
  /** [classes] */
  readonly probabilities: Float64Array;
  /** Nats. */
  readonly loss: number;
}

/** Tiny lengths count as this, so that an embedding at the origin gives numbers. */
const TINY = 1e-30;

/**
 * Reads embeddings one after the other: the loss of embedding i, with all that leads to it. Softmax cross-entropy subtracts
 * the largest logit first. Each reading is written over the one before: thousands are read four times a second.
 *
 * Angles come from half chords, t = ‖x̂ − ŵ‖/2 = sin(θ/2) and v = ‖x̂ + ŵ‖/2 = cos(θ/2): θ, sinθ = 2tv and cosθ = v² − t² are
 * exact at both ends, where arccos of a dot product loses half of its digits.
 */
export function rowReader({ x, w, b, y, classes, dim }: HeadInput, loss: HeadLoss): (i: number) => SampleRow {
  const wnorms = Float64Array.from({ length: classes }, (_, j) => Math.max(TINY, length(w, j * dim, dim)));
  const wHat = Float64Array.from(
    { length: classes * dim },
    (_, k) => (w[k] ?? 0) / (wnorms[Math.floor(k / dim)] ?? 1),
  );
  /** [classes] of the scale, what does not depend on the embedding. */
  const scales = wnorms.map((wnorm) => (loss.scale === 's' ? loss.s : loss.scale === 'norm' ? 1 : wnorm));
  const xHat = new Float64Array(dim);
  const cos = new Float64Array(classes);
  const logits = new Float64Array(classes);
  const marginLogits = new Float64Array(classes);
  const probabilities = new Float64Array(classes);
  return (i) => {
    const own = y[i] ?? 0;
    const norm = Math.max(TINY, length(x, i * dim, dim));
    for (let k = 0; k < dim; k++) xHat[k] = (x[i * dim + k] ?? 0) / norm;
    const times = loss.scale === 's' ? 1 : norm;
    let theta = 0;
    for (let j = 0; j < classes; j++) {
      let minus = 0;
      let plus = 0;
      for (let k = 0; k < dim; k++) {
        const p = xHat[k] ?? 0;
        const q = wHat[j * dim + k] ?? 0;
        minus += (p - q) * (p - q);
        plus += (p + q) * (p + q);
      }
      const t = Math.sqrt(minus) / 2;
      const v = Math.sqrt(plus) / 2;
      const cosine = v * v - t * t;
      if (j === own) theta = 2 * Math.atan2(t, v);
      cos[j] = cosine;
      logits[j] = times * (scales[j] ?? 1) * cosine + (loss.bias ? (b?.[j] ?? 0) : 0);
    }
    const psi = loss.force.psi(theta);
    marginLogits.set(logits);
    marginLogits[own] = (logits[own] ?? 0) + times * (scales[own] ?? 1) * (psi - (cos[own] ?? 0));
    let top = Number.NEGATIVE_INFINITY;
    for (let j = 0; j < classes; j++) top = Math.max(top, marginLogits[j] ?? 0);
    let sum = 0;
    for (let j = 0; j < classes; j++) {
      const power = Math.exp((marginLogits[j] ?? 0) - top);
      probabilities[j] = power;
      sum += power;
    }
    for (let j = 0; j < classes; j++) probabilities[j] = (probabilities[j] ?? 0) / sum;
    const value = Math.log(sum) + top - (marginLogits[own] ?? 0);
    return { norm, cos, theta, psi, logits, marginLogits, probabilities, loss: value };
  };
}

/** One embedding, read by itself. */
export const sampleRow = (input: HeadInput, loss: HeadLoss, i: number): SampleRow =>
  rowReader(input, loss)(i);

/** Gradients of the mean loss by the raw x [n, dim], w [classes, dim] and b [classes]. */
export interface HeadGradient {
  readonly x: Float64Array;
  readonly w: Float64Array;
  readonly b: Float64Array;
}

/**
 * The whole head, forward and backward, in double precision: what golden numbers are checked against and executors are
 * compared with. With x̂, ŵ of unit length: dcosθ/dx = (ŵ − cosθ x̂)/‖x‖, and dθ/dx = −(ŵ − cosθ x̂)/(sinθ ‖x‖), a unit
 * vector over a length: finite everywhere, and taken as 0 where sinθ = 0 and no direction is defined.
 */
export function head(
  input: HeadInput,
  loss: HeadLoss,
): { rows: SampleRow[]; meanLoss: number; gradient: HeadGradient } {
  const { x, w, y, n, classes, dim } = input;
  const rows = Array.from({ length: n }, (_, i) => sampleRow(input, loss, i));
  const gradient = {
    x: new Float64Array(n * dim),
    w: new Float64Array(classes * dim),
    b: new Float64Array(classes),
  };
  const wnorms = Array.from({ length: classes }, (_, j) => Math.max(TINY, length(w, j * dim, dim)));
  rows.forEach((row, i) => {
    const own = y[i] ?? 0;
    const sin = Math.sin(row.theta);
    for (let j = 0; j < classes; j++) {
      const wnorm = wnorms[j] ?? 1;
      const cos = row.cos[j] ?? 0;
      const g = ((row.probabilities[j] ?? 0) - (j === own ? 1 : 0)) / n;
      const scale = loss.scale === 's' ? loss.s : loss.scale === 'norm' ? row.norm : row.norm * wnorm;
      const effective = j === own ? row.psi : cos;
      // d logit_j / d cosθ_j over the scale: 1, and −ψ′(θ)/sinθ for the own class.
      const pull = j !== own ? 1 : sin === 0 ? 0 : -loss.force.backward(row.theta) / sin;
      const alongX = loss.scale === 's' ? 0 : (g * effective * scale) / row.norm;
      const alongW = loss.scale === 'norm*wnorm' ? (g * effective * scale) / wnorm : 0;
      for (let k = 0; k < dim; k++) {
        const xHat = (x[i * dim + k] ?? 0) / row.norm;
        const wHat = (w[j * dim + k] ?? 0) / wnorm;
        const gx = (g * scale * pull * (wHat - cos * xHat)) / row.norm + alongX * xHat;
        const gw = (g * scale * pull * (xHat - cos * wHat)) / wnorm + alongW * wHat;
        gradient.x[i * dim + k] = (gradient.x[i * dim + k] ?? 0) + gx;
        gradient.w[j * dim + k] = (gradient.w[j * dim + k] ?? 0) + gw;
      }
      if (loss.bias) gradient.b[j] = (gradient.b[j] ?? 0) + g;
    }
  });
  return { rows, meanLoss: rows.reduce((sum, row) => sum + row.loss, 0) / n, gradient };
}
