import { expect, test } from 'vitest';
import { labelPlaces } from '../../src/figures/circle/labels';
import { place } from '../../src/figures/circle/place';
import { stream } from '../../src/math/random';

const BOX = place(280, 280);
const evenly = (count: number): number[] =>
  Array.from({ length: count }, (_, i) => (2 * Math.PI * i) / count);

test('Labels of any size stay within the box, wherever their classes point', () => {
  const random = stream(1, 'labels');
  for (let run = 0; run < 200; run++) {
    const height = 10 + 14 * random();
    const angles = Array.from({ length: 10 }, () => 2 * Math.PI * random());
    for (const { x, y } of labelPlaces(angles, BOX, height)) {
      expect(Math.max(Math.abs(x), Math.abs(y))).toBeLessThanOrEqual(BOX.half - height / 2);
    }
  }
});

test('Labels of evenly spread classes all stand at one distance, and over nothing', () => {
  const places = labelPlaces(evenly(8), BOX, 12);
  for (const { x, y, inside } of places) {
    expect(Math.hypot(x, y)).toBeCloseTo(1.27 * BOX.radius, 9);
    expect(inside).toBe(false);
  }
});

test('Labels of classes that have merged do not cover one another', () => {
  const places = labelPlaces([1, 1, 1.01, 1.02, 3], BOX, 12);
  places.forEach((one, i) => {
    for (const other of places.slice(0, i))
      expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(11);
  });
});
