import wasmSimd from '@tensorflow/tfjs-backend-wasm/wasm-out/tfjs-backend-wasm-simd.wasm?url';
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import * as tf from '@tensorflow/tfjs-core';
import { computeOn } from './context';

export type Backend = 'webgl' | 'wasm' | 'cpu';

/** Each backend arrives only when it is wanted. */
const BRING: Readonly<Record<Backend, () => Promise<unknown>>> = {
  webgl: async () => {
    await import('@tensorflow/tfjs-backend-webgl');
    // Otherwise the backend refuses a software renderer that was asked for by name. The import registers the flag.
    tf.env().set('SOFTWARE_WEBGL_ENABLED', true);
  },
  wasm: async () => {
    const wasm = await import('@tensorflow/tfjs-backend-wasm');
    // Threads need headers that a plain static host does not send; every browser with WebGL 2 has SIMD.
    tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
    if (!(await tf.env().getAsync('WASM_HAS_SIMD_SUPPORT'))) throw new Error('no SIMD in WebAssembly');
    wasm.setWasmPaths({
      'tfjs-backend-wasm.wasm': wasmSimd,
      'tfjs-backend-wasm-simd.wasm': wasmSimd,
      'tfjs-backend-wasm-threaded-simd.wasm': wasmSimd,
    });
  },
  cpu: () => import('@tensorflow/tfjs-backend-cpu'),
};

// Safe: asked for only when the backend of this name is TensorFlow.js's own.
const contextInUse = (): WebGLRenderingContext => (tf.backend() as MathBackendWebGL).gpgpu.gl;

/** Makes a backend TensorFlow.js's own and tries it: some machines promise WebGL and then cannot hold floats. */
export async function takeBackend(backend: Backend): Promise<void> {
  await BRING[backend]();
  if (!(await tf.setBackend(backend))) throw new Error(`TensorFlow.js has no ${backend} here`);
  await tf.ready();
  computeOn(backend === 'webgl' ? contextInUse() : null);
  if (backend === 'webgl' && !tf.env().getBool('WEBGL_RENDER_FLOAT32_ENABLED'))
    throw new Error('WebGL draws no float32 here');
  const sum = tf.tidy(() => tf.sum(tf.tensor1d([0.1, 1e-6])));
  const [value = Number.NaN] = await sum.data();
  sum.dispose();
  if (!(Math.abs(value - 0.100001) < 1e-7)) throw new Error(`${backend} adds wrongly here`);
}
