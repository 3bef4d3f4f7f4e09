import { expect, test } from 'vitest';
import { stream } from '../../src/math/random';
import { centreEmbeddings } from '../../src/train/centring';
import { initialParameters } from '../../src/train/layout';
import { portableOn } from '../golden/backend';

const random = stream(1, 'centring');
const shape = { inputs: 5, hidden: [7, 4], dim: 2, classes: 3 } as const;
const count = 40;
const samples = {
  x: Float32Array.from({ length: count * shape.inputs }, () => 2 * random() - 1),
  y: new Uint8Array(count),
  trainCount: 30,
};

test.each(['relu', 'tanh'] as const)(
  'Centred embeddings of the training samples have their mean at the origin, by %s',
  async (activation) => {
    const initial = initialParameters(shape, 'even', 3);
    const drawn = initial.slice();
    centreEmbeddings(initial, shape, activation, samples);
    const create = await portableOn('cpu');
    const meanOf = async (parameters: Float32Array): Promise<number[]> => {
      const { x, y } = samples;
      const engine = create({
        ...shape,
        lanes: 1,
        activation,
        optimizer: { type: 'adam' },
        x,
        y,
        initial: parameters,
      });
      const frozen = engine.freeze();
      const features = await frozen.embed(0, samples.trainCount);
      frozen.release();
      engine.dispose();
      return [0, 1].map(
        (k) => features.filter((_, i) => i % 2 === k).reduce((a, b) => a + b, 0) / samples.trainCount,
      );
    };
    for (const value of await meanOf(initial)) expect(value).toBeCloseTo(0, 6);
    expect(Math.hypot(...(await meanOf(drawn)))).toBeGreaterThan(0.05);
    const changed = initial.filter((value, i) => value !== drawn[i]).length;
    expect(changed, 'the last biases only').toBe(shape.dim);
  },
);
