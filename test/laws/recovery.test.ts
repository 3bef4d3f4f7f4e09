import { describe, expect, test } from 'vitest';
import { changeOf } from '../../src/lab/changes';
import { defaultSettings } from '../../src/lab/settings';
import { LANES, openLab as open } from '../tools/openLab';

const settings = defaultSettings();
const interrupted = { type: 'interrupted', trouble: 'contextLost', message: '', step: 30 } as const;
const none = Array<boolean>(LANES).fill(false);

describe('After an interruption', () => {
  test('the page shows the step that the run is really at, though it had shown later ones', () => {
    const { lab, tell, started, see } = open();
    started(0);
    see(50);
    tell({ ...interrupted, held: none });
    expect(lab.store.getState()).toMatchObject({
      status: { type: 'starting' },
      interruption: { trouble: 'contextLost', step: 30 },
      playing: true,
    });
    started(30);
    see(30);
    expect(lab.store.getState().status.type).toBe('ready');
    expect(lab.feed.now.moment.step).toBe(30);
    expect(lab.feed.now.moment.centres[0]).toBe(30);
    expect(new Set(lab.feed.now.features)).toEqual(new Set([30]));
  });

  test('the lanes stand still that stood still then, and no others', () => {
    const { lab, tell, started } = open();
    started(0);
    tell({ type: 'held', run: 1, lane: 0, step: 40, from: 20 });
    tell({ type: 'held', run: 1, lane: 1, step: 25, from: 20 });
    tell({ ...interrupted, held: [false, true, true, false] });
    expect(lab.store.getState().detours.map((detour) => detour?.type ?? null)).toEqual([
      null,
      'held',
      'held',
      null,
    ]);
    expect(lab.store.getState().detours[1]?.step).toBe(25);
  });

  test('settings are as they were, and can still be undone', () => {
    const { lab, tell, started } = open();
    started(0);
    lab.change({ linked: true });
    const before = lab.store.getState();
    tell({ ...interrupted, held: none });
    tell({ type: 'failed', trouble: 'silent', message: '', step: 30 });
    const after = lab.store.getState();
    expect([after.settings, after.past]).toEqual([before.settings, before.past]);
  });
});

describe('Where nothing goes on', () => {
  test('Train goes on from where the run is kept', () => {
    const { lab, tell, started, names, asked } = open();
    started(0);
    tell({ type: 'failed', trouble: 'silent', message: '', step: 30 });
    expect(lab.store.getState()).toMatchObject({ playing: false, status: { step: 30 } });
    asked.length = 0;
    lab.play();
    expect(names()).toEqual(['goOn', 'play']);
  });

  test('Train begins anew if nothing is kept', () => {
    const { lab, tell, names, asked } = open();
    tell({ type: 'failed', trouble: 'cannotStart', message: '', step: null });
    asked.length = 0;
    lab.play();
    expect(names()).toEqual(['start', 'play']);
  });

  test('Restart begins anew in any case', () => {
    const { lab, tell, started, names, asked } = open();
    started(0);
    tell({ type: 'failed', trouble: 'silent', message: '', step: 30 });
    asked.length = 0;
    lab.restart();
    expect(names()).toContain('start');
  });
});

describe('Another engine', () => {
  test('keeps the run, the picture and the readings, and is undone the same way', () => {
    const { lab, started, see, names, asked } = open();
    started(0);
    see(50);
    asked.length = 0;
    lab.change({ executor: 'cpu' });
    expect(names()).toEqual(['goOn', 'play']);
    expect(asked[0]?.[1]).toMatchObject({ executor: 'cpu' });
    expect(lab.feed.now.moment.step).toBe(50);
    started(52);
    asked.length = 0;
    lab.undo();
    expect(names()).toEqual(['goOn', 'play']);
    expect(lab.store.getState().settings.executor).toBe('auto');
  });

  test('that comes with another data set, seed or number of lanes begins anew', () => {
    const other = { ...settings, executor: 'cpu' } as const;
    expect(changeOf(settings, other).type).toBe('goOn');
    expect(changeOf(settings, { ...other, batchSize: 7 }).type).toBe('goOn');
    expect(changeOf(settings, { ...other, seed: 9 }).type).toBe('begin');
    expect(changeOf(settings, { ...other, dataset: 'identities' }).type).toBe('begin');
    expect(changeOf(settings, { ...other, lanes: settings.lanes.slice(1) }).type).toBe('begin');
    expect(changeOf(settings, { ...other, lanes: settings.lanes.toReversed() }).type).toBe('begin');
  });
});

test('Fewer lanes, or another order, leave the run to the lanes that stay, whatever else is going on', () => {
  const { lab, tell, names, asked } = open();
  for (const news of [
    null,
    { ...interrupted, held: none },
    { type: 'failed', trouble: 'silent', message: '', step: 30 },
  ] as const) {
    if (news) tell(news);
    asked.length = 0;
    lab.change({ lanes: lab.store.getState().settings.lanes.slice(1) });
    expect(names()).toEqual(['arrange']);
  }
});
