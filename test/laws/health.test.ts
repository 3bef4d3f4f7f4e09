import { describe, expect, test } from 'vitest';
import { examine } from '../../src/lab/health';
import type { Readings } from '../../src/lab/readings';
import { NO_PAST, type Past, redo, remember, settle, undo } from '../../src/lab/undo';
import { createKept } from '../../src/train/kept';

const degree = Math.PI / 180;
const well: Readings = {
  step: 500,
  at: { time: 500, centres: new Float32Array(16), biases: new Float32Array(8) },
  accuracy: 0.97,
  testAccuracy: 0.9,
  loss: 0.5,
  norm: 10,
  intra: 5 * degree,
  nearest: 43 * degree,
  closest: { classes: [2, 5], angle: 40 * degree },
  opposite: 0,
  gap: { mean: 25 * degree, min: 15 * degree },
  pairs: [],
  table: {
    wec: 2 * degree,
    wInter: 42 * degree,
    train: { intra: 5 * degree, inter: 43 * degree },
    test: null,
  },
};

const EIGHT = { classes: 8, dim: 2 } as const;

describe('A lane of eight classes', () => {
  test('is well when its classes are apart and told apart', () => {
    expect(examine(well, 0.98, EIGHT)).toBeNull();
  });
  test('is given time to settle', () => {
    expect(examine({ ...well, step: 50, accuracy: 0.125, opposite: 0.4 }, 0.2, EIGHT)).toBeNull();
  });
  test('has merged classes when two share a direction and are confused', () => {
    const merged = { ...well, accuracy: 0.86, closest: { classes: [2, 5], angle: 3 * degree } } as const;
    expect(examine(merged, 0.86, EIGHT)).toEqual({ type: 'merged', classes: [2, 5], angle: 3 * degree });
    // Softmax tells them by their lengths: nothing is wrong.
    expect(examine({ ...merged, accuracy: 0.97 }, 0.97, EIGHT)).toBeNull();
  });
  test('has merged on a sphere where classes are further apart when all is well', () => {
    // A fifth of the even distance: of 45° on a circle, of 66.3° on a sphere.
    const near = { ...well, accuracy: 0.86, closest: { classes: [2, 5], angle: 11 * degree } } as const;
    expect(examine(near, 0.86, EIGHT)).toBeNull();
    expect(examine(near, 0.86, { classes: 8, dim: 3 })?.type).toBe('merged');
  });
  test('is in the antipodal trap when its samples lie opposite their centres', () => {
    const trapped = { ...well, accuracy: 0, loss: 0.17, opposite: 1 };
    expect(examine(trapped, 0.3, EIGHT)).toEqual({ type: 'opposite', share: 1 });
  });
  test('has lost accuracy when it was much better before', () => {
    expect(examine({ ...well, accuracy: 0.6 }, 0.95, EIGHT)).toEqual({
      type: 'lost',
      accuracy: 0.6,
      best: 0.95,
    });
    expect(examine({ ...well, accuracy: 0.9 }, 0.95, EIGHT)).toBeNull();
  });
});

describe('Undo', () => {
  const changed = (past: Past<number>, steps: readonly [before: number, gesture: boolean][]): Past<number> =>
    steps.reduce((p, [before, gesture]) => remember(p, before, gesture), past);

  test('goes back one change at a time, and redo the same way again', () => {
    const past = changed(NO_PAST, [
      [1, false],
      [2, false],
    ]);
    const back = undo(past, 3);
    expect(back?.state).toBe(2);
    const further = back && undo(back.past, back.state);
    expect(further?.state).toBe(1);
    expect(further && undo(further.past, 1)).toBeNull();
    expect(further && redo(further.past, 1)?.state).toBe(2);
  });
  test('takes a drag as one change, and two drags as two', () => {
    const one = changed(NO_PAST, [
      [1, true],
      [2, true],
      [3, true],
    ]);
    expect(undo(one, 4)?.state).toBe(1);
    const two = changed(settle(one), [
      [4, true],
      [5, true],
    ]);
    expect(undo(two, 6)?.state).toBe(4);
  });
  test('forgets what was undone when something else is changed', () => {
    const back = undo(changed(NO_PAST, [[1, false]]), 2);
    expect(back && redo(remember(back.past, 1, false), 7)).toBeNull();
  });
});

describe('Kept states', () => {
  const state = (...values: number[]) => ({
    parameters: Float32Array.from(values),
    m: Float32Array.from(values),
    v: Float32Array.from(values),
  });
  test('stay few, keep the start, and give the newest at or before a step', () => {
    const kept = createKept(1);
    const steps: number[] = [];
    for (let step = 0; step <= 5000; step++) {
      if (!kept.due(step)) continue;
      kept.keep(step, state(step));
      steps.push(step);
    }
    const found = new Set(Array.from({ length: 5001 }, (_, step) => kept.find(0, step)?.step));
    expect(found.size).toBeLessThanOrEqual(8);
    expect(found.has(0)).toBe(true);
    expect(found.has(undefined)).toBe(false);
    for (const step of found) expect(kept.find(0, step ?? 0)?.state.parameters[0]).toBe(step);
  });
  test('never give back a network that has stopped being numbers, nor the network of another lane', () => {
    const kept = createKept(2);
    kept.keep(0, state(1, 10));
    kept.keep(50, state(Number.NaN, 20));
    expect(kept.find(0, 99)).toEqual({ step: 0, state: state(1) });
    expect(kept.find(1, 99)).toEqual({ step: 50, state: state(20) });
    kept.arrange([1]);
    expect(kept.find(0, 99)).toEqual({ step: 50, state: state(20) });
  });
});
