import { describe, expect, test } from 'vitest';
import { defaultSettings, resettledAfter, type Settings, settledAfter } from '../../src/lab/settings';
import { openLab } from '../tools/openLab';

const settings = defaultSettings();
const LONG = settledAfter(settings);
const SHORT = resettledAfter(settings);

/** A page whose run trains until it rests; what it asks the worker for is looked at. */
function open(first: Settings = settings) {
  const page = openLab(first);
  const { lab, asked, tell } = page;
  page.started(0);
  const restAt = (step: number): void => {
    page.see(step);
    tell({ type: 'arrived', run: 1, step, until: step });
  };
  let margin = 0.1;
  const moveMargin = (): void => {
    margin += 0.01;
    const lanes = lab.store
      .getState()
      .settings.lanes.map((lane, i) =>
        i === 3 ? { ...lane, values: { ...lane.values, m2: margin } } : lane,
      );
    lab.change({ lanes });
  };
  /** The step at which training was last asked to rest; null when it was last asked to stand still. */
  const goal = (): unknown => {
    const last = asked.findLast(([name]) => name === 'play' || name === 'pause');
    return last?.[0] === 'play' ? last[2] : null;
  };
  return { ...page, restAt, moveMargin, goal };
}

describe('A run', () => {
  test('rests when it has settled, however often it was looked at meanwhile', () => {
    const { lab, see, goal } = open();
    expect(goal()).toBe(LONG);
    see(LONG / 2);
    lab.change({ pace: 10 });
    lab.setHidden(true);
    lab.setHidden(false);
    expect(goal()).toBe(LONG);
  });

  test('puts its rest off when a margin is moved, and never brings it forward', () => {
    const { see, moveMargin, goal } = open();
    see(10);
    moveMargin();
    expect(goal()).toBe(LONG);
    see(LONG - 1);
    moveMargin();
    expect(goal()).toBe(LONG - 1 + SHORT);
  });

  test('that rests trains a little when a margin is moved, and rests again', () => {
    const { lab, restAt, moveMargin, goal } = open();
    restAt(LONG);
    expect(lab.store.getState()).toMatchObject({ playing: false, rest: { type: 'settled', step: LONG } });
    moveMargin();
    expect(lab.store.getState()).toMatchObject({ playing: true, rest: null });
    expect(goal()).toBe(LONG + SHORT);
    restAt(LONG + SHORT);
    expect(lab.store.getState()).toMatchObject({ playing: false, rest: { type: 'settled' } });
  });

  test('trains on from where it rests, also before that has been seen', () => {
    for (const goOn of ['margin', 'train'] as const) {
      const { lab, see, tell, moveMargin, goal } = open({ ...settings, until: 30 });
      see(28);
      tell({ type: 'arrived', run: 1, step: 30, until: 30 });
      expect(lab.store.getState()).toMatchObject({ playing: false, rest: { type: 'until', step: 30 } });
      if (goOn === 'margin') moveMargin();
      else lab.play();
      expect(goal()).toBe(30 + (goOn === 'margin' ? SHORT : LONG));
    }
  });

  test('stays at rest where it shall not retrain, and does what it is told', () => {
    const { lab, restAt, moveMargin, goal } = open({ ...settings, retrain: false });
    restAt(LONG);
    const asked = goal();
    moveMargin();
    expect(lab.store.getState()).toMatchObject({ playing: false, rest: { type: 'settled' } });
    expect(goal()).toBe(asked);
    lab.play();
    expect(goal()).toBe(LONG + LONG);
  });

  test('that was paused by hand stays paused', () => {
    const { lab, see, moveMargin, goal } = open();
    see(20);
    lab.pause();
    moveMargin();
    expect(lab.store.getState().playing).toBe(false);
    expect(goal()).toBeNull();
  });
});
