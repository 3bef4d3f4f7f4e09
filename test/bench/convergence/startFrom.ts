import { createBatches } from '../../../src/train/batches';
import type { CreateEngine } from '../../../src/train/engine';
import { initialParameters, type Shape } from '../../../src/train/layout';
import type { Structure } from '../../../src/train/protocol';
import { bringSimd } from '../../../src/train/simd/simd';
import { createTrainer } from '../../../src/train/trainer';
import type { Open } from './run';
import type { Workload } from './workload';

/** What an initial network may be changed by. `create` builds engines, for who wants to see what it does. */
interface Start extends Pick<Workload, 'samples'> {
  readonly shape: Shape;
  readonly structure: Structure;
  readonly create: CreateEngine;
}

/** One initial network for every lane. [lanes, size] */
function forLanes(one: Float32Array, lanes: number): Float32Array {
  const initial = new Float32Array(lanes * one.length);
  for (let lane = 0; lane < lanes; lane++) initial.set(one, lane * one.length);
  return initial;
}

/** Starts as the page does, but from an initial network [layout.size] that `alter` has changed in place. */
export const startFrom =
  (alter: (one: Float32Array, start: Start) => void | Promise<void>): Open =>
  async ({ samples }, structure, knobs) => {
    const { dim, hidden, activation, optimizer, centres, seed } = structure;
    const inputs = samples.shape.reduce((a, b) => a * b, 1);
    const shape = { inputs, hidden, dim, classes: samples.classes.length };
    const create = await bringSimd();
    const one = initialParameters(shape, centres, seed);
    await alter(one, { samples, shape, structure, create });
    const lanes = knobs.lanes.length;
    const { x, y } = samples;
    const initial = forLanes(one, lanes);
    const engine = create({ ...shape, lanes, activation, optimizer, x, y, initial });
    return { engine, trainer: createTrainer(engine, createBatches(samples.trainCount, seed), knobs) };
  };
