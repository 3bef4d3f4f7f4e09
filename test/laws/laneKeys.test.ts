import { expect, test } from 'vitest';
import { keysAfter } from '../../src/app/laneKeys';
import { stream } from '../../src/math/random';

const NAMES = ['Softmax', 'SphereFace', 'CosFace', 'ArcFace', 'ArcFace 2', 'Own'];
const start = (names: readonly string[]) => keysAfter(new Map(), names);

/** Whether every one of these is among those. */
const within = (these: readonly string[], those: readonly string[]) =>
  these.every((one) => those.includes(one));

test('Whatever becomes of the lanes, each has a key of its own, and those that only move or stay keep theirs', () => {
  const random = stream(1, 'lanes');
  let names: readonly string[] = NAMES.slice(0, 4);
  let keys = start(names);
  for (let k = 0; k < 500; k++) {
    const order = NAMES.map((name) => ({ name, at: random() })).sort((a, b) => a.at - b.at);
    const next = order.slice(0, 1 + Math.floor(6 * random())).map(({ name }) => name);
    const after = keysAfter(keys, next);
    expect([...after.keys()]).toEqual(next);
    expect(new Set(after.values()).size).toBe(next.length);
    if (within(next, names) || within(names, next))
      for (const name of next.filter((one) => names.includes(one)))
        expect(after.get(name)).toBe(keys.get(name));
    else {
      const most = Math.min(next.length, names.length);
      expect([...after.values()].slice(0, most)).toEqual([...keys.values()].slice(0, most));
    }
    [names, keys] = [next, after];
  }
  // Keys are used again, so that nothing is built anew.
  expect(Math.max(...keys.values())).toBeLessThan(NAMES.length);
});

test('A lane that takes another loss is still that lane, and so are all at another address with as many', () => {
  const before = start(['Softmax', 'CosFace', 'ArcFace']);
  const another = keysAfter(before, ['Softmax', 'SphereFace', 'ArcFace']);
  expect(another.get('SphereFace')).toBe(before.get('CosFace'));
  expect([...keysAfter(before, ['Own', 'Combined', 'Norm-Softmax']).values()]).toEqual([...before.values()]);
});

test('The second lane of a loss that another lane had is no other lane when it becomes the first', () => {
  const before = start(['ArcFace', 'ArcFace 2']);
  expect([...keysAfter(before, ['CosFace', 'ArcFace']).values()]).toEqual([...before.values()]);
});
