import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import * as tf from '@tensorflow/tfjs-core';

// The driver may take a WebGL context away at any time: a laptop that wakes, a graphics processor that is reset. Nothing
// that it held comes back. What is read from it then is zeros, or never arrives.

let lost = false;
let tell = (): void => {};

const inUse = (): boolean => tf.getBackend() === 'webgl';
// Safe: the backend of this name is TensorFlow.js's own.
const contextInUse = (): WebGLRenderingContext => (tf.backend() as MathBackendWebGL).gpgpu.gl;

/** To be called when TensorFlow.js has made the WebGL backend its own: watches that backend's context. */
export function watchContext(): void {
  contextInUse().canvas.addEventListener('webglcontextlost', () => {
    lost = true;
    if (inUse()) tell();
  });
}

/** Whether what is computed now can be trusted. */
export const contextIntact = (): boolean => !inUse() || !(lost || contextInUse().isContextLost());

/** Calls back when the context is lost that computes the steps. */
export function whenContextLost(listener: () => void): void {
  tell = listener;
}
