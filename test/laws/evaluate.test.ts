import { afterEach, describe, expect, test, vi } from 'vitest';
import { differentiate } from '../../src/expr/differentiate';
import { toFunction } from '../../src/expr/evaluate';
import { type Expr, symbols } from '../../src/expr/expr';
import { parse } from '../../src/expr/parse';
import { stream } from '../../src/math/random';
import { randomExpr } from './randomExpr';

const VALUES = { m1: 1.3, m2: 0.4, k: 2 };

describe('A derivative is the limit of differences', () => {
  /** Differences of two widths that agree are the derivative, to about this; where they do not, ψ is not smooth. */
  const AGREE = 1e-6;
  const [WIDE, NARROW] = [2e-5, 1e-5];

  function compare(e: Expr, theta: number): { got: number; expected: number } | null {
    const f = toFunction(e, VALUES);
    const difference = (h: number): number => (f(theta + h) - f(theta - h)) / (2 * h);
    const [wide, narrow] = [difference(WIDE), difference(NARROW)];
    const scale = Math.max(1, Math.abs(narrow), Math.abs(f(theta)));
    if (!(Math.abs(wide - narrow) < AGREE * scale && scale < 1e3)) return null;
    return { got: toFunction(differentiate(e, 'theta'), VALUES)(theta) / scale, expected: narrow / scale };
  }

  test('for formulas of every shape', () => {
    const random = stream(1, 'derivative');
    let [compared, edges] = [0, 0];
    for (let i = 0; i < 4000; i++) {
      const e = randomExpr(random, 4);
      const found = symbols(e).has('theta') ? compare(e, 0.2 + 2.6 * random()) : null;
      if (!found) continue;
      // At the edge of a domain, as in acos(max(1, m)), the chain rule has 0 · ∞.
      if (Number.isFinite(found.got)) compared++;
      else edges++;
      const apart = Number.isFinite(found.got) ? Math.abs(found.got - found.expected) : 0;
      expect(apart, JSON.stringify(e)).toBeLessThan(10 * AGREE);
    }
    expect(compared).toBeGreaterThan(500);
    expect(edges).toBeLessThan(compared / 50);
  });

  test.each([
    ['cos(theta)^3', (t: number) => -3 * Math.cos(t) ** 2 * Math.sin(t)],
    ['theta^theta', (t: number) => t ** t * (Math.log(t) + 1)],
    ['tan(theta)/theta', (t: number) => 1 / (Math.cos(t) ** 2 * t) - Math.tan(t) / t ** 2],
    ['acos(theta/2)', (t: number) => -1 / Math.sqrt(4 - t * t)],
    ['max(theta, 1)*min(theta, 2)', (t: number) => (t > 1 ? 2 * t : 1)],
    ['abs(1 - theta)', (t: number) => Math.sign(t - 1)],
    ['theta < 1 ? theta^2 : 3', (t: number) => (t < 1 ? 2 * t : 0)],
    ['m1', () => 0],
    ['0^theta', () => 0],
    ['(-1)^(k*m1 - k*m1 + 2)*theta', () => 1],
    ['(-2)^(k + 0*theta)', () => 0],
  ] as const)('for %s, as one finds it on paper', (source, onPaper) => {
    const derivative = toFunction(differentiate(parse(source), 'theta'), VALUES);
    for (const theta of [0.3, 0.8, 1.2, 1.4]) expect(derivative(theta)).toBeCloseTo(onPaper(theta), 12);
  });
});

describe('Evaluation', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  test('makes no code of strings', () => {
    const refuse = () => {
      throw new Error('code was made of a string');
    };
    vi.stubGlobal('eval', refuse);
    vi.stubGlobal('Function', refuse);
    const e = parse('k = floor(m1*theta/pi); (-1)^k*cos(m1*theta) - 2*k');
    expect(toFunction(e, VALUES)(1)).toBeCloseTo(Math.cos(1.3), 14);
  });

  test('names a symbol that has no value, and takes none from the language', () => {
    expect(() => toFunction(parse('cos(theta + m)'), {})).toThrow('no value for m');
    expect(() => toFunction(parse('constructor + theta'), {})).toThrow('no value for constructor');
  });

  test('keeps to the numbers it was given: theta cannot be overridden', () => {
    expect(toFunction(parse('theta'), { theta: 9 })(2)).toBe(2);
  });
});

test('No formula of src/expr is run as code', () => {
  const sources = import.meta.glob<string>('../../src/expr/*.ts', {
    query: '?raw',
    import: 'default',
    eager: true,
  });
  expect(Object.keys(sources).length).toBeGreaterThan(3);
  for (const source of Object.values(sources)) expect(source).not.toMatch(/\beval\(|\bFunction\(/);
});
