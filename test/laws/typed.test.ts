import { describe, expect, test } from 'vitest';
import { FormulaError } from '../../src/expr/parse';
import { lossOf } from '../../src/lab/settings';
import { lossById } from '../../src/losses';
import { compile } from '../../src/margin/compile';
import { forceAt } from '../../src/margin/force';
import { defaultConfig, type MarginLoss } from '../../src/margin/loss';
import { TypedError } from '../../src/margin/typed';

const EIGHT = { classes: 8, dim: 2 } as const;
const own = (formula: string): MarginLoss => lossOf({ loss: 'own', formula });

describe('In a typed margin', () => {
  test('every name but theta and s becomes a slider, and the scale stays', () => {
    expect(Object.keys(own('a*cos(theta + m2) - s*b').params)).toEqual(['a', 'm2', 'b', 's']);
    expect(own('cos(theta + m2)').params.m2?.symbol).toBe('m₂');
  });

  test('a bound name is none', () => {
    expect(Object.keys(own('k = 2*q; cos(theta) - k').params)).toEqual(['q', 's']);
  });

  test('a margin knows where it has no effect: 0 in a sum, 1 in a product', () => {
    const { params } = own('cos(m1*theta + m2) - m3');
    expect([params.m1?.neutral, params.m2?.neutral, params.m3?.neutral]).toEqual([1, 0, 0]);
    expect(own('1 - 2*(theta + m)/pi').params.m?.neutral).toBeUndefined();
  });

  test('the same formula as a loss of the shelf is the same margin', () => {
    const arcFace = lossById('arcFace');
    if (!arcFace) throw new Error('no ArcFace');
    const loss = own(arcFace.target);
    const values = { m2: 0.37, s: 20 };
    const [mine, its] = [loss, arcFace].map((one) =>
      forceAt(compile(one, { ...defaultConfig(one, EIGHT), values })),
    );
    for (let theta = 0.05; theta < Math.PI; theta += 0.1) {
      expect(mine?.psi(theta)).toBe(its?.psi(theta));
      expect(mine?.backward(theta)).toBe(its?.backward(theta));
    }
  });
});

describe('A margin that cannot be taken says where', () => {
  const problemOf = (formula: string): { type: string; at: number } => {
    try {
      own(formula);
    } catch (error) {
      if (error instanceof FormulaError || error instanceof TypedError)
        return { type: error.problem.type, at: error.at };
      throw error;
    }
    throw new Error(`${formula} was taken`);
  };

  test.each([
    ['cos(theta', 'expected', 9],
    ['cos(theta) + ', 'expected', 13],
    ['cos(theta) $ 2', 'unknownCharacter', 11],
    ['sinh(theta)', 'unknownFunction', 0],
    ['cos(theta) + a + b + c + d + e', 'tooManyNames', 29],
    ['cos(theta) - formula', 'reservedName', 13],
    ['cos(theta) - __proto__', 'reservedName', 13],
    [`cos(theta)${' + 1'.repeat(30)}`, 'typedTooLong', 120],
  ])('%s', (formula, type, at) => {
    expect(problemOf(formula)).toEqual({ type, at });
  });
});
