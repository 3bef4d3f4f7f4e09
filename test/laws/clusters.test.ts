import { describe, expect, test } from 'vitest';
import { DEGREE } from '../../src/math/angle';
import { measureClusters } from '../../src/math/clusters';
import { stream } from '../../src/math/random';
import { nearestAngles } from '../../src/math/sphere';
import { combine, dot, type Vector } from '../../src/math/vector';
import { anywhere, times } from '../tools/sphere';

/** A place on the sphere by degrees from the north pole and around it. */
const at = (down: number, around: number): Vector => [
  Math.sin(down * DEGREE) * Math.cos(around * DEGREE),
  Math.sin(down * DEGREE) * Math.sin(around * DEGREE),
  Math.cos(down * DEGREE),
];

/** Four samples as far from a place, to all sides: their mean is that place. */
function ring(place: Vector, degrees: number): Vector[] {
  const side: Vector = Math.abs(place[2]) < 0.9 ? [0, 0, 1] : [1, 0, 0];
  const u = combine(1, side, -dot(side, place), place);
  const length = Math.hypot(...u);
  const v: Vector = [
    (place[1] * u[2] - place[2] * u[1]) / length,
    (place[2] * u[0] - place[0] * u[2]) / length,
    (place[0] * u[1] - place[1] * u[0]) / length,
  ];
  const [cos, sin] = [Math.cos(degrees * DEGREE), Math.sin(degrees * DEGREE)];
  return [1, -1].flatMap((sign) => [
    combine(cos, place, (sign * sin) / length, u),
    combine(cos, place, sign * sin, v),
  ]);
}

describe('Classes on a sphere', () => {
  // Two 40° apart near the pole, the third 70° from the second and further from the first.
  const means = [at(0, 0), at(40, 0), at(110, 0)];
  const spreads = [3, 5, 8];
  const rows = means.flatMap((mean, i) => ring(mean, spreads[i] ?? 0));
  const y = means.flatMap((_, i) => times(4, () => i));
  const measured = (turn: (row: Vector) => Vector) =>
    // Of any length: only directions count.
    measureClusters(
      rows.flatMap((row, i) => combine(1 + i, turn(row), 0, row)),
      y,
      3,
      3,
      0,
      rows.length,
    );

  test('have the gaps of each with its nearest, cut at the 90 % quantile', () => {
    const { gap, nearest, intra, closest } = measured((row) => row);
    // All samples of a class are as far out, so that is the quantile: 40 − 3 − 5, 40 − 5 − 3, 70 − 8 − 5.
    expect(gap.mean / DEGREE).toBeCloseTo((32 + 32 + 57) / 3, 9);
    expect(gap.min / DEGREE).toBeCloseTo(32, 9);
    expect(nearest / DEGREE).toBeCloseTo((40 + 40 + 70) / 3, 9);
    expect(intra / DEGREE).toBeCloseTo((3 + 5 + 8) / 3, 9);
    expect(closest.classes).toEqual([0, 1]);
  });

  test('have the same numbers however all is turned', () => {
    const axis = anywhere(stream(1, 'turn'));
    const turned = measured((row) => combine(2 * dot(row, axis), axis, -1, row)); // half a turn
    const straight = measured((row) => row);
    for (const number of ['intra', 'nearest'] as const)
      expect(turned[number]).toBeCloseTo(straight[number], 12);
    expect(turned.gap.mean).toBeCloseTo(straight.gap.mean, 12);
    expect(turned.gap.min).toBeCloseTo(straight.gap.min, 12);
  });
});

test('The nearest other direction is looked for on both sides, and lengths do not count', () => {
  const around = [0.1, 6.2, 2].flatMap((angle, i) => [(1 + i) * Math.cos(angle), (1 + i) * Math.sin(angle)]);
  const [first, second, third] = nearestAngles(around, 2);
  // From .1 back over 0 to 6.2: .1 + 2π − 6.2.
  expect(first).toBeCloseTo(0.1 + 2 * Math.PI - 6.2, 12);
  expect(second).toBeCloseTo(0.1 + 2 * Math.PI - 6.2, 12);
  expect(third).toBeCloseTo(1.9, 12);
});
