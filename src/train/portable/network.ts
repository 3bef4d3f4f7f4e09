import * as tf from '@tensorflow/tfjs-core';
import type { Layout, Part } from '../layout';
import type { Activation } from '../protocol';
import { matMul, type Stack, sumRows } from './lanes';

/** A block of every lane's parameters. [lanes, rows, columns]; a vector is a single row. */
export function part(parameters: tf.Tensor2D, { at, size, shape }: Part): Stack {
  const lanes = parameters.shape[0];
  const [rows, columns] = shape.length === 2 ? [shape[0] ?? 1, shape[1] ?? 1] : [1, size];
  return tf.reshape(tf.slice(parameters, [0, at], [lanes, size]), [lanes, rows, columns]);
}

const ACTIVATIONS: Readonly<Record<Activation, { apply: (z: Stack) => Stack; slope: (a: Stack) => Stack }>> =
  {
    /** The slope is read off the activation itself. */
    relu: { apply: (z) => tf.relu(z), slope: (a) => tf.step(a) },
    tanh: { apply: (z) => tf.tanh(z), slope: (a) => tf.sub(1, tf.square(a)) },
  };

/**
 * Every layer's input and, last, the embedding: [x, a₁, …, e]. x is [1, batch, inputs], the same for all lanes.
 * The last layer is linear: a ReLU there would leave one quadrant only.
 */
export function forward(
  x: Stack,
  parameters: tf.Tensor2D,
  { layers }: Layout,
  activation: Activation,
): Stack[] {
  const activations = [x];
  layers.forEach(({ w, b }, i) => {
    const z: Stack = tf.add(matMul(activations[i] as Stack, part(parameters, w)), part(parameters, b));
    activations.push(i === layers.length - 1 ? z : ACTIVATIONS[activation].apply(z));
  });
  return activations;
}

/** Gradients of every layer's weights and biases, in the order of the layout, from the gradient by the embedding. */
export function backward(
  activations: readonly Stack[],
  parameters: tf.Tensor2D,
  { layers }: Layout,
  activation: Activation,
  byEmbedding: Stack,
): Stack[] {
  const gradients: Stack[] = [];
  let delta = byEmbedding;
  for (let i = layers.length - 1; i >= 0; i--) {
    const input = activations[i] as Stack;
    gradients.unshift(matMul(input, delta, true, false), sumRows(delta));
    const w = layers[i]?.w;
    if (i > 0 && w) {
      const back = matMul(delta, part(parameters, w), false, true);
      delta = tf.mul(back, ACTIVATIONS[activation].slope(input));
    }
  }
  return gradients;
}
