import wasmSimd from '@tensorflow/tfjs-backend-wasm/wasm-out/tfjs-backend-wasm-simd.wasm?url';
import * as tf from '@tensorflow/tfjs-core';
import type { Executor, Reason, Structure } from './protocol';

export interface Choice {
  readonly executor: Executor;
  readonly reason: Reason;
  /** What WebGL says that it draws with; empty without WebGL. */
  readonly renderer: string;
}

/** Names under which browsers draw WebGL on the processor. */
const SOFTWARE = /swiftshader|llvmpipe|softpipe|software|basic render/i;

/** The name of what draws WebGL 2 here, or null where nothing does. */
function renderer(): string | null {
  if (typeof OffscreenCanvas === 'undefined') return null;
  const gl = new OffscreenCanvas(1, 1).getContext('webgl2');
  if (!gl) return null;
  // Without the extension Firefox still tells by RENDERER.
  const name = gl.getExtension('WEBGL_debug_renderer_info')?.UNMASKED_RENDERER_WEBGL ?? gl.RENDERER;
  const said = String(gl.getParameter(name));
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  return said;
}

/** Each backend arrives only when it is wanted. */
const LOAD: Readonly<Record<Executor, () => Promise<unknown>>> = {
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

/** Sets the backend and tries one operation on it: some machines promise WebGL and then cannot hold floats. */
async function works(executor: Executor): Promise<boolean> {
  try {
    await LOAD[executor]();
    if (!(await tf.setBackend(executor))) return false;
    await tf.ready();
    if (executor === 'webgl' && !tf.env().getBool('WEBGL_RENDER_FLOAT32_ENABLED')) return false;
    const sum = tf.tidy(() => tf.sum(tf.tensor1d([0.1, 1e-6])));
    const [value = Number.NaN] = await sum.data();
    sum.dispose();
    return Math.abs(value - 0.100001) < 1e-7;
  } catch {
    return false;
  }
}

/**
 * Picks what runs the steps and makes it TensorFlow.js's backend. On its own: WebGL where a GPU answers, wasm where
 * WebGL is drawn by the processor or missing, plain JavaScript last.
 * @throws Error when nothing runs at all
 */
export async function choose(wanted: Structure['executor']): Promise<Choice> {
  const gl = renderer();
  const software = gl !== null && SOFTWARE.test(gl);
  const own: Executor[] = gl !== null && !software ? ['webgl', 'wasm', 'cpu'] : ['wasm', 'cpu'];
  const order = wanted === 'auto' ? own : [wanted, ...own.filter((executor) => executor !== wanted)];
  const why = (executor: Executor): Reason => {
    if (executor === wanted) return 'asked';
    if (executor === 'webgl') return 'gpu';
    if (executor === 'cpu') return 'lastResort';
    return software ? 'softwareGl' : 'noGl';
  };
  for (const executor of order) {
    if (await works(executor)) return { executor, reason: why(executor), renderer: gl ?? '' };
  }
  throw new Error(`no TensorFlow.js backend runs here (tried ${order.join(', ')})`);
}
