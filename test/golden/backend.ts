import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import type { CreateEngine } from '../../src/train/engine';
import { createPortable } from '../../src/train/portable/portable';
import type { Executor } from '../../src/train/protocol';
import { bringSimd } from '../../src/train/simd/simd';

/** Makes a backend TensorFlow.js's own; gives what builds engines on it. */
export async function portableOn(name: 'wasm' | 'cpu'): Promise<CreateEngine> {
  // Without its advice to install another package in Node.
  tf.env().set('IS_TEST', true);
  if (!(await tf.setBackend(name))) throw new Error(`TensorFlow.js has no backend ${name} here`);
  await tf.ready();
  return (spec) => createPortable(name, spec);
}

/** The executors that run without a browser: what builds engines of each. */
export const IN_NODE = {
  simd: bringSimd,
  wasm: () => portableOn('wasm'),
  cpu: () => portableOn('cpu'),
} as const satisfies Partial<Record<Executor, () => Promise<CreateEngine>>>;
