import { expect, test } from 'vitest';
import { defaultSettings, marginOf } from '../../src/lab/settings';
import { keepNewest, keepWith, once } from '../../src/math/keep';

test('What is made once is made when it is asked for', () => {
  let made = 0;
  const of = once(() => {
    made++;
    return undefined;
  });
  expect(made).toBe(0);
  expect([of(), of(), made]).toEqual([undefined, undefined, 1]);
});

test('What follows from an object is made once for it, whatever it is', () => {
  const asked: object[] = [];
  const of = keepWith((key: { readonly value: unknown }) => {
    asked.push(key);
    return key.value;
  });
  const keys = [undefined, null, false, 0, 'a'].map((value) => ({ value }));
  for (let k = 0; k < 2; k++) expect(keys.map((key) => of(key))).toEqual([undefined, null, false, 0, 'a']);
  expect(asked).toEqual(keys);
});

test('What was asked for last is the same object, and what was asked for before that is let go', () => {
  const asked: string[] = [];
  const of = keepNewest(2, (key: string) => {
    asked.push(key);
    return { key };
  });
  const [a, b] = [of('a'), of('b')];
  expect(of('a')).toBe(a);
  of('c'); // lets b go, which has waited longest
  expect(of('a')).toBe(a);
  expect(of('b')).not.toBe(b);
  expect(asked).toEqual(['a', 'b', 'c', 'b']);
});

test('The lanes on screen keep their margins through a drag of one of them', () => {
  const [dragged, ...others] = defaultSettings().lanes;
  const kept = others.map(marginOf);
  for (let k = 0; k < 1000; k++) {
    marginOf({ ...dragged!, values: { ...dragged!.values, s: 1 + k } });
    expect(others.map(marginOf).every((margin, i) => margin === kept[i])).toBe(true);
  }
});
