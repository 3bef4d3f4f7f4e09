import { createBatches } from '../../../src/train/batches';
import { initialParameters, layout } from '../../../src/train/layout';
import { createTrainer } from '../../../src/train/trainer';
import { portableOn } from '../../golden/backend';
import type { Open } from './run';

/**
 * Starts as the page does, but from a network whose embeddings surround the origin: the mean embedding of the training
 * samples is taken off the last layer's biases. An untrained network puts all samples into nearly one direction.
 */
export const centredStart: Open = async ({ samples }, structure, knobs) => {
  const { dim, hidden, activation, optimizer, centres, seed } = structure;
  const inputs = samples.shape.reduce((a, b) => a * b, 1);
  const shape = { inputs, hidden, dim, classes: samples.classes.length };
  const create = await portableOn('wasm');
  const open = (one: Float32Array, lanes: number) => {
    const initial = new Float32Array(lanes * one.length);
    for (let lane = 0; lane < lanes; lane++) initial.set(one, lane * one.length);
    const { x, y } = samples;
    return create({ ...shape, lanes, activation, optimizer, x, y, initial });
  };

  const one = initialParameters(shape, centres, seed);
  const untrained = open(one, 1);
  const frozen = untrained.freeze();
  const features = await frozen.embed(0, samples.trainCount);
  frozen.release();
  untrained.dispose();
  const last = layout(shape).layers.at(-1)?.b.at ?? 0;
  features.forEach((value, i) => {
    const at = last + (i % dim);
    one[at] = (one[at] ?? 0) - value / samples.trainCount;
  });

  const engine = open(one, knobs.lanes.length);
  return { engine, trainer: createTrainer(engine, createBatches(samples.trainCount, seed), knobs) };
};
