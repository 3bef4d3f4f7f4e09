import { describe, expect, test } from 'vitest';
import { classRegions } from '../../src/margin/circle';
import { frontRegions } from '../../src/margin/frontRegions';
import { borders, present, type SphereClassifier, winnerAt } from '../../src/margin/sphere';
import { TURN } from '../../src/math/angle';
import { normal, type Random, stream } from '../../src/math/random';
import { lastHeld } from '../../src/math/root';
import { pointAt } from '../../src/math/sphereCircle';
import { angleTo, combine, cross, dot, tangents, unit, type Vector } from '../../src/math/vector';
import { frameOf, seen } from '../../src/math/viewpoint';
import { anyFrame, anywhere, times, winding } from '../tools/sphere';

/** Borders are exact up to rounding. */
const EXACT = 1e-9;

/** Of unit length without biases, as the losses that normalise W have them. */
const normalised = (weights: readonly Vector[]): SphereClassifier => ({
  weights,
  offsets: weights.map(() => 0),
});
const evenLengths = (classes: number, random: Random) => normalised(times(classes, () => anywhere(random)));
/** As plain softmax has them: some of its classes may win nowhere, some in several places. */
const anyLengths = (classes: number, random: Random): SphereClassifier => ({
  weights: times(classes, () => combine(0.2 + 2 * random(), anywhere(random), 0, [0, 0, 0])),
  offsets: times(classes, () => 0.5 * normal(random)),
});
const both = (classes: number, random: Random, count: number): SphereClassifier[] => [
  ...times(count, () => evenLengths(classes, random)),
  ...times(count, () => anyLengths(classes, random)),
];

const scoresAt = ({ weights, offsets }: SphereClassifier, x: Vector): number[] =>
  weights.map((w, j) => dot(w, x) + (offsets[j] ?? 0));

describe.each([2, 3, 5, 8, 10])('Boundaries of %d classes on the sphere', (classes) => {
  const random = stream(classes, 'borders');
  const classifiers = both(classes, random, 12);

  test('are where two scores are equal and no third is larger, with each class on its own side', () => {
    for (const classifier of classifiers) {
      for (const { circle, from, to, left, right } of borders(classifier)) {
        for (const part of [0, 0.3, 0.7, 1]) {
          const phi = from + part * (to - from);
          const x = pointAt(circle, phi);
          expect(Math.hypot(...x)).toBeCloseTo(1, 12);
          const scores = scoresAt(classifier, x);
          expect(Math.abs(scores[left]! - scores[right]!)).toBeLessThan(EXACT);
          expect(Math.max(...scores) - scores[left]!).toBeLessThan(EXACT);
          // To the left of the way, seen from outside: up × forwards.
          const forwards = unit(combine(1, pointAt(circle, phi + 1e-4), -1, pointAt(circle, phi - 1e-4)));
          const [lead] = [scoresAt(classifier, unit(combine(1, x, 1e-3, cross(x, forwards))))];
          expect(lead![left]!).toBeGreaterThan(lead![right]!);
        }
      }
    }
  });

  test('are found wherever the winner changes', () => {
    for (const classifier of classifiers) {
      const all = borders(classifier);
      for (let k = 0; k < 30; k++) {
        const [a, b] = [anywhere(random), anywhere(random)];
        const between = (part: number): Vector => unit(combine(1 - part, a, part, b));
        const own = winnerAt(classifier, a);
        if (winnerAt(classifier, b) === own) continue;
        const at = lastHeld((part) => (winnerAt(classifier, between(part)) === own ? 1 : -1), 0, 1, 1e-12);
        const near = all.some(({ circle, from, to }) => {
          const x = between(at);
          if (Math.abs(dot(circle.axis, x) - circle.height) > 1e-6) return false;
          const phi = Math.atan2(dot(x, circle.v), dot(x, circle.u));
          return [0, TURN, 2 * TURN].some((turn) => phi + turn > from - 1e-6 && phi + turn < to + 1e-6);
        });
        expect(near).toBe(true);
      }
    }
  });

  test('belong to the classes that win somewhere', () => {
    for (const classifier of classifiers) {
      const winners = new Set(times(400, () => winnerAt(classifier, anywhere(random))));
      // A class may win in a place too small for chance to find.
      for (const cls of winners) expect(present(classifier).has(cls)).toBe(true);
    }
  });

  test('bound regions that cover what is in front, each place once and by its winner', () => {
    for (const classifier of classifiers) {
      const view = anyFrame(random);
      const { regions } = frontRegions(classifier, view);
      for (let k = 0; k < 40; k++) {
        const x = anywhere(random);
        const [right, up, towards] = seen(view, x);
        const [first = 0, second = 0] = scoresAt(classifier, x).sort((a, b) => b - a);
        if (towards < 0.1 || first - second < 0.01) continue; // outlines are drawn with chords
        const owners = regions.flatMap((outlines, cls) => times(winding(outlines, [right, up]), () => cls));
        expect(owners).toEqual([winnerAt(classifier, x)]);
      }
    }
  });
});

test('The boundary between two normalised centres is the great circle half way, whichever way they are turned', () => {
  const random = stream(1, 'two');
  for (let k = 0; k < 50; k++) {
    const [a, b] = [anywhere(random), anywhere(random)];
    const [border, ...others] = borders(normalised([a, b]));
    expect(others).toEqual([]);
    expect(border?.circle.height).toBeCloseTo(0, 15);
    expect(border?.from).toBe(0);
    expect(border?.to).toBe(TURN);
    for (const phi of [0, 1, 2, 3]) {
      const x = pointAt(border!.circle, phi);
      expect(angleTo(x, a)).toBeCloseTo(angleTo(x, b), 12);
    }
  }
});

test('A class with a large bias wins everywhere, and has no boundary', () => {
  const weights: Vector[] = [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ];
  const classifier = { weights, offsets: [0, 5, 0] };
  expect(borders(classifier)).toEqual([]);
  expect([...present(classifier)]).toEqual([1]);
  expect(
    frontRegions(classifier, frameOf({ longitude: 1, latitude: 1 })).regions.map((all) => all.length),
  ).toEqual([0, 1, 0]);
});

test('On a circle of the sphere that goes through all centres the regions are those of the circle', () => {
  const random = stream(2, 'plane');
  const [u, v] = tangents(anywhere(random));
  const angles = times(6, () => TURN * random());
  const at = (angle: number): Vector => combine(Math.cos(angle), u, Math.sin(angle), v);
  const classifier = normalised(angles.map(at));
  for (const { cls, from, to } of classRegions({
    angles,
    weights: angles.map(() => 1),
    offsets: angles.map(() => 0),
  })) {
    expect(winnerAt(classifier, at(from + 1e-6))).toBe(cls);
    expect(winnerAt(classifier, at(to - 1e-6))).toBe(cls);
  }
});
