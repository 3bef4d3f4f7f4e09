import type { Engine, EngineSpec, EngineState, StepInput, StepResult } from '../engine';
import { blockOf, FLOAT, intoBlock, outOfBlock } from './block';
import { createFrozen } from './frozen';
import { BLEND, CLASS, FOUR } from './kernel/head/records';
import type { Kernels } from './load';
import { LOSS_FLOATS, writeLoss } from './losses';
import { createArena } from './memory';
import { createNetwork, MOST_SAMPLES } from './network';
import { type Moving, move } from './optimizer';

/** An engine that lives: what it computes is there as soon as it is asked for. */
export interface Lanes extends Pick<Engine, 'setHead' | 'step' | 'freeze' | 'arrange' | 'restore'> {
  result(): StepResult;
  state(): EngineState;
}

/** Addresses of what a lane has of its own. */
interface Lane extends Moving {
  readonly loss: number;
}

/** All lanes, one after the other through the kernel. Its memory is laid out here, once. */
export function createLanes(kernels: Kernels, spec: EngineSpec): Lanes {
  const { dim, classes, optimizer } = spec;
  const arena = createArena();
  const kernel = kernels(arena.memory);
  const block = blockOf(spec);
  const network = createNetwork(kernel, arena, spec, block);
  const gradient = arena.take(block.bytes);
  const scratch = arena.take(FOUR + classes * CLASS);
  const features = arena.take(spec.lanes * MOST_SAMPLES * dim * FLOAT);
  const frozen = createFrozen(kernel, arena, network, block, spec);
  const size = block.places.length;

  const blockAt = (at: number): Float32Array => arena.floats(at, block.bytes / FLOAT);
  const write = (at: number, values: Float32Array): void => intoBlock(blockAt(at), block.places, values);

  let lanes = Array.from({ length: spec.lanes }, (_, l): Lane => {
    const [parameters, m, v] = [arena.take(block.bytes), arena.take(block.bytes), arena.take(block.bytes)];
    write(parameters, spec.initial.subarray(l * size, (l + 1) * size));
    return { parameters, m, v, loss: arena.take(LOSS_FLOATS * FLOAT) };
  });
  let last: { readonly losses: Float32Array; readonly batch: number } | null = null;

  /** Forward, backward and one update of a lane; its loss before it. */
  function stepLane(lane: Lane, l: number, input: StepInput): number {
    const batch = input.samples.length;
    const { parameters, loss } = lane;
    arena.floats(loss + BLEND, 1)[0] = input.blends[l] ?? 1;
    network.forward(parameters);
    const { embeddings, byEmbeddings, labels } = network;
    kernel.unpack(embeddings, batch, dim, features + l * batch * dim * FLOAT);
    const mean = kernel.head(
      loss,
      embeddings,
      labels,
      batch,
      parameters + block.centres,
      classes,
      dim,
      byEmbeddings,
      gradient + block.centres,
      scratch,
    );
    if (input.still[l]) return mean;
    network.backward(parameters, gradient);
    move(kernel, lane, gradient, block.bytes, optimizer, input.learningRate, input.update);
    return mean;
  }

  const all = (of: (lane: Lane) => number): Float32Array => {
    const values = new Float32Array(lanes.length * size);
    lanes.forEach((lane, l) => {
      outOfBlock(blockAt(of(lane)), block.places, values.subarray(l * size, (l + 1) * size));
    });
    return values;
  };

  return {
    setHead(l, head) {
      const lane = lanes[l];
      if (lane) writeLoss(arena.floats(lane.loss, LOSS_FLOATS), head);
    },
    step(input) {
      network.take(input.samples);
      const losses = Float32Array.from(lanes, (lane, l) => stepLane(lane, l, input));
      last = { losses, batch: input.samples.length };
    },
    result() {
      if (!last) throw new Error('no step has been made yet');
      const { losses, batch } = last;
      return { losses: losses.slice(), features: arena.floats(features, lanes.length * batch * dim).slice() };
    },
    freeze: () => frozen.freeze(lanes.map(({ parameters }) => parameters)),
    arrange(order) {
      lanes = order.flatMap((l) => lanes[l] ?? []);
      last = null;
    },
    state: () => ({
      parameters: all(({ parameters }) => parameters),
      m: all(({ m }) => m),
      v: all(({ v }) => v),
    }),
    restore(l, state) {
      const lane = lanes[l];
      if (!lane) return;
      write(lane.parameters, state.parameters);
      write(lane.m, state.m);
      write(lane.v, state.v);
    },
  };
}
