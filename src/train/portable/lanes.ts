import * as tf from '@tensorflow/tfjs-core';

/** [lanes, rows, columns]: one matrix for each lane, computed together. */
export type Stack = tf.Tensor3D;

const lane = (a: Stack, l: number): tf.Tensor2D => {
  const [lanes, rows, columns] = a.shape;
  // A stack of one stands for every lane.
  return tf.reshape(tf.slice(a, [lanes === 1 ? 0 : l, 0, 0], [1, rows, columns]), [rows, columns]);
};

/**
 * Matrix products of all lanes. GPUs take them stacked, in one launch. The wasm backend has a fast path for plain
 * 2-D products only (batched or transposed ones were 10 to 40 times slower), so there each lane goes by itself.
 */
export function matMul(a: Stack, b: Stack, transposeA = false, transposeB = false): Stack {
  if (tf.getBackend() !== 'wasm') return tf.matMul(a, b, transposeA, transposeB);
  const lanes = Math.max(a.shape[0], b.shape[0]);
  const products = Array.from({ length: lanes }, (_, l) => {
    const [p, q] = [lane(a, l), lane(b, l)];
    return tf.matMul(transposeA ? tf.transpose(p) : p, transposeB ? tf.transpose(q) : q);
  });
  return tf.stack(products) as Stack;
}

/** Lengths of the rows, at least so large that a division is safe. [lanes, rows, 1] */
export const rowLengths = (a: Stack): Stack => tf.maximum(tf.sqrt(tf.sum(tf.square(a), 2, true)), TINY);

/** Stands in for a length or a sine of 0: 0 divided by it is 0. */
export const TINY = 1e-30;

export const sumRows = (a: Stack): Stack => tf.sum(a, 1, true);
export const sumColumns = (a: Stack): Stack => tf.sum(a, 2, true);
