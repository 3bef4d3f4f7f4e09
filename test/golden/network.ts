import type { Margin } from '../../src/margin/compile';
import { forceAt } from '../../src/margin/force';
import { head } from '../../src/margin/head';
import type { Files, Matrix, TrainingRun, Weights } from './schema';

/** A run as this project makes it. */
export interface Trajectory {
  /** [steps] mean loss of each batch before its update, nats. */
  readonly losses: readonly number[];
  /** [steps] all parameters after each update, by the reference's names; matrices row-major as there. */
  readonly weights: readonly Parameters[];
}

export const BLOCKS = ['W1', 'b1', 'W2', 'b2', 'headW', 'headB'] as const;
export type Block = (typeof BLOCKS)[number];
export type Parameters = Readonly<Record<Block, ArrayLike<number>>>;
type Vectors = Record<Block, Float64Array>;

/** [rows, columns] row-major, times x [columns]. */
const times = (w: Float64Array, x: ArrayLike<number>, rows: number): Float64Array =>
  Float64Array.from({ length: rows }, (_, i) => {
    let sum = 0;
    for (let k = 0; k < x.length; k++) sum += (w[i * x.length + k] ?? 0) * (x[k] ?? 0);
    return sum;
  });

/** Biases of classes start at 0 and stay there where the loss has none. */
export const flatten = ({ headB, ...rest }: Weights, classes: number): Vectors => {
  const flat = (values: Matrix | readonly number[]): Float64Array => Float64Array.from(values.flat());
  return {
    W1: flat(rest.W1),
    b1: flat(rest.b1),
    W2: flat(rest.W2),
    b2: flat(rest.b2),
    headW: flat(rest.headW),
    headB: headB ? flat(headB) : new Float64Array(classes),
  };
};

/** Gradients of the mean loss of one batch, by hand: h = tanh(W₁x + b₁), e = W₂h + b₂, then the margin head. */
function gradients(
  p: Vectors,
  x: Matrix,
  y: readonly number[],
  margin: Margin,
  t: number,
): { loss: number; by: Vectors } {
  const hidden = p.b1.length;
  const dim = p.b2.length;
  const h = x.map((sample) => times(p.W1, sample, hidden).map((z, i) => Math.tanh(z + (p.b1[i] ?? 0))));
  const e = h.map((activation) => times(p.W2, activation, dim).map((z, i) => z + (p.b2[i] ?? 0)));
  const input = {
    x: e.flatMap((row) => [...row]),
    w: p.headW,
    b: p.headB,
    y,
    n: x.length,
    classes: p.headB.length,
    dim,
  };
  const { meanLoss, gradient } = head(input, { ...margin, force: forceAt(margin, t) });
  const by: Vectors = {
    W1: new Float64Array(p.W1.length),
    b1: new Float64Array(hidden),
    W2: new Float64Array(p.W2.length),
    b2: new Float64Array(dim),
    headW: gradient.w,
    headB: gradient.b,
  };
  const add = (to: Float64Array, at: number, value: number): void => {
    to[at] = (to[at] ?? 0) + value;
  };
  x.forEach((sample, n) => {
    for (let i = 0; i < hidden; i++) {
      const a = h[n]?.[i] ?? 0;
      let back = 0;
      for (let k = 0; k < dim; k++) {
        const g = gradient.x[n * dim + k] ?? 0;
        add(by.W2, k * hidden + i, g * a);
        back += g * (p.W2[k * hidden + i] ?? 0);
      }
      const delta = back * (1 - a * a);
      sample.forEach((value, k) => {
        add(by.W1, i * sample.length + k, delta * value);
      });
      add(by.b1, i, delta);
    }
    for (let k = 0; k < dim; k++) add(by.b2, k, gradient.x[n * dim + k] ?? 0);
  });
  return { loss: meanLoss, by };
}

type Update = (p: Float64Array, g: Float64Array, m: Float64Array, v: Float64Array, t: number) => void;

/** The update rules as training.json's meta words them (PyTorch's). */
function updateOf({ name, lr, momentum = 0 }: TrainingRun['optimizer']): Update {
  if (name === 'sgd') {
    return (p, g, m) => {
      g.forEach((slope, i) => {
        m[i] = momentum * (m[i] ?? 0) + slope;
        p[i] = (p[i] ?? 0) - lr * m[i]!;
      });
    };
  }
  if (name !== 'adam') throw new Error(`unknown optimizer ${name}`);
  return (p, g, m, v, t) => {
    g.forEach((slope, i) => {
      m[i] = 0.9 * (m[i] ?? 0) + 0.1 * slope;
      v[i] = 0.999 * (v[i] ?? 0) + 0.001 * slope * slope;
      p[i] = (p[i] ?? 0) - (lr * (m[i]! / (1 - 0.9 ** t))) / (Math.sqrt(v[i]! / (1 - 0.999 ** t)) + 1e-8);
    });
  };
}

/** Trains in double precision, one update for each batch of the file. */
export function train(file: Files['training.json'], run: TrainingRun, margin: Margin): Trajectory {
  const { X, labels, C, batches } = file.data;
  const p = flatten(file.initialWeights, C);
  const zeros = (): Vectors => mapBlocks((block) => new Float64Array(p[block].length));
  const [m, v] = [zeros(), zeros()];
  const update = updateOf(run.optimizer);
  const losses: number[] = [];
  const weights: Parameters[] = [];
  batches.forEach((batch, index) => {
    const x = batch.map((i) => X[i] ?? []);
    const y = batch.map((i) => labels[i] ?? 0);
    const { loss, by } = gradients(p, x, y, margin, index + 1);
    for (const block of BLOCKS) update(p[block], by[block], m[block], v[block], index + 1);
    losses.push(loss);
    weights.push(mapBlocks((block) => p[block].slice()));
  });
  return { losses, weights };
}

/** Something for each block of parameters. */
export const mapBlocks = <T>(make: (block: Block) => T): Record<Block, T> => ({
  W1: make('W1'),
  b1: make('b1'),
  W2: make('W2'),
  b2: make('b2'),
  headW: make('headW'),
  headB: make('headB'),
});
