import { describe, expect, test } from 'vitest';
import { keepLook, middleOf } from '../../src/lab/earlier';
import { createFeed, type Whole } from '../../src/lab/feed';
import { stream } from '../../src/math/random';
import type { Moment } from '../../src/train/protocol';

/** What stands for a lane in these looks: all its numbers are its own. */
function moment(step: number, lanes: readonly number[]): Moment {
  return {
    step,
    times: lanes.map((lane) => step + lane),
    centres: Float32Array.from(lanes.flatMap((lane) => [lane, lane])),
    biases: Float32Array.from(lanes),
  };
}
const look = (step: number, lanes: readonly number[] = [0]): Whole => ({
  moment: moment(step, lanes),
  features: Float32Array.from(lanes.flatMap((lane) => [lane, step])),
});
const stepsOf = (looks: readonly Whole[]): number[] => looks.map((one) => one.moment.step);

describe('Of the looks of a run', () => {
  test('the first and a few of the newer half are kept, however long it goes on', () => {
    const random = stream(1, 'looks');
    let kept: readonly Whole[] = [];
    let step = 3;
    while (step < 200_000) {
      kept = keepLook(kept, look(step));
      expect(kept.length).toBeLessThanOrEqual(8);
      expect(stepsOf(kept)[0]).toBe(3);
      expect(stepsOf(kept)).toEqual(stepsOf(kept).toSorted((a, b) => a - b));
      // Looks come up to 30 steps apart: beyond some hundred steps the middle is missed by little.
      const away = Math.abs((middleOf(kept, step)?.moment.step ?? 0) - step / 2);
      if (step > 1000) expect(away / step).toBeLessThan(0.07);
      step += 1 + Math.floor(30 * random());
    }
  });

  test('one of a step that was already seen is left out', () => {
    const kept = [0, 10, 20].reduce<readonly Whole[]>((all, step) => keepLook(all, look(step)), []);
    expect(stepsOf(kept)).toEqual([0, 10, 20]);
    expect(keepLook(kept, look(20))).toBe(kept);
    expect(keepLook(kept, look(12))).toBe(kept);
  });

  test('none is the middle before there is any', () => {
    expect(middleOf([], 10)).toBeNull();
    expect(middleOf([look(4)], 10)?.moment.step).toBe(4);
  });
});

describe('The feed', () => {
  const feed = createFeed(moment(0, [1, 2]));
  const samples = { x: new Float32Array(1), shape: [1], y: new Uint8Array(1), classes: ['a'], trainCount: 1 };
  const take = (step: number, lanes: readonly number[]): void => {
    const { moment, features } = look(step, lanes);
    feed.take({ run: 1, rate: null, ...moment, points: { type: 'all', features } });
  };

  test('keeps them, takes lanes away from them, and forgets them with the run', () => {
    feed.describe(samples);
    take(0, [1, 2]);
    take(10, [1, 2]);
    expect(stepsOf(feed.now.earlier)).toEqual([0, 10]);
    feed.arrange([1]);
    expect(feed.now.earlier).toEqual([look(0, [2]), look(10, [2])]);
    feed.begin(moment(0, [2]));
    expect(feed.now.earlier).toEqual([]);
  });
});
