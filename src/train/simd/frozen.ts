import type { EngineSpec, Frozen } from '../engine';
import { type Block, FLOAT } from './block';
import { CENTRE } from './kernel/head/records';
import type { Kernel } from './load';
import type { Arena } from './memory';
import type { Network } from './network';

/** Samples embedded at a time: their activations stay in the nearest cache. */
const PART = 128;

/**
 * Copies of all lanes' parameters, to be read while training goes on. Each has its place in the memory; places given back
 * are used again, so that there are never more than were in use at once.
 */
export function createFrozen(
  kernel: Kernel,
  arena: Arena,
  network: Network,
  block: Block,
  { lanes: most, classes, dim }: EngineSpec,
): { freeze(parameters: readonly number[]): Frozen } {
  const unused: number[] = [];
  const out = arena.take(PART * dim * FLOAT);

  function head(copy: number, lanes: number) {
    const centres = new Float32Array(lanes * classes * dim);
    const biases = new Float32Array(lanes * classes);
    for (let l = 0; l < lanes; l++) {
      const from = copy + l * block.bytes;
      for (let j = 0; j < classes; j++) {
        const centre = arena.floats(from + block.centres + j * CENTRE, dim);
        centres.set(centre, (l * classes + j) * dim);
      }
      biases.set(arena.floats(from + block.biases, classes), l * classes);
    }
    return { centres, biases };
  }

  /** Embeds some samples, PART at a time. */
  function embed(copy: number, lanes: number, from: number, count: number): Float32Array {
    const features = new Float32Array(lanes * count * dim);
    for (let done = 0; done < count; done += PART) {
      const part = Math.min(PART, count - done);
      network.take(Int32Array.from({ length: part }, (_, i) => from + done + i));
      for (let l = 0; l < lanes; l++) {
        network.forward(copy + l * block.bytes);
        kernel.unpack(network.embeddings, part, dim, out);
        features.set(arena.floats(out, part * dim), (l * count + done) * dim);
      }
    }
    return features;
  }

  return {
    freeze(parameters) {
      const copy = unused.pop() ?? arena.take(most * block.bytes);
      const lanes = parameters.length;
      parameters.forEach((at, l) => {
        arena.bytes(copy + l * block.bytes, block.bytes).set(arena.bytes(at, block.bytes));
      });
      return {
        head: async () => head(copy, lanes),
        embed: async (from, count) => embed(copy, lanes, from, count),
        release: () => void unused.push(copy),
      };
    },
  };
}
