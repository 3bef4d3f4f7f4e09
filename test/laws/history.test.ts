import { describe, expect, test } from 'vitest';
import { createFeed } from '../../src/lab/feed';
import {
  CHECKPOINTS,
  type History,
  historyUntil,
  keepCheckpoint,
  keepLook,
  LOOKS,
  NO_HISTORY,
  nearestCheckpoint,
  nearestLook,
} from '../../src/lab/history';
import type { Whole } from '../../src/lab/whole';
import { stream } from '../../src/math/random';
import { mostSpare } from '../../src/math/spare';
import type { Checkpoint, Moment } from '../../src/train/protocol';

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
function checkpoint(step: number, lanes: readonly number[] = [0], size = 1): Checkpoint {
  const numbers = (): Float32Array => {
    const all = new Float32Array(lanes.length * size);
    for (const [i, lane] of lanes.entries()) all.fill(lane, i * size, (i + 1) * size);
    return all;
  };
  return {
    step,
    lanes: lanes.map((lane) => ({ kind: String(lane), time: step, held: false })),
    state: { parameters: numbers(), m: numbers(), v: numbers() },
    batches: { order: new Int32Array(1), cursor: 0, drawn: 0 },
  };
}
const lookSteps = ({ looks }: History): number[] => looks.map((one) => one.moment.step);
const savedSteps = ({ checkpoints }: History): number[] => checkpoints.map(({ step }) => step);
const gapsOf = (steps: readonly number[]): number[] =>
  steps.slice(1).map((step, i) => step - (steps[i] ?? 0));

/** A run's history after each look, with a checkpoint at some of them. Looks come 1 ... 30 steps apart. */
function* run(until: number, seed: number): Generator<{ history: History; step: number }> {
  const random = stream(seed, 'looks');
  let history = NO_HISTORY;
  for (let step = 3; step < until; step += 1 + Math.floor(30 * random())) {
    const last = history.checkpoints.at(-1)?.step ?? Number.NEGATIVE_INFINITY;
    if (step - last >= step / 16) history = keepCheckpoint(history, checkpoint(step));
    history = keepLook(history, look(step));
    yield { history, step };
  }
}

describe('Of a run', () => {
  test.each([1, 2, 3])(
    'a bounded number of looks and states is kept, in order, the first and the newest always',
    (seed) => {
      for (const { history, step } of run(30_000, seed)) {
        for (const steps of [lookSteps(history), savedSteps(history)]) {
          expect(steps[0]).toBe(3);
          expect(steps).toEqual([...new Set(steps)].sort((a, b) => a - b));
        }
        expect(lookSteps(history).at(-1)).toBe(step);
        expect(history.looks.length).toBeLessThanOrEqual(LOOKS.most);
        expect(history.checkpoints.length).toBeLessThanOrEqual(CHECKPOINTS.most);
      }
    },
  );

  test('they stay even over it: none of the steps is far from what is kept', () => {
    for (const { history, step } of run(30_000, 4)) {
      if (step < 3000) continue;
      const mean = step / LOOKS.most;
      expect(Math.max(...gapsOf(lookSteps(history)))).toBeLessThan(4 * mean);
      expect(Math.max(...gapsOf(savedSteps(history)), step - (savedSteps(history).at(-1) ?? 0))).toBeLessThan(
        (4 * step) / CHECKPOINTS.most,
      );
      // What stands for the middle of the run in a figure.
      expect(Math.abs((nearestLook(history, step / 2)?.moment.step ?? 0) / step - 0.5)).toBeLessThan(0.05);
    }
  });

  test('a look whose very state is kept is kept, too', () => {
    for (const { history } of run(30_000, 5)) {
      expect(lookSteps(history)).toEqual(expect.arrayContaining(savedSteps(history)));
    }
  });

  test('large states are few, so that all of them together stay within their bytes', () => {
    // Three numbers of four bytes for each parameter.
    const size = 200_000;
    let history = NO_HISTORY;
    for (let k = 0; k < 40; k++) history = keepCheckpoint(history, checkpoint(k, [0], size));
    const fit = Math.floor(CHECKPOINTS.bytes / (12 * size));
    expect(history.checkpoints.length).toBeLessThanOrEqual(fit);
    expect(history.checkpoints.length).toBeGreaterThanOrEqual(Math.max(CHECKPOINTS.least, fit - 1));
  });

  test('a later look at the same step takes the place of the one before, and one from before is left out', () => {
    const [first, again] = [look(20), look(20)];
    const history = [look(0), first, again, look(12)].reduce(keepLook, NO_HISTORY);
    expect(lookSteps(history)).toEqual([0, 20]);
    expect(history.looks[1]).toBe(again);
  });

  test('that goes on from a step only what was until then is left', () => {
    const looks = [0, 10, 20, 30].map((step) => look(step)).reduce(keepLook, NO_HISTORY);
    const history = [0, 15, 30].map((step) => checkpoint(step)).reduce(keepCheckpoint, looks);
    expect(lookSteps(historyUntil(history, 20))).toEqual([0, 10, 20]);
    expect(savedSteps(historyUntil(history, 20))).toEqual([0, 15]);
  });

  test('what is nearest to a step is found, and nothing where there is nothing', () => {
    expect(nearestLook(NO_HISTORY, 10)).toBeNull();
    expect(nearestCheckpoint(NO_HISTORY, 10)).toBeNull();
    const history = [0, 15, 30].map((step) => checkpoint(step)).reduce(keepCheckpoint, NO_HISTORY);
    expect([7, 8, 100].map((step) => nearestCheckpoint(history, step)?.step)).toEqual([0, 15, 30]);
  });
});

