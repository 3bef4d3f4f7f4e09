import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import type { CreateEngine } from '../../src/train/engine';
import { createPortable } from '../../src/train/portable/portable';

/** The backends that run without a browser. */
export const IN_NODE = ['wasm', 'cpu'] as const;

/** Makes a backend TensorFlow.js's own; gives what builds engines on it. */
export async function portableOn(name: (typeof IN_NODE)[number]): Promise<CreateEngine> {
  // Without its advice to install another package in Node.
  tf.env().set('IS_TEST', true);
  if (!(await tf.setBackend(name))) throw new Error(`TensorFlow.js has no backend ${name} here`);
  await tf.ready();
  return (spec) => createPortable(name, spec);
}
