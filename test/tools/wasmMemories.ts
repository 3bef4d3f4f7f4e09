/** All WebAssembly memories made from now on, as far as they are still in use. */
export interface WasmMemories {
  /** Their sizes together. */
  bytes(): number;
  count(): number;
  stop(): void;
}

/** Watches without holding: a memory that nobody else refers to may go. */
export function watchWasmMemories(): WasmMemories {
  const seen: WeakRef<WebAssembly.Memory>[] = [];
  const { Memory } = WebAssembly;
  WebAssembly.Memory = class extends Memory {
    constructor(descriptor: WebAssembly.MemoryDescriptor) {
      super(descriptor);
      seen.push(new WeakRef(this));
    }
  };
  const present = (): WebAssembly.Memory[] => seen.flatMap((ref) => ref.deref() ?? []);
  return {
    bytes: () => present().reduce((sum, { buffer }) => sum + buffer.byteLength, 0),
    count: () => present().length,
    stop() {
      WebAssembly.Memory = Memory;
    },
  };
}
