import { describe, expect, test } from 'vitest';
import {
  type CircleClassifier,
  classRegions,
  detachedArcs,
  normalised,
  satisfiedArc,
} from '../../src/margin/circle';
import { canOccur, EQUAL, lead } from '../../src/margin/plane';
import { DEGREE, separation, TURN } from '../../src/math/angle';
import { normal, type Random, stream } from '../../src/math/random';

/** Borders are exact up to the rounding of an arc cosine. */
const EXACT = 1e-9;

const randomClassifier = (classes: number, random: Random): CircleClassifier => ({
  angles: Array.from({ length: classes }, () => TURN * (2 * random() - 1)),
  weights: Array.from({ length: classes }, () => 0.2 + 2 * random()),
  offsets: Array.from({ length: classes }, () => 0.5 * normal(random)),
});

/** The scores of all classes in one direction, best first. */
const scores = (
  { angles, weights, offsets }: CircleClassifier,
  phi: number,
): { cls: number; score: number }[] =>
  angles
    .map((angle, cls) => ({ cls, score: weights[cls]! * Math.cos(phi - angle) + offsets[cls]! }))
    .sort((a, b) => b.score - a.score);

describe.each([2, 3, 5, 8, 10])('Class regions of %d classes', (classes) => {
  const random = stream(classes, 'regions');
  const classifiers = Array.from({ length: 50 }, () => randomClassifier(classes, random));
  classifiers.push(normalised(Array.from({ length: classes }, () => TURN * random())));

  test('cover the circle exactly once', () => {
    for (const classifier of classifiers) {
      const regions = classRegions(classifier);
      regions.forEach(({ from, to }, k) => {
        expect(to).toBeGreaterThan(from);
        const next = regions[k + 1]?.from ?? (regions[0]?.from ?? 0) + TURN;
        expect(Math.abs(to - next)).toBeLessThan(EXACT);
      });
      expect(regions[0]?.from).toBeGreaterThanOrEqual(0);
      expect(regions.at(-1)?.from).toBeLessThan(TURN);
    }
  });

  test('are where their class has the largest score, and end where two are equal', () => {
    for (const classifier of classifiers) {
      const regions = classRegions(classifier);
      for (const { cls, from, to } of regions) {
        for (const part of [0.01, 0.3, 0.5, 0.9, 0.99]) {
          expect(scores(classifier, from + part * (to - from))[0]?.cls).toBe(cls);
        }
        if (regions.length === 1) continue;
        const [first, second] = scores(classifier, from);
        expect(Math.abs(first!.score - second!.score)).toBeLessThan(EXACT);
      }
    }
  });
});

test('A class with a large bias wins everywhere, and has no border', () => {
  const classifier = { angles: [0, 2, 4], weights: [1, 1, 1], offsets: [0, 5, 0] };
  expect(classRegions(classifier)).toEqual([{ cls: 1, from: 0, to: TURN }]);
});

test('One class has the whole circle', () => {
  expect(classRegions(normalised([1]))).toEqual([{ cls: 0, from: 0, to: TURN }]);
});

test('The borders of normalised centres are the bisectors', () => {
  // 10°, 75° and 200°: half way are 42.5°, 137.5° and (200° + 370°)/2 = 285°.
  const regions = classRegions(normalised([10, 75, 200].map((angle) => angle * DEGREE)));
  expect(regions.map(({ cls }) => cls)).toEqual([1, 2, 0]);
  const borders = [42.5, 137.5, 285];
  regions.forEach(({ from }, k) => {
    expect(from).toBeCloseTo(borders[k]! * DEGREE, 12);
  });
});

