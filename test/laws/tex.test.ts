import katex from 'katex';
import { describe, expect, test } from 'vitest';
import type { Expr } from '../../src/expr/expr';
import { parse, parseFormula } from '../../src/expr/parse';
import { formulaToTex, toTex } from '../../src/expr/tex';
import { LOSSES } from '../../src/losses';
import { compile } from '../../src/margin/compile';
import { logitTex } from '../../src/margin/tex';
import { stream } from '../../src/math/random';
import { LANES, settingsOf } from './lanes';
import { randomExpr } from './randomExpr';

/** Throws where KaTeX does not know a command, or would only warn. */
const render = (tex: string): string => katex.renderToString(tex, { throwOnError: true, strict: 'error' });

describe.each(LANES.map((lane) => [lane.title, lane] as const))('%s:', (_title, lane) => {
  test('KaTeX sets its logit, with names and with numbers', () => {
    for (const { margin } of settingsOf(lane)) {
      for (const line of logitTex(margin, (name) => `\\mathrm{${name}}`)) render(line);
      for (const line of logitTex(margin, (_, value) => value.toFixed(2))) render(line);
      render(formulaToTex(margin.formula));
    }
  });
});

test('KaTeX sets formulas of every shape', () => {
  const random = stream(1, 'tex');
  for (let i = 0; i < 500; i++) render(toTex(randomExpr(random, 5)));
});

test('What a person may type is set, too', () => {
  const typed = [
    'cos(theta + m)',
    'k = floor(m*theta/pi); (-1)^k*cos(m*theta) - 2*k',
    'theta <= pi - m ? cos(theta + m) : cos(theta) - m*sin(m)',
    'a = theta^2; b = a*alpha_1; -b^-x2 + sqrt(abs(width))',
    '((theta < 1) < 2) < 3',
  ];
  for (const source of typed) render(formulaToTex(parseFormula(source)));
});

test('A guard stands below the logit, after the angles where it holds', () => {
  const arcFace = LOSSES.find(({ id }) => id === 'arcFace');
  if (!arcFace) throw new Error('no ArcFace on the shelf');
  const margin = compile(arcFace, { values: { m2: 0.5, s: 16 }, options: { guard: 'psi' } });
  expect(logitTex(margin, (_, value) => String(value))).toEqual([
    '16\\,\\cos\\left(\\theta_y + 0.5\\right)',
    '\\theta_y > \\pi - 0.5\\colon\\; 16\\,\\left(-\\cos\\left(\\theta_y + 0.5\\right) - 2\\right)',
  ]);
});

describe('TeX keeps the meaning of', () => {
  const written: readonly (readonly [formula: string, tex: string])[] = [
    ['a - (b - c)', 'a - \\left(b - c\\right)'],
    ['a - b - c', 'a - b - c'],
    ['-(x^2)', '-x^{2}'],
    ['(-x)^2', '\\left(-x\\right)^{2}'],
    ['a*(b + c)', 'a\\,\\left(b + c\\right)'],
    ['2*0.5', '2 \\cdot 0.5'],
    ['a/(b*c)', '\\frac{a}{b\\,c}'],
    ['pi*theta', '\\pi\\,\\theta'],
  ];
  test.each(written)('%s', (formula, tex) => {
    expect(toTex(parse(formula))).toBe(tex);
  });

  test('a choice: its other side has the opposite condition', () => {
    const tex = toTex(parse('theta <= 1 ? 2 : 3'));
    expect(tex).toContain('2 & \\theta \\le 1');
    expect(tex).toContain('3 & \\theta > 1');
  });

  test('negative numbers, in the place of symbols as well', () => {
    const minus = (e: Expr): string => toTex(e, (name) => (name === 'm' ? '-0.5' : name));
    expect(minus(parse('theta - m'))).toBe('theta - \\left(-0.5\\right)');
  });
});
