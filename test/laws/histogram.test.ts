import { describe, expect, test } from 'vitest';
import { angleDensity, angleShares } from '../../src/math/histogram';
import { stream } from '../../src/math/random';

const random = stream(1, 'angles');
const uniform = Array.from({ length: 20_000 }, () => Math.PI * random());
const [BINS, BANDWIDTH] = [90, 0.05];

describe('The density of angles', () => {
  const mass = (density: Float64Array): number =>
    density.reduce((sum, value, i) => sum + value * (i === 0 || i === BINS ? 0.5 : 1), 0) * (Math.PI / BINS);

  test('integrates to 1, also where samples stand at an end', () => {
    for (const angles of [uniform, [0], [Math.PI], [0.01, 0.02, 3.14], [1, 2]]) {
      expect(mass(angleDensity(angles, BINS, BANDWIDTH))).toBeCloseTo(1, 9);
    }
  });

  test('of evenly spread angles is even, to both ends', () => {
    // 20000 samples under a kernel of .05 rad: about 20000 · .18/π in it, so 3 % is a standard deviation.
    for (const value of angleDensity(uniform, BINS, BANDWIDTH))
      expect(Math.abs(value * Math.PI - 1)).toBeLessThan(0.15);
  });

  test('is highest where the samples are', () => {
    const density = angleDensity([1, 1.01, 0.99, 2], BINS, BANDWIDTH);
    expect(Math.abs((density.indexOf(Math.max(...density)) * Math.PI) / BINS - 1)).toBeLessThan(0.04);
  });

  test('of no samples is nothing', () => {
    expect(Math.max(...angleDensity([], BINS, BANDWIDTH))).toBe(0);
  });
});

describe('The histogram of angles', () => {
  test('has every sample in the bin that it belongs to', () => {
    // Bins of 45°: 10° and 44° in the first, 45° in the second, 180° in the last.
    const shares = angleShares(
      [10, 44, 45, 180].map((degrees) => (degrees * Math.PI) / 180),
      4,
    );
    expect([...shares]).toEqual([0.5, 0.25, 0, 0.25]);
    expect(angleShares(uniform, 60).reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9);
  });
});
