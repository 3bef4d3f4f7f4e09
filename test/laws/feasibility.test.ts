import { describe, expect, test } from 'vitest';
import { LOSSES, lossById } from '../../src/losses';
import { satisfiedCap } from '../../src/margin/cap';
import { normalised, satisfiedArc } from '../../src/margin/circle';
import { compile } from '../../src/margin/compile';
import { evenSeparation, isFeasible, largestFeasible } from '../../src/margin/feasibility';
import { forceAt } from '../../src/margin/force';
import { defaultConfig, type MarginLoss } from '../../src/margin/loss';
import { sample } from '../../src/margin/ray';
import { TURN, toDegrees } from '../../src/math/angle';
import { initialCentres } from '../../src/math/centres';
import { dot, rowOf } from '../../src/math/vector';

/** Pinned down to rounding; 1e-6° is what the reference asks of angles. */
const EXACT = 1e-9;
/** Half of the last digit of a table in degrees with two decimals. */
const QUOTED = 0.005;
const CLASSES = [2, 3, 4, 5, 6, 7, 8, 9, 10];

const shelf = (id: string): MarginLoss => {
  const loss = lossById(id);
  if (!loss) throw new Error(`no loss ${id}`);
  return loss;
};
const psiOf = (id: string, values: Record<string, number>) =>
  forceAt(compile(shelf(id), { values: { s: 16, ...values }, options: { schedule: 'none' } })).psi;
const even = (classes: number): number[] => Array.from({ length: classes }, (_, j) => (TURN * j) / classes);

describe('The largest feasible margin for C centres spread evenly on a circle', () => {
  test.each([7, 8, 9, 10])('of ArcFace is 2π/C for C = %d', (classes) => {
    const config = defaultConfig(shelf('arcFace'), { classes, dim: 2 });
    const largest = largestFeasible(shelf('arcFace'), config, 'm2', evenSeparation(classes, 2));
    expect(largest).toBeCloseTo((2 * Math.PI) / classes, 9);
  });

  test.each([7, 8, 9, 10])('of CosFace is 1 − cos(2π/C) for C = %d', (classes) => {
    const config = defaultConfig(shelf('cosFace'), { classes, dim: 2 });
    const largest = largestFeasible(shelf('cosFace'), config, 'm3', evenSeparation(classes, 2));
    expect(largest).toBeCloseTo(1 - Math.cos((2 * Math.PI) / classes), 9);
  });

  test('of SphereFace is as large as the slider goes', () => {
    const config = defaultConfig(shelf('sphereFace'), { classes: 10, dim: 2 });
    const { m1 } = shelf('sphereFace').params;
    expect(largestFeasible(shelf('sphereFace'), config, 'm1', evenSeparation(10, 2))).toBe(m1?.max);
  });

  test('is none where another margin is infeasible already', () => {
    const config = { values: { s: 16, m1: 1, m2: 0.9, m3: 0 }, options: {} };
    expect(largestFeasible(shelf('combined'), config, 'm3', evenSeparation(8, 2))).toBeNull();
  });

  test('is not asked of a scale', () => {
    const config = defaultConfig(shelf('arcFace'), { classes: 8, dim: 2 });
    expect(largestFeasible(shelf('arcFace'), config, 's', evenSeparation(8, 2))).toBeNull();
  });
});

test.each(CLASSES)(
  'No two of %d centres that start evenly on the sphere are nearer than their separation',
  (classes) => {
    const centres = initialCentres(classes, 3, 'even', 1);
    const cosines = Array.from({ length: classes * classes }, (_, k) => {
      const [i, j] = [Math.floor(k / classes), k % classes];
      return i === j ? -1 : dot(rowOf(centres, i), rowOf(centres, j));
    });
    expect(Math.cos(evenSeparation(classes, 3))).toBeCloseTo(Math.max(...cosines), 12);
  },
);

