import { describe, expect, test } from 'vitest';
import { type Course, type CoursePoint, cutAt, follow, NO_COURSE } from '../../src/lab/course';
import { createFeed } from '../../src/lab/feed';
import { lossOf, marginOf } from '../../src/lab/settings';
import type { Margin } from '../../src/margin/compile';
import { defaultConfig } from '../../src/margin/loss';
import { stream } from '../../src/math/random';

/** ArcFace with a margin; every call gives another object, as a slider does. */
function arcFace(m2: number, guard = 'linear'): Margin {
  const config = defaultConfig(lossOf({ loss: 'arcFace' }), { classes: 8, dim: 2 });
  return marginOf({ ...config, values: { ...config.values, m2 }, options: { ...config.options, guard } });
}
const at = (step: number, loss = 1): CoursePoint => ({ step, loss, accuracy: 0.5, testAccuracy: 0.4 });
const stepsOf = ({ points }: Course): number[] => points.map(({ step }) => step);
const changesOf = ({ changes }: Course): [number, number | undefined, number | undefined][] =>
  changes.map(({ step, from, to }) => [step, from.values.m2, to.values.m2]);
/** A course of readings: each a step and the margin that was then. */
const course = (...readings: readonly (readonly [step: number, m2: number])[]): Course =>
  readings.reduce((made, [step, m2]) => follow(made, at(step), arcFace(m2)), NO_COURSE);

describe('The course of a lane', () => {
  test('is bounded, even, and reaches from the first step to the last, however long the run is', () => {
    const random = stream(1, 'course');
    let made: Course = NO_COURSE;
    let step = 0;
    const margin = arcFace(0.5);
    for (let k = 0; k < 20_000; k++) {
      made = follow(made, at(step), margin);
      expect(made.points.length).toBeLessThanOrEqual(240);
      step += 1 + Math.floor(200 * random());
    }
    const steps = stepsOf(made);
    expect(steps[0]).toBe(0);
    expect(steps.length).toBeGreaterThan(100);
    const gaps = steps.slice(1, -1).map((one, i) => one - (steps[i] ?? 0));
    // Thinned to a spacing, kept points are that far apart and at most as much again.
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(made.spacing);
    expect(Math.max(...gaps)).toBeLessThanOrEqual(2 * made.spacing + 400);
  });

  test('has the newest readings of a step, and none of an earlier one', () => {
    expect(stepsOf(course([0, 0.5], [10, 0.5], [10, 0.5], [4, 0.5]))).toEqual([0, 10]);
    const twice = follow(follow(NO_COURSE, at(3, 2), arcFace(0.5)), at(3, 1), arcFace(0.5));
    expect(twice.points).toEqual([at(3, 1)]);
  });

  test('takes in no loss that is no number', () => {
    expect(follow(course([0, 0.5]), at(5, Number.NaN), arcFace(0.5)).points).toHaveLength(1);
  });

  test('notes where the margin was changed, with the readings of before and after', () => {
    const made = course([0, 0.5], [10, 0.5], [10, 0.3], [20, 0.3], [20, 0.1]);
    expect(stepsOf(made)).toEqual([0, 10, 10, 20, 20]);
    expect(changesOf(made)).toEqual([
      [10, 0.5, 0.3],
      [20, 0.3, 0.1],
    ]);
  });

  test('takes one drag for one change, and one that comes back for none', () => {
    const drag = course([0, 0.5], [10, 0.5], [10, 0.4], [10, 0.3], [12, 0.2]);
    expect(changesOf(drag)).toEqual([[10, 0.5, 0.2]]);
    expect(stepsOf(drag)).toEqual([0, 10, 10, 12]);
    const back = course([0, 0.5], [10, 0.5], [10, 0.4], [10, 0.5], [10, 0.6], [10, 0.5]);
    expect(changesOf(back)).toEqual([]);
    // What comes after a drag is another change.
    expect(changesOf(follow(follow(drag, at(20), arcFace(0.2)), at(30), arcFace(0.5)))).toEqual([
      [10, 0.5, 0.2],
      [30, 0.2, 0.5],
    ]);
  });

  test('takes equal margins for the same, and other options for another', () => {
    expect(course([0, 0.5], [1, 0.5], [2, 0.5]).changes).toEqual([]);
    const option = follow(course([0, 0.5]), at(5), arcFace(0.5, 'none'));
    expect(option.changes.map(({ to }) => to.kind)).toEqual([expect.stringContaining('guard:none')]);
  });

  test('keeps both sides of a change when it is thinned out', () => {
    let made = course([0, 0.5], [31, 0.5], [31, 0.3]);
    for (let step = 32; step < 5000; step++) made = follow(made, at(step), arcFace(0.3));
    expect(made.spacing).toBeGreaterThan(4);
    expect(stepsOf(made).filter((step) => step === 31)).toHaveLength(2);
  });

  test('is cut where the run goes back to, with what the margins have become since as one change', () => {
    const cut = cutAt(course([0, 0.5], [10, 0.5], [20, 0.4], [30, 0.4], [40, 0.2], [50, 0.2]), 25);
    expect(stepsOf(cut)).toEqual([0, 10, 20]);
    expect(changesOf(cut)).toEqual([
      [20, 0.5, 0.4],
      [25, 0.4, 0.2],
    ]);
    expect(stepsOf(follow(cut, at(26), arcFace(0.2)))).toEqual([0, 10, 20, 26]);
  });
});

describe('The feed', () => {
  const moment = (lanes: number) => ({
    step: 0,
    times: Array<number>(lanes).fill(0),
    centres: new Float32Array(2 * lanes),
    biases: new Float32Array(lanes),
  });
  const recorded = () => {
    const feed = createFeed(moment(2));
    for (const step of [0, 10, 20]) feed.record(0, at(step), arcFace(0.5));
    feed.record(1, at(10), arcFace(0.3));
    return feed;
  };
  const all = ({ now }: ReturnType<typeof createFeed>): number[][] => now.courses.map(stepsOf);

  test('keeps a course for each lane, puts them in another order, and cuts them', () => {
    const feed = recorded();
    expect(all(feed)).toEqual([[0, 10, 20], [10]]);
    feed.rewind(12);
    expect(all(feed)).toEqual([[0, 10], [10]]);
    feed.arrange([1, 0]);
    expect(all(feed)).toEqual([[10], [0, 10]]);
    feed.arrange([1]);
    expect(all(feed)).toEqual([[0, 10]]);
  });

  test('forgets them with the run', () => {
    const feed = recorded();
    feed.begin(moment(3));
    expect(all(feed)).toEqual([[], [], []]);
  });
});
