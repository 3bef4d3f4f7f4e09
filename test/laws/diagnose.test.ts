import { describe, expect, test } from 'vitest';
import { parse } from '../../src/expr/parse';
import { lossById } from '../../src/losses';
import { compile, type Margin } from '../../src/margin/compile';
import { diagnose, type Finding } from '../../src/margin/diagnose';
import { forceAt } from '../../src/margin/force';

/** Radians: where a slope begins to rise is known up to what counts as rounding of it. */
const PINNED = 1e-6;

function marginOf(id: string, values: Record<string, number>, options: Record<string, string> = {}): Margin {
  const loss = lossById(id);
  if (!loss) throw new Error(`no loss ${id}`);
  return compile(loss, { values: { s: 16, ...values }, options: { schedule: 'none', ...options } });
}
const findings = (margin: Margin): Finding[] => diagnose(forceAt(margin));
const typed = (formula: string): Finding[] =>
  findings({ ...marginOf('cosFace', { m3: 0 }), target: parse(formula), values: {} });
const only = <T extends Finding['type']>(
  type: T,
  found: readonly Finding[],
): Extract<Finding, { type: T }>[] =>
  found.filter((finding): finding is Extract<Finding, { type: T }> => finding.type === type);
const near = (got: number | undefined, expected: number): void => {
  expect(Math.abs((got ?? Number.NaN) - expected)).toBeLessThanOrEqual(PINNED);
};

describe('Nothing is odd about', () => {
  test.each([
    ['softmax', {}, {}],
    ['normSoftmax', {}, {}],
    ['cosFace', { m3: 0.35 }, {}],
    ['arcFace', { m2: 0.5 }, { guard: 'psi' }],
    ['arcFace', { m2: 0.5 }, { guard: 'clip' }],
    ['sphereFace', { m1: 4 }, {}],
    ['sphereFace', { m1: 1.35 }, { guard: 'psi' }],
    ['combined', { m1: 1, m2: 0.3, m3: 0.2 }, { guard: 'psi' }],
  ] as const)('%s with %j, %j', (id, values, options) => {
    expect(findings(marginOf(id, values, options))).toEqual([]);
  });
});

describe('ArcFace', () => {
  test('as in the paper rises from π − m, the antipode being a trap', () => {
    const found = findings(marginOf('arcFace', { m2: 0.5 }, { guard: 'none' }));
    const [rising] = only('rises', found);
    near(rising?.from, Math.PI - 0.5);
    near(rising?.to, Math.PI);
    // cos(π + m) = −cos m is above cos π = −1, from θ = π − m/2 on, where cos(θ + m) = cos θ.
    near(only('easier', found)[0]?.from, Math.PI - 0.25);
  });

  test('continued with a line jumps down at π − m, from −1 to −cos m − m sin m', () => {
    const found = findings(marginOf('arcFace', { m2: 0.5 }, { guard: 'linear' }));
    expect(found.map(({ type }) => type)).toEqual(['jumps']);
    const [jump] = only('jumps', found);
    near(jump?.theta, Math.PI - 0.5);
    expect(jump?.left).toBeCloseTo(-1, 4);
    // The reference's README: to −1.117 for m = .5.
    expect(jump?.right).toBeCloseTo(-1.117, 2);
  });

  test('with an easy margin jumps up at 90°, from −sin m to 0', () => {
    const [jump, ...others] = only('jumps', findings(marginOf('arcFace', { m2: 0.5 }, { guard: 'easy' })));
    expect(others).toEqual([]);
    near(jump?.theta, Math.PI / 2);
    expect(jump?.left).toBeCloseTo(-Math.sin(0.5), 2);
    expect(jump?.right).toBeCloseTo(0, 2);
  });
});

test('SphereFace without its ψ rises from π/m, as the ArcFace paper writes it', () => {
  const [rising] = only('rises', findings(marginOf('sphereFace', { m1: 1.35 }, { guard: 'none' })));
  near(rising?.from, Math.PI / 1.35);
});

test('CM2, (.9, .4, .15), is easier nowhere; a factor below 1 alone is', () => {
  expect(only('easier', findings(marginOf('combined', { m1: 0.9, m2: 0.4, m3: 0.15 })))).toEqual([]);
  expect(only('easier', findings(marginOf('combined', { m1: 0.9, m2: 0, m3: 0 })))).toHaveLength(1);
});

describe('Of a formula as typed, it is found that', () => {
  test('it is no number somewhere', () => {
    expect(typed('log(1 - theta)')).toMatchObject([{ type: 'notFinite' }]);
  });
  test('it has no slope somewhere, though a value', () => {
    expect(typed('-sqrt(theta)')).toEqual([{ type: 'notFinite', theta: 0 }]);
    expect(typed('acos(cos(theta))')).toMatchObject([{ type: 'notFinite', theta: 0 }]);
  });
  test('it rises all the way', () => {
    const [rising] = only('rises', typed('theta - 4'));
    expect(rising).toEqual({ type: 'rises', from: 0, to: Math.PI });
  });
  test('it jumps more than once', () => {
    expect(only('jumps', typed('-floor(theta)'))).toHaveLength(3);
  });
  test('it is steep, which is no jump', () => {
    expect(only('jumps', typed('-40*theta'))).toEqual([]);
    expect(only('jumps', typed('cos(5*theta)'))).toEqual([]);
  });
});
