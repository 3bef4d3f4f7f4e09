import { beforeEach, expect, test, vi } from 'vitest';

// Frames and a clock that stand still until they are moved: a painting takes as long as it says.

let now = 0;
let wanted: FrameRequestCallback[] = [];
let log: string[] = [];

beforeEach(() => {
  [now, wanted, log] = [0, [], []];
  vi.resetModules();
  vi.stubGlobal('requestAnimationFrame', (callback: FrameRequestCallback) => wanted.push(callback));
  vi.stubGlobal('performance', { now: () => now });
  return () => vi.unstubAllGlobals();
});

/** A painter that takes so long, ms. */
const painter =
  (name: string, ms: number): (() => void) =>
  () => {
    log.push(name);
    now += ms;
  };

/** The next frame, so many ms after the one before began; what was painted in it. */
function frame(after = 16): readonly string[] {
  log = [];
  const begin = now - (now % 16) + after;
  now = Math.max(now, begin);
  for (const callback of wanted.splice(0)) callback(begin);
  return log;
}

const fresh = (): Promise<typeof import('../../src/draw/frames')> => import('../../src/draw/frames');

test('However often it is asked for, it is painted once, and no frame is asked for when nothing is left', async () => {
  const { nextFrame, inTurn } = await fresh();
  const [a, b] = [painter('a', 1), painter('b', 1)];
  for (let k = 0; k < 3; k++) {
    nextFrame(a);
    inTurn(a);
    inTurn(b);
  }
  const painted = [...frame(), ...frame(), ...frame()];
  expect(painted).toEqual(['a', 'b']);
  expect(wanted).toEqual([]);
});

test('Who waits longest is first, and what does not fit in a frame comes in the next', async () => {
  const { inTurn } = await fresh();
  for (const name of ['a', 'b', 'c', 'd']) inTurn(painter(name, 3));
  expect(frame()).toEqual(['a', 'b']);
  expect(frame()).toEqual(['c', 'd']);
});

test('Frames that come late leave less to paint in turn, and frames in time more again', async () => {
  const { inTurn } = await fresh();
  /** How many are painted in the last of so many frames that begin so many ms after one another. */
  const paintedAfter = (ms: number, frames: number): number => {
    let count = 0;
    for (let k = 0; k < frames; k++) {
      for (let i = 0; i < 8; i++) inTurn(painter(`${k} ${i}`, 1));
      count = frame(ms).length;
    }
    return count;
  };
  const first = paintedAfter(16, 1);
  expect(paintedAfter(48, 12)).toBeLessThanOrEqual(first / 2);
  expect(paintedAfter(48, 1)).toBeGreaterThanOrEqual(1);
  expect(paintedAfter(16, 400)).toBe(first);
});

test('What the viewer does is alone in its frame, and keeps nothing waiting for longer than one', async () => {
  const { nextFrame, inTurn } = await fresh();
  const painted: string[][] = [];
  inTurn(painter('run', 1));
  for (let k = 0; k < 6; k++) {
    nextFrame(painter('viewer', 1));
    painted.push([...frame()]);
    inTurn(painter('run', 1));
  }
  expect(painted.map((names) => names[0])).toEqual(Array(6).fill('viewer'));
  expect(painted.map((names) => names.length > 1)).toEqual([false, true, false, true, false, true]);
});

test.each(['nextFrame', 'inTurn'] as const)(
  'What the page is changed by has the frame after it to itself, and what is painted by %s has every other',
  async (ask) => {
    const frames = await fresh();
    const change = (name: string, then?: () => void) => () => {
      painter(name, 1)();
      if (then) frames.thenChange(then);
    };
    frames[ask](painter('1', 1));
    frames.thenChange(change('a', change('b')));
    const painted = Array.from({ length: 6 }, (_, k) => {
      if (k === 2) frames[ask](painter('2', 1));
      return [...frame()];
    });
    expect(painted).toEqual([[], ['1', 'a'], [], ['2', 'b'], [], []]);
    expect(wanted).toEqual([]);
  },
);

test('Where nothing is to be painted each frame has a change', async () => {
  const { thenChange } = await fresh();
  for (const name of ['a', 'b', 'c']) thenChange(painter(name, 1));
  expect(Array.from({ length: 4 }, () => [...frame()])).toEqual([['a'], ['b'], ['c'], []]);
  expect(wanted).toEqual([]);
});

test.each(['nextFrame', 'inTurn'] as const)(
  'When a change is over, what is asked for by %s is painted in the very next frame',
  async (ask) => {
    const frames = await fresh();
    for (let k = 0; k < 3; k++) {
      frames.thenChange(painter('change', 1));
      while (wanted.length > 0) frame();
      frames[ask](painter('picture', 1));
      expect(frame()).toEqual(['picture']);
    }
  },
);

test('However long ago the last change was, the next has a frame before it that nothing is painted in', async () => {
  const { nextFrame, thenChange } = await fresh();
  for (let k = 0; k < 3; k++) {
    nextFrame(painter('picture', 1));
    thenChange(painter('change', 1));
    expect([...frame()]).toEqual([]);
    while (wanted.length > 0) frame();
  }
});

test('A change that is asked for over and over keeps no picture waiting', async () => {
  const { nextFrame, thenChange, forget } = await fresh();
  const change = painter('change', 1);
  let count = 0;
  for (let k = 0; k < 8; k++) {
    forget(change);
    thenChange(change);
    nextFrame(painter('picture', 1));
    count += frame().filter((name) => name === 'picture').length;
  }
  expect(count).toBeGreaterThanOrEqual(4);
});

test('What a painting would have the page laid out for comes before it, and before a change', async () => {
  const { firstInFrame, nextFrame, thenChange } = await fresh();
  const asks = { nextFrame, thenChange, firstInFrame };
  for (const [name, ask] of Object.entries(asks)) ask(painter(name, 1));
  expect([...frame(), ...frame()]).toEqual(['firstInFrame', 'nextFrame', 'thenChange']);
});

test('When everything is another the page does not stand still for all of it', async () => {
  const { nextFrame } = await fresh();
  for (const name of ['a', 'b', 'c', 'd']) nextFrame(painter(name, 10));
  expect(frame()).toEqual(['a', 'b']);
  expect(frame()).toEqual(['c', 'd']);
});

test('A painter that is gone is not called', async () => {
  const { firstInFrame, nextFrame, inTurn, thenChange, forget } = await fresh();
  const asks = [firstInFrame, nextFrame, inTurn, thenChange];
  const painters = asks.map((ask, i) => {
    const paint = painter(`${i}`, 1);
    ask(paint);
    return paint;
  });
  for (const paint of painters) forget(paint);
  expect([...frame(), ...frame()]).toEqual([]);
});