test('What can best be spared is inner, leaves the least gap, and is needed only if all are', () => {
  expect(mostSpare([0, 5], () => false)).toBe(-1);
  expect(mostSpare([0, 1, 9, 10, 12], () => false)).toBe(3);
  expect(mostSpare([0, 1, 9, 10, 12], (i) => i === 3)).toBe(1);
  expect(mostSpare([0, 1, 9, 10, 12], () => true)).toBe(3);
});

describe('The feed', () => {
  const samples = { x: new Float32Array(1), shape: [1], y: new Uint8Array(1), classes: ['a'], trainCount: 1 };
  function open(...steps: number[]) {
    const feed = createFeed(moment(0, [1, 2]));
    feed.describe(samples);
    const take = (step: number): void => {
      const { moment, features } = look(step, [1, 2]);
      feed.keep(checkpoint(step, [1, 2]));
      feed.take({ run: 1, rate: null, ...moment, points: { type: 'all', features } });
    };
    for (const step of steps) take(step);
    return { feed, take };
  }

  test('keeps the history, takes lanes away from it, and forgets it with the run', () => {
    const { feed } = open(0, 10);
    feed.arrange([1]);
    expect(feed.now.history).toEqual({
      looks: [look(0, [2]), look(10, [2])],
      checkpoints: [checkpoint(0, [2]), checkpoint(10, [2])],
    });
    feed.begin(moment(0, [2]));
    expect(feed.now.history).toEqual(NO_HISTORY);
  });

  test('shows all of a look back and nothing newer, whatever comes meanwhile, and then the present', () => {
    const { feed, take } = open(0, 10, 20);
    const back = feed.live.history.looks[1];
    feed.look(back ?? null);
    take(30);
    expect(feed.now).toMatchObject({ moment: moment(10, [1, 2]), whole: look(10, [1, 2]) });
    expect(feed.now.features).toEqual(look(10, [1, 2]).features);
    expect(feed.live.moment.step).toBe(30);
    feed.arrange([1]);
    expect(feed.now.whole).toEqual(look(10, [2]));
    feed.look(null);
    expect(feed.now).toBe(feed.live);
    expect(feed.now.whole).toEqual(look(30, [2]));
  });

  test('that is back at a step shows the newest look of until then, and leaves what is kept as it was', () => {
    const { feed } = open(0, 10, 20);
    feed.rewind(15);
    expect(feed.now).toMatchObject({ moment: { step: 10 }, whole: look(10, [1, 2]) });
    // The next minibatch moves the picture, not what is kept.
    const { centres, biases, times } = moment(16, [1, 2]);
    const points = {
      type: 'batch',
      samples: Int32Array.of(0),
      features: Float32Array.of(7, 7, 8, 8),
    } as const;
    feed.take({ run: 1, rate: null, step: 16, times, centres, biases, points });
    expect(feed.now.features).toEqual(points.features);
    expect(feed.now.history.looks).toEqual([look(0, [1, 2]), look(10, [1, 2])]);
  });
});
