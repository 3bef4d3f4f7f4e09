import { describe, expect, test } from 'vitest';
import { lossById } from '../../src/losses';
import { compile } from '../../src/margin/compile';
import { type Force, forceAt } from '../../src/margin/force';
import { head } from '../../src/margin/head';
import { DEGREE, TURN, toDegrees } from '../../src/math/angle';

/** Facts from the papers, or derived from their formulas, to the digits they are quoted with. */

function forceOf(id: string, values: Record<string, number>, options: Record<string, string> = {}): Force {
  const loss = lossById(id);
  if (!loss) throw new Error(`no loss ${id}`);
  return forceAt(compile(loss, { values, options: { schedule: 'none', ...options } }));
}

/** The zero of f between two angles. */
function crossing(f: (theta: number) => number, low: number, high: number): number {
  let [a, b] = [low, high];
  for (let k = 0; k < 60; k++) {
    const middle = (a + b) / 2;
    if (Math.sign(f(middle)) === Math.sign(f(a))) a = middle;
    else b = middle;
  }
  return a;
}

describe('Target logits:', () => {
  const arcFace = forceOf('arcFace', { m2: 0.5 }, { guard: 'none' });
  const cosFace = forceOf('cosFace', { m3: 0.35 });

  test('ArcFace .5 and CosFace .35 cross at 30.70° and 120.66°', () => {
    const apart = (theta: number): number => arcFace.psi(theta) - cosFace.psi(theta);
    expect(toDegrees(crossing(apart, 0, 75 * DEGREE))).toBeCloseTo(30.7, 2);
    expect(toDegrees(crossing(apart, 75 * DEGREE, Math.PI))).toBeCloseTo(120.66, 2);
  });

  test('cos(θ + .5) turns upwards at 151.35°', () => {
    expect(toDegrees(crossing(arcFace.slope, 0.1, Math.PI))).toBeCloseTo(151.35, 2);
  });

  test('the line jumps there from −1 to −1.117', () => {
    const { psi } = forceOf('arcFace', { m2: 0.5 }, { guard: 'linear' });
    expect(psi(Math.PI - 0.5 - 1e-9)).toBeCloseTo(-1, 3);
    expect(psi(Math.PI - 0.5 + 1e-9)).toBeCloseTo(-1.117, 3);
  });

  test('SphereFace’s ψ falls through −1, −3, −5 and −7 at quarters of π for m = 4', () => {
    const { psi } = forceOf('sphereFace', { m1: 4, s: 16 });
    for (const k of [0, 1, 2, 3, 4]) expect(psi((k * Math.PI) / 4)).toBeCloseTo(1 - 2 * k, 9);
  });
});

describe('The loss of samples on their own of 8 even centres is', () => {
  const classes = 8;
  const w = Array.from({ length: classes }, (_, j) => [
    Math.cos((TURN * j) / classes),
    Math.sin((TURN * j) / classes),
  ]);
  const floor = (force: Force, s: number): number => {
    const y = w.map((_, j) => j);
    const input = { x: w.flat(), w: w.flat(), b: null, y, n: classes, classes, dim: 2 };
    return head(input, { force, scale: 's', s, bias: false }).meanLoss;
  };
  /** L* = log(1 + e^{s(1−T₀)} Σ e^{s(cos(2πk/C)−1)}), T₀ = 1, cos m or 1 − m. */
  const closed = (s: number, top: number): number => {
    const others = Array.from({ length: classes - 1 }, (_, k) => Math.cos((TURN * (k + 1)) / classes));
    return Math.log(1 + others.reduce((sum, cos) => sum + Math.exp(s * (cos - top)), 0));
  };
  const table: readonly (readonly [
    id: string,
    values: Record<string, number>,
    s: number,
    top: number,
    quoted: number,
  ])[] = [
    ['normSoftmax', {}, 1, 1, 1.315],
    ['normSoftmax', {}, 4, 1, 0.506],
    ['normSoftmax', {}, 10, 1, 0.102],
    ['arcFace', { m2: 0.5 }, 16, Math.cos(0.5), 0.123],
    ['cosFace', { m3: 0.1 }, 16, 0.9, 0.087],
    ['cosFace', { m3: 0.2 }, 16, 0.8, 0.373],
    ['cosFace', { m3: 0.35 }, 16, 0.65, 1.79],
  ];
  test.each(table)('as quoted for %s %j at s = %d', (id, values, s, top, quoted) => {
    const found = floor(forceOf(id, { ...values, s }), s);
    expect(found).toBeCloseTo(closed(s, top), 12);
    expect(found).toBeCloseTo(quoted, 3);
  });
});
