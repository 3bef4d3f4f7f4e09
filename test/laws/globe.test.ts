import { describe, expect, test } from 'vitest';
import { place } from '../../src/figures/globe/place';
import { placing } from '../../src/figures/globe/placing';
import { type GlobeInput, pictureOf, trace } from '../../src/figures/globe/scene';
import { winnerAt } from '../../src/margin/sphere';
import { TURN } from '../../src/math/angle';
import { type Random, stream } from '../../src/math/random';
import { angleTo, combine, dot, type Vector } from '../../src/math/vector';
import { frameOf, seen } from '../../src/math/viewpoint';
import { anywhere, times, winding } from '../tools/sphere';

const arcFace = (theta: number): number => Math.cos(theta + 0.5);

function globe(random: Random, more: Partial<GlobeInput> = {}): GlobeInput {
  const count = 60;
  const weights = times(7, () => anywhere(random));
  return {
    classifier: { weights, offsets: weights.map(() => 0) },
    psi: arcFace,
    rises: false,
    classes: weights.map((_, cls) => String(cls)),
    features: Float32Array.from(
      times(count, () => combine(0.1 + random(), anywhere(random), 0, [0, 0, 0])).flat(),
    ),
    y: Uint8Array.from(times(count, (i) => i % weights.length)),
    count,
    picked: null,
    pointed: null,
    lit: null,
    push: null,
    viewpoint: { longitude: TURN * random(), latitude: Math.PI * (random() - 0.5) },
    ...more,
  };
}

/** By how much a place is satisfied by its own class. */
const lead = ({ classifier: { weights } }: GlobeInput, psi: typeof arcFace, cls: number, x: Vector): number =>
  psi(angleTo(x, weights[cls] ?? x)) - Math.max(...weights.filter((_, j) => j !== cls).map((w) => dot(w, x)));

describe('On a globe', () => {
  const margins = {
    'that is feasible': arcFace,
    'that some classes cannot meet': (theta: number) => Math.cos(theta) - 0.3,
    'that makes it easier': (theta: number) => Math.cos(theta) + 0.1,
  };
  test.each(Object.entries(margins))('the band of a margin %s is the region without the cap', (name, psi) => {
    const random = stream(1, name);
    let looked = 0;
    for (let k = 0; k < 15; k++) {
      const input = globe(random, { psi });
      const { frame, classes } = pictureOf(input);
      for (let i = 0; i < 60; i++) {
        const x = anywhere(random);
        const [right, up, towards] = seen(frame, x);
        const cls = winnerAt(input.classifier, x);
        const by = lead(input, psi, cls, x);
        const edge = lead(input, Math.cos, cls, x);
        // Outlines are drawn with chords.
        if (towards < 0.1 || Math.abs(by) < 0.02 || edge < 0.02) continue;
        const broken =
          psi(0) <
          Math.max(
            ...input.classifier.weights.map((w, j) =>
              j === cls ? -1 : dot(w, input.classifier.weights[cls]!),
            ),
          );
        expect(classes[cls]?.broken).toBe(broken);
        const satisfied = by > 0 && !broken;
        expect(winding(classes[cls]!.band, [right, up])).toBe(satisfied ? 0 : 1);
        expect(winding(classes[cls]!.cap, [right, up])).toBe(satisfied ? 1 : 0);
        looked++;
      }
    }
    expect(looked).toBeGreaterThan(100);
  });

  test('plain softmax has regions only, and a class that wins nowhere is broken', () => {
    const weights: Vector[] = [
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 0.1],
    ];
    const { classes } = pictureOf(
      globe(stream(2, 'softmax'), { psi: null, classifier: { weights, offsets: [0, 0, -2] } }),
    );
    expect(classes.map(({ broken }) => broken)).toEqual([false, false, true]);
    for (const { cap, band } of classes) expect([...cap, ...band]).toEqual([]);
  });

  test('a turn traces nothing again, and another margin does', () => {
    const input = globe(stream(3, 'turn'));
    const before = trace(input);
    expect(trace({ ...input, viewpoint: { longitude: 1, latitude: 1 } } as GlobeInput)).toBe(before);
    expect(trace({ ...input, psi: (theta) => Math.cos(theta) - 0.1 })).not.toBe(before);
  });

  test('caps that take too long for one painting come with the next ones, and are the same', () => {
    const input = globe(stream(3, 'turn'));
    const whole = pictureOf(globe(stream(3, 'turn')));
    expect(whole.unfinished).toBe(false);
    const first = pictureOf(input, 0);
    expect(first.unfinished).toBe(true);
    expect(first.classes.flatMap(({ cap, band }) => [...cap, ...band])).toEqual([]);
    expect(first.classes.map(({ region }) => region)).toEqual(whole.classes.map(({ region }) => region));
    let picture = first;
    for (let k = 0; picture.unfinished && k < 1000; k++) picture = pictureOf(input, 1e-3);
    expect(picture).toEqual(whole);
  });

  test('a sample in front is found where it is drawn, and none behind', () => {
    const input = globe(stream(4, 'find'));
    const { x, y, radius } = place(300, 300);
    const { sampleAt, order } = placing(() => input);
    const frame = frameOf(input.viewpoint);
    for (let i = 0; i < input.count; i++) {
      const row = input.features!.subarray(3 * i, 3 * i + 3);
      const length = Math.hypot(...row);
      const [right, up, towards] = seen(frame, [row[0]! / length, row[1]! / length, row[2]! / length]);
      const found = sampleAt(x + radius * right, y - radius * up, 300, 300, 0.01);
      expect(found).toBe(towards >= 0 ? i : null);
    }
    const walk = order();
    expect(walk.toSorted((a, b) => a - b)).toEqual(times(input.count, (i) => i));
    const classes = walk.map((i) => input.y[i] ?? 0);
    expect(classes).toEqual(classes.toSorted((a, b) => a - b));
  });
});
