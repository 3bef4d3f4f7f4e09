import { describe, expect, test } from 'vitest';
import { MOST_BOOKMARKS } from '../../src/lab/bookmarks';
import type { Lab } from '../../src/lab/state';
import type { Whole } from '../../src/lab/whole';
import { openLab } from '../tools/openLab';

/** A run that has been looked at, and can go on from some of it. */
function openRun() {
  const page = openLab();
  page.started(0);
  for (const step of [0, 10, 20, 30]) {
    if (step !== 10) page.save(step);
    page.see(step);
  }
  page.asked.length = 0;
  return page;
}
function lookAt(lab: Lab, step: number): Whole {
  const look = lab.feed.live.history.looks.find(({ moment }) => moment.step === step);
  if (!look) throw new Error(`no look at ${step}`);
  lab.lookBack(look);
  return look;
}

describe('Looking back', () => {
  test('lets training wait, and the present lets it go on', () => {
    const { lab, names } = openRun();
    lookAt(lab, 20);
    lookAt(lab, 10);
    expect(lab.feed.now.moment.step).toBe(10);
    expect(lab.store.getState().playing).toBe(false);
    lab.present();
    expect(names()).toEqual(['pause', 'play']);
    expect(lab.feed.now.moment.step).toBe(30);
    expect(lab.store.getState()).toMatchObject({ playing: true, lookBack: null });
  });

  test('of a run that is paused leaves it paused', () => {
    const { lab, names, asked } = openRun();
    lab.pause();
    asked.length = 0;
    lookAt(lab, 20);
    lab.present();
    expect(names()).toEqual([]);
    expect(lab.store.getState().playing).toBe(false);
  });

  test.each(['play', 'step', 'restart'] as const)('ends with %s', (act) => {
    const { lab } = openRun();
    lookAt(lab, 20);
    lab[act]();
    expect(lab.store.getState().lookBack).toBeNull();
    expect(lab.feed.now).toBe(lab.feed.live);
  });

  test('ends when the run goes on from an earlier step of its own', () => {
    const { lab, tell } = openRun();
    lookAt(lab, 30);
    const held = lab.store.getState().settings.lanes.map(() => false);
    tell({ type: 'interrupted', trouble: 'silent', message: '', step: 20, held });
    expect(lab.store.getState().lookBack).toBeNull();
    expect(lab.feed.now.moment.step).toBe(20);
  });

  test('goes on with other lanes', () => {
    const { lab } = openRun();
    lookAt(lab, 20);
    lab.change({ lanes: lab.store.getState().settings.lanes.slice(2) });
    expect(lab.feed.now.moment.times).toEqual([20, 20]);
    expect(lab.store.getState().lookBack?.from?.lanes).toHaveLength(2);
  });
});

describe('Going on from a look', () => {
  test('starts from its very state, with the settings of now, and forgets what came after', () => {
    const { lab, asked, names } = openRun();
    lookAt(lab, 20);
    lab.change({ learningRate: 0.5 });
    asked.length = 0;
    lab.goOnFromHere();
    expect(names()).toEqual(['start', 'play']);
    expect(asked[0]?.[2]).toMatchObject({ learningRate: 0.5 });
    expect(asked[0]?.[3]).toMatchObject({ step: 20, state: { parameters: { 0: 20 } } });
    expect(lab.feed.now.moment.step).toBe(20);
    expect(lab.feed.now.history.looks.map(({ moment }) => moment.step)).toEqual([0, 10, 20]);
    expect(lab.feed.now.history.checkpoints.map(({ step }) => step)).toEqual([0, 20]);
  });

  test('whose state is not kept starts from the nearest', () => {
    const { lab, asked } = openRun();
    lookAt(lab, 10);
    expect(lab.store.getState().lookBack?.from?.step).toBe(0);
    lab.goOnFromHere();
    expect(asked.find(([name]) => name === 'start')?.[3]).toMatchObject({ step: 0 });
    expect(lab.feed.now.moment.step).toBe(0);
  });

  test('does nothing in the present', () => {
    const { lab, names } = openRun();
    lab.goOnFromHere();
    expect(names()).toEqual([]);
  });
});

describe('A bookmark', () => {
  test('outlives what it was made from, and can be gone on from', () => {
    const { lab, asked } = openRun();
    const mark = lab.addBookmark('the end');
    lookAt(lab, 0);
    lab.goOnFromHere();
    asked.length = 0;
    if (!mark) throw new Error('there was room');
    lab.goTo(mark);
    expect(lab.feed.now.moment.step).toBe(30);
    lab.goOnFromHere();
    expect(asked.find(([name]) => name === 'start')?.[3]).toMatchObject({ step: 30 });
    expect(lab.feed.now.moment.step).toBe(30);
  });

  test('that the run has parted from brings back its own way, as far as it is known', () => {
    const { lab, see, save } = openRun();
    const end = lab.addBookmark('one way');
    lookAt(lab, 20);
    lab.goOnFromHere();
    save(25);
    see(25);
    lab.addBookmark('another');
    const stepsOf = () => lab.feed.live.history.looks.map(({ moment }) => moment.step);
    expect(stepsOf()).toEqual([0, 10, 20, 25]);
    for (const [kept, steps] of [
      [end?.id, [0, 10, 20, 30]],
      [2, [0, 10, 20, 25]],
    ] as const) {
      const mark = lab.store.getState().bookmarks.find(({ id }) => id === kept);
      if (!mark) throw new Error('it was kept');
      lab.goTo(mark);
      lab.goOnFromHere();
      expect(stepsOf()).toEqual(steps);
    }
  });

  test('is of what is shown, has a name, and can be taken away', () => {
    const { lab } = openRun();
    lookAt(lab, 20);
    const mark = lab.addBookmark('early');
    expect(mark?.look.moment.step).toBe(20);
    lab.renameBookmark(mark?.id ?? 0, 'late');
    expect(lab.store.getState().bookmarks.map(({ name }) => name)).toEqual(['late']);
    lab.removeBookmark(mark?.id ?? 0);
    expect(lab.store.getState().bookmarks).toEqual([]);
  });

  test('follows the lanes, and ends with the run', () => {
    const { lab } = openRun();
    lab.addBookmark('the end');
    lab.change({ lanes: lab.store.getState().settings.lanes.slice(1) });
    expect(lab.store.getState().bookmarks[0]?.look.moment.times).toHaveLength(3);
    lab.restart();
    expect(lab.store.getState().bookmarks).toEqual([]);
  });

  test('is not made where there is no room, or nothing to keep', () => {
    const empty = openLab();
    expect(empty.lab.addBookmark('nothing')).toBeNull();
    const { lab } = openRun();
    for (let k = 0; k < MOST_BOOKMARKS; k++) expect(lab.addBookmark(String(k))).not.toBeNull();
    expect(lab.addBookmark('more')).toBeNull();
  });
});
