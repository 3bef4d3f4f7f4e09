import { describe, expect, test } from 'vitest';
import { spread } from '../../src/draw/spread';
import { stream } from '../../src/math/random';

const random = stream(1, 'labels');
const CASES = Array.from({ length: 200 }, (_, i) =>
  Array.from({ length: 1 + (i % 7) }, () => 300 * random() * random() - 20),
);
const [APART, FROM, TO] = [14, 0, 260];
const cost = (places: readonly number[], wanted: readonly number[]): number =>
  places.reduce((sum, place, i) => sum + (place - (wanted[i] ?? 0)) ** 2, 0);

describe('Labels that are spread', () => {
  test('never overlap, stay inside, and keep their order', () => {
    for (const wanted of CASES) {
      const places = spread(wanted, APART, FROM, TO);
      const order = wanted.map((_, i) => i).sort((i, j) => wanted[i]! - wanted[j]!);
      order.forEach((i, rank) => {
        expect(places[i]).toBeGreaterThanOrEqual(FROM);
        expect(places[i]).toBeLessThanOrEqual(TO);
        if (rank > 0) expect(places[i]! - places[order[rank - 1]!]!).toBeGreaterThanOrEqual(APART - 1e-9);
      });
    }
  });

  test('move no more than they must', () => {
    expect(spread([10, 100, 50], APART, FROM, TO)).toEqual([10, 100, 50]);
    // Two that want the same place make room by half each; of three the middle one stays.
    expect(spread([50, 50], APART, FROM, TO)).toEqual([43, 57]);
    expect(spread([50, 50, 50], APART, FROM, TO)).toEqual([36, 50, 64]);
    for (const wanted of CASES) {
      const places = spread(wanted, APART, FROM, TO);
      const least = cost(places, wanted);
      // No small move of one label that is still allowed comes nearer.
      places.forEach((place, i) => {
        for (const by of [-0.5, 0.5]) {
          const moved = places.map((other, j) => (j === i ? place + by : other));
          const sorted = moved.toSorted((a, b) => a - b);
          const room = sorted.every((at, k) => k === 0 || at - sorted[k - 1]! >= APART);
          if (room && moved[i]! >= FROM && moved[i]! <= TO) {
            expect(cost(moved, wanted)).toBeGreaterThanOrEqual(least - 1e-9);
          }
        }
      });
    }
  });

  test('share what room there is where it is too little', () => {
    expect(spread([5, 5, 5, 5], APART, 0, 30)).toEqual([0, 10, 20, 30]);
    expect(spread([], APART, 0, 30)).toEqual([]);
    expect(spread([99], APART, 0, 30)).toEqual([30]);
  });
});
