import type { CreateEngine, Engine, EngineSpec, Frozen, StepInput } from '../engine';
import { arrange } from './arrange';
import { createBatch, pairs } from './batch';
import { createCurves } from './curves';
import { type Device, openDevice, type Texture } from './device';
import { embed } from './embed';
import { columnsSaid, head, unpackSaid } from './head';
import { createNetwork } from './network';
import { pack, plan, unpack, unpackHeads } from './plan';
import { ROOM_FOR_LANES } from './program';
import { ratesOf, update } from './update';

/** @throws Error where TensorFlow.js's backend is not WebGL 2 */
export function bringFused(): CreateEngine {
  const device = openDevice();
  return (spec) => createFused(device, spec);
}

/**
 * The whole step of all lanes in 4 + 2 programs for each hidden layer, on TensorFlow.js's WebGL backend: the layers
 * forward, the head, the hidden layers backward, all gradients, the update. ARCHITECTURE.md draws how they meet.
 */
function createFused(device: Device, spec: EngineSpec): Engine {
  if (spec.lanes > ROOM_FOR_LANES)
    throw new Error(`${spec.lanes} lanes, and there is room for ${ROOM_FOR_LANES}`);
  const places = plan(spec);
  const { classes, dim, rows, width } = places;
  const network = createNetwork(device, places, spec.activation);
  const optimize = update(spec.optimizer.type);
  const batch = createBatch(device, spec);
  const curves = createCurves(device, spec.lanes);
  let { lanes } = spec;
  let state = device.blank(3 * width, rows * lanes);
  const zeros = new Float32Array(spec.initial.length);
  device.write(state, 0, pack(places, { parameters: spec.initial, m: zeros, v: zeros }, lanes));
  /** What the head said at the last step, and of how many samples. */
  let last: { readonly said: Texture; readonly samples: number } | null = null;

  /** Replaces the state by one that a program has made of it. */
  function become(next: Texture): void {
    state.dispose();
    state = next;
  }

  function forget(): void {
    last?.said.dispose();
    last = null;
  }

  function step({ samples, update: t, learningRate, blends, still }: StepInput): void {
    const pass = { state, batch: batch.load(samples), lanes, pairs: pairs(samples.length) };
    const outputs = network.forward(pass);
    const embedding = outputs.at(-1) as Texture; // every network has a last layer
    const said = device.run(
      head,
      { embedding, batch: pass.batch, state, curves: curves.texture },
      { lanes, dim, classes, about: batch.about, scales: curves.scales, blends },
      columnsSaid(classes),
      pass.pairs * lanes,
    );
    const deltas = network.backward(pass, outputs, said);
    const gradient = network.gradients(pass, outputs, deltas, said);
    const bits = still.reduce((sum, stands, lane) => sum + (stands ? 2 ** lane : 0), 0);
    const rates = ratesOf(spec.optimizer, learningRate, t);
    const uniforms = { lanes, width, still: bits, rates };
    become(device.run(optimize, { state, gradient }, uniforms, 3 * width, rows * lanes));
    for (const texture of [...outputs, ...deltas, gradient]) texture.dispose();
    forget();
    last = { said, samples: samples.length };
  }

  function freeze(): Frozen {
    const frozen = { state: device.share(state), lanes, dim };
    return {
      head: async () =>
        unpackHeads(places, await device.read(frozen.state, classes, frozen.lanes), frozen.lanes),
      embed: (from, count) => embed(device, network, batch, frozen, from, count),
      release: () => frozen.state.dispose(),
    };
  }

  /** Each lane goes on with one of before, or with the given one where its number is −1. */
  function rearrange(order: readonly number[], given: Texture): void {
    const uniforms = { lanes: order.length, before: lanes, order };
    become(device.run(arrange, { state, given }, uniforms, 3 * width, rows * order.length));
    lanes = order.length;
  }

  return {
    executor: 'fused',
    setHead: curves.set,
    step,
    async result() {
      if (!last) throw new Error('no step has been made yet');
      const { said, samples } = last;
      const size = { lanes, samples, dim };
      return unpackSaid(await device.read(said, 2, pairs(samples) * lanes), size);
    },
    freeze,
    arrange(order) {
      rearrange(order, state);
      curves.arrange(order);
      forget();
    },
    async state() {
      const of = lanes;
      return unpack(places, await device.read(state, 3 * width, rows * of), of);
    },
    restore(lane, one) {
      const given = device.blank(3 * width, rows);
      device.write(given, 0, pack(places, one, 1));
      const order = Array.from({ length: lanes }, (_, i) => (i === lane ? -1 : i));
      rearrange(order, given);
      given.dispose();
    },
    dispose() {
      forget();
      state.dispose();
      batch.dispose();
      curves.texture.dispose();
    },
  };
}
