import type { Samples } from '../data/dataset';
import { layout, type Shape } from './layout';
import type { Activation } from './protocol';

/** Samples whose mean is taken: they come with their classes in turn, so each class counts alike. */
const MOST = 512;

const APPLY: Readonly<Record<Activation, (z: number) => number>> = {
  relu: (z) => Math.max(0, z),
  tanh: Math.tanh,
};

/**
 * Takes the mean embedding of the first training samples off the last layer's biases, in place. An untrained network
 * puts all samples into nearly one direction; with three classes on a circle the class whose centre lies opposite is
 * then lost on many seeds, whatever the margin (test/bench/RESULTS.md).
 */
export function centreEmbeddings(
  parameters: Float32Array,
  shape: Shape,
  activation: Activation,
  { x, trainCount }: Pick<Samples, 'x' | 'trainCount'>,
): void {
  const { layers } = layout(shape);
  const last = layers.at(-1);
  if (!last) return;
  const count = Math.min(MOST, trainCount);
  const mean = new Float64Array(shape.dim);
  for (let i = 0; i < count; i++) {
    let input: ArrayLike<number> = x.subarray(i * shape.inputs, (i + 1) * shape.inputs);
    for (const layer of layers) {
      const out = dense(parameters, layer, input);
      input = layer === last ? out : out.map(APPLY[activation]);
    }
    for (let k = 0; k < shape.dim; k++) mean[k] = (mean[k] ?? 0) + (input[k] ?? 0) / count;
  }
  mean.forEach((value, k) => {
    parameters[last.b.at + k] = (parameters[last.b.at + k] ?? 0) - value;
  });
}

/** One layer without its activation. [out] */
function dense(
  parameters: Float32Array,
  { w, b }: ReturnType<typeof layout>['layers'][number],
  input: ArrayLike<number>,
): Float64Array {
  const out = Float64Array.from(parameters.subarray(b.at, b.at + b.size));
  for (let i = 0; i < input.length; i++) {
    const value = input[i] ?? 0;
    if (value === 0) continue; // what a ReLU cut off
    const row = w.at + i * out.length;
    for (let j = 0; j < out.length; j++) out[j] = (out[j] ?? 0) + value * (parameters[row + j] ?? 0);
  }
  return out;
}
