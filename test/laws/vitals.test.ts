import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createFeed } from '../../src/lab/feed';
import { defaultSettings, type Settings } from '../../src/lab/settings';
import { followVitals, type Vitals } from '../../src/lab/vitals';
import type { Moment } from '../../src/train/protocol';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
afterEach(() => void vi.useRealTimers());

const LANES = defaultSettings().lanes.length;
const CLASSES = 8;
const COUNT = 2 * CLASSES;
const directions = (count: number): Float32Array =>
  Float32Array.from({ length: 2 * count }, (_, i) => {
    const angle = (2 * Math.PI * Math.floor(i / 2)) / CLASSES;
    return i % 2 === 0 ? Math.cos(angle) : Math.sin(angle);
  });

/** A feed and its vitals, and how often each lane's were taken. */
function follow() {
  let settings: Settings = defaultSettings();
  const moment = (step: number): Moment => ({
    step,
    times: Array(LANES).fill(step),
    centres: directions(LANES * CLASSES),
    biases: new Float32Array(LANES * CLASSES),
  });
  const feed = createFeed(moment(0));
  feed.describe({
    x: new Float32Array(COUNT),
    shape: [1],
    y: Uint8Array.from({ length: COUNT }, (_, i) => i % CLASSES),
    classes: Array.from({ length: CLASSES }, String),
    trainCount: COUNT,
  });
  let vitals: readonly (Vitals | null)[] = Array(LANES).fill(null);
  const taken: number[] = Array(LANES).fill(0);
  const look = followVitals(feed, {
    settings: () => settings,
    get: () => vitals,
    set(next) {
      next.forEach((one, lane) => {
        if (one !== vitals[lane]) taken[lane] = (taken[lane] ?? 0) + 1;
      });
      vitals = next;
    },
  });
  return {
    taken,
    stepsOf: () => vitals.map((one) => one?.readings.step),
    see(step: number) {
      feed.take({
        ...moment(step),
        run: 1,
        rate: null,
        points: { type: 'all', features: directions(LANES * COUNT) },
      });
    },
    /** To a look of its own each time, as when something is moved by hand. */
    lookBack(step: number) {
      feed.look({ moment: moment(step), features: directions(LANES * COUNT) });
    },
    move(lane: number, m2: number) {
      const lanes = settings.lanes.map((one, i) =>
        i === lane ? { ...one, values: { ...one.values, m2 } } : one,
      );
      settings = { ...settings, lanes };
      look();
    },
  };
}

test('Looks that come with every frame are read four times a second, the last one, too', () => {
  const { taken, stepsOf, see } = follow();
  for (let frame = 1; frame <= 600; frame++) {
    see(frame);
    vi.advanceTimersByTime(1000 / 60);
  }
  for (const count of taken) {
    expect(count).toBeGreaterThanOrEqual(35); // a round begins a frame after its time
    expect(count).toBeLessThanOrEqual(40);
  }
  vi.advanceTimersByTime(400);
  expect(stepsOf()).toEqual(Array(LANES).fill(600));
});

test('Numbers that stand side by side are of one step, however busy the page is between the lanes', () => {
  const { stepsOf, see } = follow();
  const shown: (number | undefined)[][] = [];
  for (let k = 0; k < 600; k++) {
    if (k % 3 === 0) see(1 + k / 3); // the run goes on between two lanes
    vi.advanceTimersToNextTimer();
    shown.push(stepsOf());
  }
  expect(new Set(shown.map(([first]) => first)).size).toBeGreaterThan(10);
  for (const steps of shown) expect(new Set(steps).size).toBe(1);
});

test('What was read of a run is dropped when another begins before all of it was', () => {
  const { stepsOf, see } = follow();
  see(5);
  for (let lane = 1; lane < LANES; lane++) vi.advanceTimersToNextTimer();
  see(3);
  vi.advanceTimersByTime(1000);
  expect(stepsOf()).toEqual(Array(LANES).fill(3));
});

test('Looks back that follow one another faster than they are read are read all the same', () => {
  const { stepsOf, see, lookBack } = follow();
  see(5);
  vi.advanceTimersByTime(1000);
  for (let move = 0; move < 12; move++) {
    lookBack(4);
    vi.advanceTimersByTime(16);
  }
  expect(stepsOf()).toEqual(Array(LANES).fill(4));
});

test('The first look after a while is read at once', () => {
  const { stepsOf, see } = follow();
  see(1);
  vi.advanceTimersByTime(1000);
  see(2);
  vi.advanceTimersByTime(LANES * 20); // a frame before each lane
  expect(stepsOf()).toEqual(Array(LANES).fill(2));
});

test('A margin that moves is answered when its picture is painted, in its own lane only', () => {
  const { taken, see, move } = follow();
  see(1);
  vi.advanceTimersByTime(LANES * 20);
  const before = [...taken];
  move(3, 0.2);
  vi.advanceTimersByTime(10);
  expect(taken).toEqual(before);
  vi.advanceTimersByTime(10);
  expect(taken).toEqual(before.map((count, lane) => (lane === 3 ? count + 1 : count)));
});
