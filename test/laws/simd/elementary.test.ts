import { describe, expect, test } from 'vitest';
import code from './elementary.ts?assembly';

type Functions = typeof import('./elementary');

const memory = new WebAssembly.Memory({ initial: 4 });
const bytes = Uint8Array.from(atob(code), (character) => character.charCodeAt(0));
const { instance } = await WebAssembly.instantiate(bytes, { env: { memory } });
// It was compiled from the module of that type.
const functions = instance.exports as unknown as Functions;

/** What a function makes of some floats, beside what it was given. */
function valuesOf(of: keyof Functions, xs: readonly number[]): { x: number; y: number }[] {
  const given = Float32Array.from({ length: Math.ceil(xs.length / 4) * 4 }, (_, i) => xs[i] ?? xs[0] ?? 0);
  const floats = new Float32Array(memory.buffer, 64, given.length);
  floats.set(given);
  functions[of](64, floats.length);
  return xs.map((_, i) => ({ x: given[i] ?? 0, y: floats[i] ?? 0 }));
}

const along = (from: number, to: number, count = 20_001): number[] =>
  Array.from({ length: count }, (_, i) => from + ((to - from) * i) / (count - 1));

/** One unit in the last place of float32, as a part of the number. */
const LAST_PLACE = 2 ** -23;
const worst = (values: { x: number; y: number }[], truth: (x: number) => number): number =>
  Math.max(...values.map(({ x, y }) => Math.abs(y / truth(x) - 1) / LAST_PLACE));

describe('In the kernel', () => {
  test('e^x has float32’s digits for −60 ≤ x ≤ 0, and is 0 below', () => {
    expect(worst(valuesOf('expOf', along(-60, 0)), Math.exp)).toBeLessThan(1.5);
    expect(valuesOf('expOf', [-60.1, -1e3, -1e30, Number.NEGATIVE_INFINITY]).map(({ y }) => y)).toEqual([
      0, 0, 0, 0,
    ]);
    expect(valuesOf('expOf', [0, -0])).toEqual([
      { x: 0, y: 1 },
      { x: -0, y: 1 },
    ]);
  });

  test('log x has float32’s digits for x ≥ 1', () => {
    expect(worst(valuesOf('logOf', along(1.001, 20)), Math.log)).toBeLessThan(1.5);
    expect(valuesOf('logOf', [1])).toEqual([{ x: 1, y: 0 }]);
  });

  test('tanh x has float32’s digits, also near 0 and with its sign', () => {
    const near = along(1e-6, 1e-2, 2001);
    const values = valuesOf('tanhOf', [...along(-12, -0.01), ...near, ...along(0.01, 12)]);
    expect(worst(values, Math.tanh)).toBeLessThan(2.5);
    const ends = valuesOf('tanhOf', [0, -0, 90, -90, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]);
    expect(ends.map(({ y }) => y)).toEqual([0, -0, 1, -1, 1, -1]);
  });

  test('what is no number stays none', () => {
    for (const name of ['expOf', 'logOf', 'tanhOf'] as const)
      expect(valuesOf(name, [Number.NaN])[0]?.y).toBeNaN();
  });
});
