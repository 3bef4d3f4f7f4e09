import { expect, test } from 'vitest';
import { bringSimd } from '../../../src/train/simd/simd';
import { CASES, moving, open, step } from './cases';

const simd = await bringSimd();
const one = CASES[0]!;

test('A lane that stands still keeps parameters and moments, even where its numbers overflow; the others do not notice', async () => {
  const [engine, beside] = [open(simd, one), open(simd, one)];
  for (const each of [engine, beside]) step(each, 1, 0, 64, moving(one));
  const before = await engine.state();
  const size = before.parameters.length / one.lanes;
  const wild = new Float32Array(size).fill(1e30);
  engine.restore(2, { parameters: wild, m: wild, v: wild });
  step(engine, 2, 64, 64, [false, true, true, false]);
  step(beside, 2, 64, 64, moving(one));
  expect((await engine.result()).losses[2]).toBeNaN();
  const [after, expected] = [await engine.state(), await beside.state()];
  const lane = (of: Float32Array, l: number): Float32Array => of.slice(l * size, (l + 1) * size);
  for (const what of ['parameters', 'm', 'v'] as const) {
    expect(lane(after[what], 1)).toEqual(lane(before[what], 1));
    expect(lane(after[what], 2)).toEqual(wild);
    expect(lane(after[what], 0)).toEqual(lane(expected[what], 0));
    expect(lane(after[what], 3)).toEqual(lane(expected[what], 3));
  }
});

test('Numbers that overflow give a loss that is none', async () => {
  const engine = open(simd, one);
  const { parameters, m, v } = await engine.state();
  engine.restore(0, { parameters: parameters.slice(0, parameters.length / 4).map((w) => w * 1e30), m, v });
  step(engine, 1, 0, 64, moving(one));
  const { losses } = await engine.result();
  expect([...losses].map(Number.isFinite)).toEqual([false, true, true, true]);
});

test('A larger batch than the page offers is refused', () => {
  const engine = open(simd, one);
  expect(() => step(engine, 1, 0, 513, moving(one))).toThrow(
    new RangeError('a batch of 513 is larger than 512'),
  );
});
