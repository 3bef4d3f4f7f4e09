/** Places in a WebAssembly memory, which grows when a place is taken and never otherwise. */
export interface Arena {
  readonly memory: WebAssembly.Memory;
  /** The address of so many bytes of zeros, at the start of a cache line. */
  take(bytes: number): number;
  /** A view of floats at an address; to be used at once, since growing takes the memory from under it. */
  floats(at: number, count: number): Float32Array<ArrayBuffer>;
  ints(at: number, count: number): Int32Array<ArrayBuffer>;
  bytes(at: number, count: number): Uint8Array<ArrayBuffer>;
}

const PAGE = 65_536;
const LINE = 64;

export function createArena(): Arena {
  const memory = new WebAssembly.Memory({ initial: 0 });
  // 0 is no address, as ever.
  let top = LINE;
  return {
    memory,
    take(bytes) {
      const at = top;
      top += Math.ceil(bytes / LINE) * LINE;
      const missing = top - memory.buffer.byteLength;
      if (missing > 0) memory.grow(Math.ceil(missing / PAGE));
      return at;
    },
    floats: (at, count) => new Float32Array(memory.buffer, at, count),
    ints: (at, count) => new Int32Array(memory.buffer, at, count),
    bytes: (at, count) => new Uint8Array(memory.buffer, at, count),
  };
}
