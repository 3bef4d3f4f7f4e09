import { describe, expect, test } from 'vitest';
import { type Force, forceAt, valuesAt } from '../../src/margin/force';
import { stream } from '../../src/math/random';
import { LANES, neutralOf, settingsOf, smoothAngles } from './lanes';

/** Step of the differences: their own error is about 1e-10 · ψ‴ + 1e-16 · ψ / 1e-5. */
const STEP = 1e-5;
const DIFFERENCE = 1e-6;
/** A few roundings. */
const EXACT = 1e-14;
/** The first update, one on the way, and after every schedule has ended. */
const TIMES = [1, 37, Number.POSITIVE_INFINITY];

const difference = (f: (theta: number) => number, theta: number): number =>
  (f(theta + STEP) - f(theta - STEP)) / (2 * STEP);

/** Largest |a − b| at these angles. */
const furthest = (
  angles: readonly number[],
  a: (theta: number) => number,
  b: (theta: number) => number,
): number => Math.max(...angles.map((theta) => Math.abs(a(theta) - b(theta))));

describe.each(LANES.map((lane) => [lane.title, lane] as const))('%s:', (_title, lane) => {
  const random = stream(1, lane.title);
  /** Every setting of the sliders, at each of the times. */
  const forces: [Force, readonly number[]][] = settingsOf(lane).flatMap(({ margin }) =>
    TIMES.map((t): [Force, number[]] => [
      forceAt(margin, t),
      smoothAngles(valuesAt(margin, t), 40, 2 * STEP, random),
    ]),
  );

  test('the slope is the derivative of ψ', () => {
    for (const [{ psi, slope }, angles] of forces) {
      expect(furthest(angles, slope, (theta) => difference(psi, theta))).toBeLessThan(DIFFERENCE);
    }
  });

  test('the backward pass takes the slope, or that of a cosine for straight-through', () => {
    for (const [{ slope, backward }, angles] of forces) {
      const taken = lane.margin.straightThrough ? (theta: number) => -Math.sin(theta) : slope;
      expect(furthest(angles, backward, taken)).toBeLessThan(EXACT);
    }
  });

  test('the bend is the derivative of what the backward pass takes', () => {
    for (const [{ backward, bend }, angles] of forces) {
      expect(furthest(angles, bend, (theta) => difference(backward, theta))).toBeLessThan(10 * DIFFERENCE);
    }
  });

  test('with every margin neutral, ψ is the cosine', () => {
    const { margin } = neutralOf(lane);
    const angles = Array.from({ length: 181 }, (_, degree) => (degree / 180) * Math.PI);
    for (const t of TIMES) expect(furthest(angles, forceAt(margin, t).psi, Math.cos)).toBeLessThan(EXACT);
  });
});
