import code from './kernel/index.ts?assembly';

/** The kernel's functions. Addresses are bytes in its memory, and so are sizes unless a name says otherwise. */
export type Kernel = typeof import('./kernel/index');

/** Ties the kernel to a memory. */
export type Kernels = (memory: WebAssembly.Memory) => Kernel;

/** @throws Error where WebAssembly, or its SIMD, is missing */
export async function loadKernels(): Promise<Kernels> {
  const bytes = Uint8Array.from(atob(code), (character) => character.charCodeAt(0));
  const module = await WebAssembly.compile(bytes);
  return (memory) => {
    const { exports } = new WebAssembly.Instance(module, { env: { memory } });
    // It exports what kernel/index.ts does: it was compiled from it.
    return exports as Kernel;
  };
}
