import { layout } from '../../../src/train/layout';
import { startFrom } from './startFrom';

/**
 * From a network whose embeddings surround the origin: the mean embedding of the training samples is taken off the
 * last layer's biases. An untrained network puts all samples into nearly one direction.
 */
export const centredStart = startFrom(async (one, { samples, shape, structure, create }) => {
  const { activation, optimizer, dim } = structure;
  const { x, y } = samples;
  const untrained = create({ ...shape, lanes: 1, activation, optimizer, x, y, initial: one.slice() });
  const frozen = untrained.freeze();
  const features = await frozen.embed(0, samples.trainCount);
  frozen.release();
  untrained.dispose();
  const last = layout(shape).layers.at(-1)?.b.at ?? 0;
  features.forEach((value, i) => {
    const at = last + (i % dim);
    one[at] = (one[at] ?? 0) - value / samples.trainCount;
  });
});
