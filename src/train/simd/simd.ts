import type { CreateEngine, Engine, EngineSpec } from '../engine';
import { createLanes, type Lanes } from './lanes';
import { type Kernels, loadKernels } from './load';

/**
 * The whole step in WebAssembly SIMD, without TensorFlow.js and without a GPU. A seed gives the same run on every machine,
 * bit for bit, as far as samples, initial weights and curves agree: see ARCHITECTURE.md.
 */
function createSimd(kernels: Kernels, spec: EngineSpec): Engine {
  // WebAssembly gives memory back when nothing refers to it any more.
  let lanes: Lanes | null = createLanes(kernels, spec);
  const live = (): Lanes => {
    if (!lanes) throw new Error('this engine was disposed');
    return lanes;
  };
  return {
    executor: 'simd',
    setHead: (lane, head) => live().setHead(lane, head),
    step: (input) => live().step(input),
    result: async () => live().result(),
    freeze: () => live().freeze(),
    arrange: (order) => live().arrange(order),
    state: async () => live().state(),
    restore: (lane, state) => live().restore(lane, state),
    dispose() {
      lanes = null;
    },
  };
}

/** @throws Error where WebAssembly, or its SIMD, is missing */
export async function bringSimd(): Promise<CreateEngine> {
  const kernels = await loadKernels();
  return (spec) => createSimd(kernels, spec);
}
