import { describe, expect, test } from 'vitest';
import { lossById } from '../../src/losses';
import { compile, type Margin } from '../../src/margin/compile';
import { blendAt, forceAt, lambdaAt, rampAt, valuesAt } from '../../src/margin/force';
import { defaultConfig } from '../../src/margin/loss';

/** Arithmetic on a few numbers. */
const DIGITS = 12;

function marginOf(id: string, options: Record<string, string>): Margin {
  const loss = lossById(id);
  if (!loss) throw new Error(`no loss ${id}`);
  const config = defaultConfig(loss, { classes: 8, dim: 2 });
  return compile(loss, { ...config, options: { ...config.options, ...options } });
}

describe('λ of SphereFace’s hybrid', () => {
  const { schedule } = marginOf('sphereFace', {});

  test('is counted from t = 1: 100/1.12 at first, 1.6 at step 500, then down to 1', () => {
    if (schedule.type !== 'blend') throw new Error('SphereFace has no blend');
    expect(lambdaAt(schedule, 1)).toBeCloseTo(100 / 1.12, DIGITS);
    // 100/(1 + .12 · 500) = 100/61.
    expect(lambdaAt(schedule, 500)).toBeCloseTo(100 / 61, DIGITS);
    expect(lambdaAt(schedule, 500).toFixed(1)).toBe('1.6');
    // 1 + .12 t = 100 at t = 825.
    expect(lambdaAt(schedule, 824)).toBeGreaterThan(1);
    expect(lambdaAt(schedule, 826)).toBe(1);
    expect(blendAt(schedule, 1e6)).toBe(0.5);
  });

  test('as its authors set it keeps a fifteenth of the margin after 600 steps, and never more than a sixth', () => {
    const original = marginOf('sphereFace', { schedule: 'original' }).schedule;
    // λ = 1000/(1 + .12 · 600) = 13.7.
    expect(blendAt(original, 600)).toBeCloseTo(1 / (1 + 1000 / 73), DIGITS);
    expect(1 / blendAt(original, 600)).toBeCloseTo(14.7, 1);
    expect(blendAt(original, 1e9)).toBeCloseTo(1 / 6, DIGITS);
  });

  test('takes a power, as Caffe’s layer does', () => {
    const squared = { type: 'blend', base: 1000, gamma: 0.1, power: 2, min: 5 } as const;
    expect(lambdaAt(squared, 10)).toBeCloseTo(250, DIGITS);
  });

  test('blends values: (λ cosθ + ψ)/(1 + λ)', () => {
    const margin = marginOf('sphereFace', {});
    const theta = 0.4;
    const psi = Math.cos(4 * theta);
    const lambda = 100 / (1 + 0.12 * 30);
    expect(forceAt(margin, 30).psi(theta)).toBeCloseTo(
      (lambda * Math.cos(theta) + psi) / (1 + lambda),
      DIGITS,
    );
  });
});

describe('A warm-up', () => {
  const margin = marginOf('arcFace', { schedule: 'ramp' });

  test('starts from no margin at t = 1 and grows by a hundredth a step: m_t = m · min(1, (t − 1)/100)', () => {
    expect([1, 2, 51, 101, 102, 5000].map((t) => rampAt(margin.schedule, t))).toEqual([
      0, 0.01, 0.5, 1, 1, 1,
    ]);
    expect(valuesAt(margin, 51).m2).toBeCloseTo(0.25, DIGITS);
    expect(forceAt(margin, 1).psi(1)).toBe(Math.cos(1));
  });

  test('leaves the scale alone', () => {
    expect(valuesAt(margin, 1).s).toBe(margin.values.s);
  });

  test('grows a factor from 1', () => {
    const factor = marginOf('sphereFace', { schedule: 'ramp' });
    // From 1 to 4: half way is 2.5.
    expect(valuesAt(factor, 51).m1).toBeCloseTo(2.5, DIGITS);
  });
});

test('Without a schedule the margin is whole from the first step', () => {
  const margin = marginOf('arcFace', { schedule: 'none' });
  expect(blendAt(margin.schedule, 1)).toBe(1);
  expect(valuesAt(margin, 1)).toBe(margin.values);
});
