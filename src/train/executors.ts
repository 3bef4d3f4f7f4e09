import type { Backend } from './backend';
import { computeOn } from './context';
import type { CreateEngine } from './engine';
import type { Executor } from './protocol';
import { bringSimd } from './simd/simd';

// TensorFlow.js arrives only with an executor that is made of it.

async function take(backend: Backend): Promise<void> {
  const { takeBackend } = await import('./backend');
  await takeBackend(backend);
}

const portableOn = (backend: Backend) => async (): Promise<CreateEngine> => {
  await take(backend);
  const { createPortable } = await import('./portable/portable');
  return (spec) => createPortable(backend, spec);
};

/**
 * Every executor: brings what it needs, proves that it runs here, and gives what builds its engines.
 * @throws Error when it does not run on this machine
 */
export const LOAD: Readonly<Record<Executor, () => Promise<CreateEngine>>> = {
  fused: async () => {
    await take('webgl');
    return (await import('./fused/fused')).bringFused();
  },
  simd: () => {
    computeOn(null);
    return bringSimd();
  },
  webgl: portableOn('webgl'),
  wasm: portableOn('wasm'),
  cpu: portableOn('cpu'),
};
