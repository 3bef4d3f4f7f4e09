import * as tf from '@tensorflow/tfjs-core';
import type { Optimizer } from '../protocol';

export interface Moments {
  readonly parameters: tf.Tensor2D;
  /** Adam's first moment, or the velocity. */
  readonly m: tf.Tensor2D;
  readonly v: tf.Tensor2D;
}

const [BETA1, BETA2, EPSILON] = [0.9, 0.999, 1e-8];

/** Lanes that stand still keep what they had, even where the new numbers are none. */
export function keepStill(before: Moments, after: Moments, still: readonly boolean[]): Moments {
  if (!still.includes(true)) return after;
  const stays = tf.tensor2d(still.map(Number), [still.length, 1], 'bool');
  const choose = (old: tf.Tensor2D, next: tf.Tensor2D): tf.Tensor2D => tf.where(stays, old, next);
  return {
    parameters: choose(before.parameters, after.parameters),
    m: choose(before.m, after.m),
    v: choose(before.v, after.v),
  };
}

/** One update of all parameters of all lanes; `update` counts from 1. Gives new tensors. */
export function move(
  { parameters, m, v }: Moments,
  gradient: tf.Tensor2D,
  optimizer: Optimizer,
  rate: number,
  update: number,
): Moments {
  if (optimizer.type === 'sgd') {
    const velocity = tf.add(tf.mul(m, optimizer.momentum), gradient) as tf.Tensor2D;
    return { parameters: tf.sub(parameters, tf.mul(velocity, rate)), m: velocity, v: tf.clone(v) };
  }
  const m1 = tf.add(tf.mul(m, BETA1), tf.mul(gradient, 1 - BETA1)) as tf.Tensor2D;
  const v1 = tf.add(tf.mul(v, BETA2), tf.mul(tf.square(gradient), 1 - BETA2)) as tf.Tensor2D;
  // Bias corrections on scalars; ε outside the root of the corrected second moment, as PyTorch has it.
  const root = tf.add(tf.mul(tf.sqrt(v1), 1 / Math.sqrt(1 - BETA2 ** update)), EPSILON);
  return {
    parameters: tf.sub(parameters, tf.mul(tf.div(m1, root), rate / (1 - BETA1 ** update))),
    m: m1,
    v: v1,
  };
}
