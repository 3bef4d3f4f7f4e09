import { describe, expect, test } from 'vitest';
import { lossById } from '../../src/losses';
import { satisfiedArc } from '../../src/margin/circle';
import { compile } from '../../src/margin/compile';
import { forceAt } from '../../src/margin/force';
import { gapOf } from '../../src/margin/gap';
import { DEGREE, TURN, toDegrees } from '../../src/math/angle';
import { stream } from '../../src/math/random';
import { LANES } from './lanes';

/** Degrees: the table is quoted to .01°; a found gap is exact up to the rounding of an arc cosine. */
const QUOTED = 0.005;
const EXACT = 1e-9;

function psiOf(id: string, values: Record<string, number>): (theta: number) => number {
  const loss = lossById(id);
  if (!loss) throw new Error(`no loss ${id}`);
  return forceAt(compile(loss, { values, options: { schedule: 'none' } })).psi;
}

/** The closed forms, in radians. */
const arcFace = (m: number) => () => m;
const cosFace = (m: number) => (delta: number) => 2 * Math.asin(m / (2 * Math.sin(delta / 2)));
const sphereFace = (m: number) => (delta: number) => (delta * (m - 1)) / (m + 1);

/** FACTS, "Gap between two neighbouring classes' satisfied regions", in degrees. null: more than δ, infeasible. */
const DELTAS = [45, 60, 90, 120] as const;
const TABLE = [
  ['arcFace', { m2: 0.5 }, arcFace(0.5), [28.65, 28.65, 28.65, 28.65]],
  ['cosFace', { m3: 0.2 }, cosFace(0.2), [30.3, 23.07, 16.26, 13.26]],
  ['cosFace', { m3: 0.35 }, cosFace(0.35), [null, 40.97, 28.66, 23.32]],
  ['sphereFace', { m1: 1.35, s: 16 }, sphereFace(1.35), [6.7, 8.94, 13.4, 17.87]],
  ['sphereFace', { m1: 4, s: 16 }, sphereFace(4), [27, 36, 54, 72]],
] as const;

describe('The gap between two centres’ satisfied arcs', () => {
  test.each(TABLE)(
    'of %s with %j is as quoted, and as its closed form says',
    (id, values, closed, quoted) => {
      const gap = gapOf(psiOf(id, values));
      DELTAS.forEach((delta, i) => {
        const expected = closed(delta * DEGREE);
        const found = gap(delta * DEGREE);
        const quote = quoted[i] ?? null;
        expect(found === null).toBe(quote === null);
        expect(expected > delta * DEGREE).toBe(quote === null);
        if (found === null || quote === null) return;
        expect(Math.abs(found - expected)).toBeLessThan(EXACT);
        expect(Math.abs(toDegrees(expected) - quote)).toBeLessThan(QUOTED);
      });
    },
  );

  test('is flat for ArcFace, falls for CosFace and grows for SphereFace', () => {
    const all = Array.from({ length: 14 }, (_, i) => (45 + 5 * i) * DEGREE);
    const steps = (id: string, values: Record<string, number>): number[] => {
      const gaps = all.map(gapOf(psiOf(id, values)));
      return gaps.slice(1).map((gap, i) => (gap ?? Number.NaN) - (gaps[i] ?? Number.NaN));
    };
    expect(steps('arcFace', { m2: 0.5 }).every((step) => Math.abs(step) < EXACT)).toBe(true);
    expect(steps('cosFace', { m3: 0.2 }).every((step) => step < -EXACT)).toBe(true);
    expect(steps('sphereFace', { m1: 4, s: 16 }).every((step) => step > EXACT)).toBe(true);
  });

  test('is infeasible exactly where the formula fails on a centre itself', () => {
    const gap = gapOf(psiOf('arcFace', { m2: 0.5 }));
    expect(gap(0.5 - 1e-6)).toBeNull();
    expect(gap(0.5 + 1e-6)).toBeCloseTo(0.5, 9);
  });

  test('is none without a margin, and an overlap where ψ is above cosθ', () => {
    expect(gapOf(Math.cos)(1)).toBeCloseTo(0, 12);
    // cos(θ − .1) is satisfied up to δ/2 + .05 on each side.
    expect(gapOf((theta) => Math.cos(theta - 0.1))(1)).toBeCloseTo(-0.1, 9);
  });

  test.each(LANES)('of $title is what is left between the arcs that a circle draws', ({ margin }) => {
    const { psi } = forceAt(margin, 300);
    const gap = gapOf(psi);
    const random = stream(1, 'gap');
    for (let k = 0; k < 6; k++) {
      const [at, delta] = [TURN * random(), Math.PI * random()];
      const arcs = [0, 1].map((i) => satisfiedArc([at, at + delta], i, psi));
      const found = gap(delta);
      expect(found === null).toBe(arcs.includes(null));
      if (found === null) continue;
      // An arc that reaches past the other centre leaves no more free than one that ends there.
      const [hi, lo] = [Math.min(delta, arcs[0]?.hi ?? 0), Math.max(-delta, arcs[1]?.lo ?? 0)];
      expect(Math.abs(found - (delta + lo - hi))).toBeLessThan(EXACT);
    }
  });
});
