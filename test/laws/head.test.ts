import { describe, expect, test } from 'vitest';
import { forceAt } from '../../src/margin/force';
import { type HeadInput, type HeadLoss, head } from '../../src/margin/head';
import { normal, type Random, stream } from '../../src/math/random';
import { LANES, type Lane, settingsOf } from './lanes';

const CLASSES = 4;
const SAMPLES = 3;
/** Step of the differences, and what they are good to, against the largest entry of a gradient. */
const STEP = 1e-6;
const DIFFERENCE = 2e-6;

/** Schedules change a margin's strength only; one moment stands for all. */
const lossOf = ({ margin }: Lane): HeadLoss => ({ ...margin, force: forceAt(margin, 37) });
const normals = (count: number, random: Random): Float64Array =>
  Float64Array.from({ length: count }, () => normal(random));
const randomInput = (dim: number, random: Random): HeadInput => ({
  x: normals(SAMPLES * dim, random),
  w: normals(CLASSES * dim, random),
  b: normals(CLASSES, random),
  y: [0, 2, 3],
  n: SAMPLES,
  classes: CLASSES,
  dim,
});

/** The derivative of the mean loss by every number of one input, by central differences. */
function differences(input: HeadInput, name: 'x' | 'w' | 'b', loss: HeadLoss): Float64Array {
  const values = Float64Array.from(input[name] ?? []);
  const lossAt = (i: number, by: number): number => {
    const moved = values.slice();
    moved[i] = (moved[i] ?? 0) + by;
    return head({ ...input, [name]: moved }, loss).meanLoss;
  };
  return values.map((_, i) => (lossAt(i, STEP) - lossAt(i, -STEP)) / (2 * STEP));
}

const largest = (values: ArrayLike<number>): number => Math.max(...Array.from(values, Math.abs));
const furthest = (a: Float64Array, b: Float64Array): number =>
  largest(a.map((value, i) => value - (b[i] ?? 0)));

const trueGradient = LANES.filter(({ margin }) => !margin.straightThrough);
describe.each(trueGradient.map((lane) => [lane.title, lane] as const))('%s:', (title, lane) => {
  test.each([2, 3])('the gradients are the derivatives of the mean loss in %d dimensions', (dim) => {
    const random = stream(dim, title);
    for (const setting of settingsOf(lane)) {
      const [input, loss] = [randomInput(dim, random), lossOf(setting)];
      const { gradient } = head(input, loss);
      for (const name of ['x', 'w', 'b'] as const) {
        const scale = Math.max(1, largest(gradient[name]));
        expect(furthest(gradient[name], differences(input, name, loss))).toBeLessThan(DIFFERENCE * scale);
      }
    }
  });
});

/** One sample of class 0 along the first axis, against a centre in the same direction, opposite, or without length. */
const ENDS: readonly (readonly [what: string, x: readonly number[], w: readonly number[]])[] = [
  ['on its centre', [0.3, 0.4], [0.6, 0.8]],
  ['opposite to its centre', [0.3, 0.4], [-0.6, -0.8]],
  ['without length', [0, 0], [0.6, 0.8]],
  ['at a centre without length', [0.3, 0.4], [0, 0]],
];

describe.each(LANES.map((lane) => [lane.title, lane] as const))('%s:', (_title, lane) => {
  test.each(ENDS)('loss and gradients of a sample %s are finite', (_what, x, w) => {
    for (const setting of settingsOf(lane)) {
      const input = { x, w: [...w, 1, 0, 0, -1], b: [0, 0, 0], y: [0], n: 1, classes: 3, dim: 2 };
      const { meanLoss, gradient } = head(input, lossOf(setting));
      const numbers = [meanLoss, ...gradient.x, ...gradient.w, ...gradient.b];
      expect(numbers.filter((value) => !Number.isFinite(value))).toEqual([]);
    }
  });

  test('what is normalised has no gradient along itself', () => {
    const input = randomInput(3, stream(1, 'along'));
    const { gradient } = head(input, lossOf(lane));
    const along = (gradients: Float64Array, a: ArrayLike<number>): number =>
      largest(
        Array.from({ length: a.length / 3 }, (_, i) =>
          [0, 1, 2].reduce((sum, k) => sum + (gradients[3 * i + k] ?? 0) * (a[3 * i + k] ?? 0), 0),
        ),
      );
    if (lane.margin.scale !== 'norm*wnorm') expect(along(gradient.w, input.w)).toBeLessThan(1e-12);
    if (lane.margin.scale === 's') expect(along(gradient.x, input.x)).toBeLessThan(1e-12);
  });
});

test('A large scale does not overflow: the largest logit is subtracted first', () => {
  const lane = LANES.find(({ loss }) => loss.id === 'softmax');
  if (!lane) throw new Error('no softmax on the shelf');
  const input = { x: [1000, 0], w: [-5, 0, 5, 0], b: [0, 0], y: [0], n: 1, classes: 2, dim: 2 };
  // Logits −5000 and 5000: the loss is log(1 + e^10000), which is 10000 to the last digit.
  expect(head(input, lossOf(lane)).meanLoss).toBe(10_000);
});
