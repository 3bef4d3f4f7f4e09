import { expect, test } from 'vitest';
import { borders, cells, type RawInput, reachOf } from '../../src/figures/rawFeatures/scene';
import { stream } from '../../src/math/random';

/** So many classes with weights and biases at random, and no samples. */
function anyPlane(classes: number, seed: number): RawInput {
  const random = stream(seed, 'plane');
  const between = (most: number): number => most * (2 * random() - 1);
  const names = Array.from({ length: classes }, (_, i) => String(i));
  return {
    classifier: {
      weights: names.map(() => [between(1), between(1)]),
      biases: names.map(() => between(0.3)),
    },
    classes: names,
    features: null,
    y: new Uint8Array(0),
    count: 0,
    picked: null,
    pointed: null,
    lit: null,
  };
}

test('In the plane of raw features every border between two classes is drawn once, and the edge of the box never', () => {
  for (let seed = 1; seed <= 50; seed++) {
    const input = anyPlane(2 + (seed % 7), seed);
    const reach = reachOf(input);
    const { weights, biases } = input.classifier;
    const all = cells(input, reach);
    const drawn = borders(all, reach);
    const met = new Set<string>();
    for (const [a, b] of drawn) {
      // On a border the two best classes are equally good, all along it.
      const middle = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2] as const;
      const scores = weights
        .map(([wx, wy], i) => ({ i, score: wx * middle[0] + wy * middle[1] + (biases[i] ?? 0) }))
        .sort((p, q) => q.score - p.score);
      const [first, second] = scores;
      expect((first?.score ?? 0) - (second?.score ?? 1)).toBeCloseTo(0, 9);
      const pair = [first?.i, second?.i].sort().join(' ');
      expect(met.has(pair), `${pair} a second time`).toBe(false);
      met.add(pair);
    }
    if (all.filter((cell) => cell.length > 0).length > 1) expect(drawn.length).toBeGreaterThan(0);
  }
});
