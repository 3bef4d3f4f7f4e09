import { describe, expect, test } from 'vitest';
import { toFunction } from '../../src/expr/evaluate';
import { FormulaError, type FormulaProblem, parse, parseFormula } from '../../src/expr/parse';

/** Values of the symbols of the table below. */
const VALUES = { a: 7, b: 3, c: 2, x: 5 };
const evaluate = (source: string, theta = 0.5): number => toFunction(parse(source), VALUES)(theta);

describe('A formula means', () => {
  const table: readonly (readonly [source: string, value: number])[] = [
    // Precedence, and which side goes first.
    ['a + b*c', 7 + 3 * 2],
    ['(a + b)*c', 20],
    ['a - b - c', 7 - 3 - 2],
    ['a/b/c', 7 / 3 / 2],
    ['a/b*c', (7 / 3) * 2],
    ['2^3^2', 512],
    ['-c^2', -4],
    ['(-c)^2', 4],
    ['c^-2', 0.25],
    ['2*-c', -4],
    ['-a - -b', -7 + 3],
    ['+a', 7],
    ['-2^2*c', -8],
    ['a - b < c*3', 1],
    ['a <= 7', 1],
    ['a >= 7', 1],
    ['a > 7', 0],
    ['a < 7', 0],
    // Choices, in a row and within each other.
    ['a < b ? 1 : b < c ? 2 : 3', 3],
    ['a > b ? b > c ? 1 : 2 : 3', 1],
    ['(a > b ? 1 : 0) + 1', 2],
    // Names, numbers and signs.
    ['pi', Math.PI],
    ['π·c', 2 * Math.PI],
    ['θ', 0.5],
    ['theta − 1', -0.5],
    ['a ≤ b', 0],
    ['1.5e1 + .5', 15.5],
    ['1e-3', 0.001],
    ['  a\n+\tb ', 10],
    // Functions.
    ['cos(0) + sin(0) + tan(0)', 1],
    ['min(a, b) + max(a, b)', 10],
    ['min(a, b)', 3],
    ['max(-a, -b)', -3],
    ['acos(-1)', Math.PI],
    ['exp(log(a))', 7],
    ['sqrt(abs(-9)) + sign(-b) + floor(-0.5)', 1],
    // Bindings: later ones see earlier ones.
    ['k = a; k + 1', 8],
    ['k = a; l = k*c; l - k', 7],
    ['a = b; a', 3],
  ];
  test.each(table)('%s', (source, value) => {
    expect(evaluate(source)).toBeCloseTo(value, 12);
  });
});

test('Bindings are kept beside the formula', () => {
  const { bindings, body } = parseFormula('k = floor(theta); k + 1');
  expect(bindings.map(([name]) => name)).toEqual(['k']);
  expect(body).toEqual(parse('k + 1'));
});

describe('A formula that cannot be read says what is wrong and where:', () => {
  const table: readonly (readonly [source: string, at: number, problem: FormulaProblem])[] = [
    ['', 0, { type: 'expected', wanted: 'operand', found: '' }],
    ['   ', 3, { type: 'expected', wanted: 'operand', found: '' }],
    ['cos(theta', 9, { type: 'expected', wanted: ')', found: '' }],
    ['cos(theta))', 10, { type: 'expected', wanted: 'operator', found: ')' }],
    ['theta +', 7, { type: 'expected', wanted: 'operand', found: '' }],
    ['theta + * 2', 8, { type: 'expected', wanted: 'operand', found: '*' }],
    ['2 theta', 2, { type: 'expected', wanted: 'operator', found: 'theta' }],
    ['theta < 1 ? 2', 13, { type: 'expected', wanted: ':', found: '' }],
    ['k = 2 k', 6, { type: 'expected', wanted: ';', found: 'k' }],
    ['k = 2;', 6, { type: 'expected', wanted: 'operand', found: '' }],
    ['cos()', 4, { type: 'expected', wanted: 'operand', found: ')' }],
    ['theta # 2', 6, { type: 'unknownCharacter', found: '#' }],
    ['1 +   $', 6, { type: 'unknownCharacter', found: '$' }],
    ['1 + cosh(theta)', 4, { type: 'unknownFunction', found: 'cosh' }],
    ['select(1, 2, 3)', 0, { type: 'unknownFunction', found: 'select' }],
    ['toString(1)', 0, { type: 'unknownFunction', found: 'toString' }],
    ['2*min(theta)', 2, { type: 'argumentCount', found: 'min', wanted: 2 }],
    ['cos(1, 2)', 0, { type: 'argumentCount', found: 'cos', wanted: 1 }],
    [`${'1+'.repeat(250)}1`, 500, { type: 'tooLong' }],
  ];
  test.each(table)('%j', (source, at, problem) => {
    let error: unknown;
    try {
      parseFormula(source);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(FormulaError);
    expect(error).toMatchObject({ at, problem });
  });
});

test('A formula as long as allowed may nest as deep as it likes', () => {
  const depth = 249;
  expect(evaluate(`${'('.repeat(depth)}a${')'.repeat(depth)}`)).toBe(7);
  expect(evaluate(`${'-'.repeat(2 * depth)}a`)).toBe(7);
});