describe('The satisfied arc', () => {
  const angles = [0.2, 1.7, 3.1, 4.4];
  test('without a margin is the class region', () => {
    for (const { cls, from, to } of classRegions(normalised(angles))) {
      const arc = satisfiedArc(angles, cls, Math.cos);
      expect(separation((angles[cls] ?? 0) + (arc?.lo ?? 0), from)).toBeLessThan(EXACT);
      expect(separation((angles[cls] ?? 0) + (arc?.hi ?? 0), to)).toBeLessThan(EXACT);
    }
  });

  test('shrinks as a margin grows', () => {
    const width = (m: number): number => {
      const arc = satisfiedArc(angles, 1, (theta) => Math.cos(theta) - m);
      return arc ? arc.hi - arc.lo : 0;
    };
    const widths = [0, 0.1, 0.2, 0.4, 0.8].map(width);
    expect(widths).toEqual([...widths].sort((a, b) => b - a));
    expect(new Set(widths).size).toBe(widths.length);
  });

  test('of a class alone is everything', () => {
    expect(satisfiedArc([1], 0, Math.cos)).toEqual({ lo: -Math.PI, hi: Math.PI });
  });
});

describe('Further arcs', () => {
  const raw = (theta: number): number => Math.cos(theta + 0.5);
  test('lie opposite to the centre where ψ rises again, and all of it is satisfied there', () => {
    // Two centres 60° apart. Opposite to the first, at 180°, the second is 120° away: cos(π + .5) = −.878 < −.5.
    expect(detachedArcs([0, 60 * DEGREE], 0, raw, satisfiedArc([0, 60 * DEGREE], 0, raw))).toEqual([]);
    // Two centres in one place: cosθ everywhere beside, and cos(θ + .5) ≥ cosθ for θ ≥ π − .25, on both sides.
    const [arc, ...others] = detachedArcs([0, 0], 0, raw, null);
    expect(others).toEqual([]);
    expect(arc?.lo).toBeCloseTo(Math.PI - 0.25, 9);
    expect(arc?.hi).toBeCloseTo(Math.PI + 0.25, 9);
  });

  test('are none where ψ falls all the way', () => {
    const psi = (theta: number): number => Math.cos(theta) - 0.2;
    expect(detachedArcs([0, 2, 4], 0, psi, satisfiedArc([0, 2, 4], 0, psi))).toEqual([]);
  });
});

describe('In the plane of (θ₁, θ₂)', () => {
  test('ArcFace is satisfied from θ₂ = θ₁ + m on', () => {
    const psi = (theta: number): number => Math.cos(theta + 0.5);
    expect(lead(psi, EQUAL, 0.7, 1.2 + 1e-9)).toBeGreaterThan(0);
    expect(lead(psi, EQUAL, 0.7, 1.2 - 1e-9)).toBeLessThan(0);
  });

  test('a ψ below −1 is satisfied nowhere, one above 1 everywhere', () => {
    for (const theta2 of [0, 1, Math.PI]) {
      expect(lead(() => -1.2, EQUAL, 1, theta2)).toBeLessThan(0);
      expect(lead(() => 1.2, EQUAL, 1, theta2)).toBeGreaterThan(0);
    }
  });

  test('lengths and biases count for softmax', () => {
    // 2 cos 60° = 1 against 1 · cos 0 = 1, and a bias of .1.
    const pair = { weights: [2, 1], offset: 0 } as const;
    expect(lead(Math.cos, pair, 60 * DEGREE, 0)).toBeCloseTo(0, 12);
    expect(lead(Math.cos, { ...pair, offset: 0.1 }, 60 * DEGREE, 0)).toBeCloseTo(0.1, 12);
  });

  test('only the angles of a direction on the sphere can occur', () => {
    const random = stream(1, 'plane');
    const delta = 1.3;
    for (let i = 0; i < 200; i++) {
      // A direction at θ₁ from the first centre, turned by φ out of the plane of the two.
      const [theta1, phi] = [Math.PI * random(), TURN * random()];
      const cos2 = Math.cos(theta1) * Math.cos(delta) + Math.sin(theta1) * Math.sin(delta) * Math.cos(phi);
      expect(canOccur(theta1, Math.acos(cos2), delta)).toBe(true);
    }
    expect(canOccur(0.3, 0.9, delta)).toBe(false); // too near to both
    expect(canOccur(0.3, 1.7, delta)).toBe(false); // further apart than the centres
    expect(canOccur(2.6, 2.5, delta)).toBe(false); // too far from both
  });
});