describe.each(LOSSES.map((loss) => [loss.id, loss] as const))('%s:', (_id, loss) => {
  test.each(CLASSES)('the default is feasible for %d classes on a sphere', (classes) => {
    const { psi } = forceAt(compile(loss, defaultConfig(loss, { classes, dim: 3 })));
    expect(isFeasible(psi, evenSeparation(classes, 3))).toBe(true);
    const flat = initialCentres(classes, 3, 'even', 1);
    const centres = Array.from({ length: classes }, (_, i) => rowOf(flat, i));
    for (let i = 0; i < classes; i++)
      expect(satisfiedCap(centres, i, sample(psi), 4, false).reach).not.toBeNull();
  });

  test.each(CLASSES)('the default is feasible for %d classes on a circle', (classes) => {
    const { psi } = forceAt(compile(loss, defaultConfig(loss, { classes, dim: 2 })));
    expect(isFeasible(psi, evenSeparation(classes, 2))).toBe(true);
    expect(satisfiedArc(even(classes), 0, psi)).not.toBeNull();
  });
});

test('The papers’ .5 of ArcFace and .35 of CosFace are the defaults on a sphere of up to ten', () => {
  for (const classes of CLASSES) {
    expect(defaultConfig(shelf('arcFace'), { classes, dim: 3 }).values.m2).toBe(0.5);
    expect(defaultConfig(shelf('cosFace'), { classes, dim: 3 }).values.m3).toBe(0.35);
  }
});

test('The famous .35 of CosFace is infeasible for 8 classes on a circle, and feasible for 7', () => {
  const psi = psiOf('cosFace', { m3: 0.35 });
  expect(isFeasible(psi, evenSeparation(8, 2))).toBe(false);
  expect(satisfiedArc(even(8), 3, psi)).toBeNull();
  expect(isFeasible(psi, evenSeparation(7, 2))).toBe(true);
});

test.each(CLASSES.slice(1))(
  'The satisfied arc of ArcFace is (2π/C − m)/2 wide on each side for C = %d',
  (classes) => {
    const arc = satisfiedArc(even(classes), 1, psiOf('arcFace', { m2: 0.5 }));
    const half = ((2 * Math.PI) / classes - 0.5) / 2;
    expect(Math.abs((arc?.hi ?? 0) - half)).toBeLessThan(EXACT);
    expect(Math.abs((arc?.lo ?? 0) + half)).toBeLessThan(EXACT);
  },
);

/** Free angle between the satisfied arcs of two centres this far apart, on their near side; null where infeasible. */
function gap(delta: number, psi: (theta: number) => number): number | null {
  const [first, second] = [satisfiedArc([0, delta], 0, psi), satisfiedArc([0, delta], 1, psi)];
  return first && second && delta + second.lo - first.hi;
}

describe('One gap, three behaviours: two centres δ apart', () => {
  /** Degrees: δ, and the gaps of ArcFace .5, CosFace .2 and .35, SphereFace 1.35 and 4, by the closed forms. */
  const table: readonly (readonly [number, number, number, number | null, number, number])[] = [
    [45, 28.65, 30.3, null, 6.7, 27],
    [60, 28.65, 23.07, 40.97, 8.94, 36],
    [90, 28.65, 16.26, 28.66, 13.4, 54],
    [120, 28.65, 13.26, 23.32, 17.87, 72],
  ];
  test.each(table)('%d°', (degrees, arcFace, small, large, gentle, steep) => {
    const delta = (degrees / 180) * Math.PI;
    const expectGap = (psi: (theta: number) => number, inTable: number | null, closed: number): void => {
      const found = gap(delta, psi);
      expect(found === null).toBe(inTable === null);
      if (found === null || inTable === null) return;
      expect(Math.abs(found - closed)).toBeLessThan(EXACT);
      expect(Math.abs(toDegrees(closed) - inTable)).toBeLessThan(QUOTED);
    };
    const ofCosFace = (m: number): number => 2 * Math.asin(m / (2 * Math.sin(delta / 2)));
    const ofSphereFace = (m: number): number => (delta * (m - 1)) / (m + 1);
    expectGap(psiOf('arcFace', { m2: 0.5 }), arcFace, 0.5);
    expectGap(psiOf('cosFace', { m3: 0.2 }), small, ofCosFace(0.2));
    expectGap(psiOf('cosFace', { m3: 0.35 }), large, ofCosFace(0.35));
    expectGap(psiOf('sphereFace', { m1: 1.35 }), gentle, ofSphereFace(1.35));
    expectGap(psiOf('sphereFace', { m1: 4 }), steep, ofSphereFace(4));
  });
});

test('A classifier of normalised centres knows no lengths and no biases', () => {
  expect(normalised([0, 1, 2])).toEqual({ angles: [0, 1, 2], weights: [1, 1, 1], offsets: [0, 0, 0] });
});
