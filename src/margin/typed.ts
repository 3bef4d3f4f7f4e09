import { toFunction } from '../expr/evaluate';
import { type Expr, symbols } from '../expr/expr';
import { inline, parseFormula } from '../expr/parse';
import type { MarginLoss, Param } from './loss';

/** What else than its spelling can be wrong with a margin that somebody types; the page has the words. */
export type TypedProblem =
  | { readonly type: 'typedTooLong'; readonly most: number }
  | { readonly type: 'tooManyNames'; readonly most: number; readonly found: string }
  | { readonly type: 'reservedName'; readonly found: string };

/** A formula that can be read but not be taken; `at` is the offset of what is wrong. */
export class TypedError extends Error {
  constructor(
    readonly problem: TypedProblem,
    readonly at: number,
  ) {
    super(`${JSON.stringify(problem)} at ${at}`);
  }
}

/** Six lanes of such formulas still fit into an address. */
const LONGEST_TYPED = 120;
const MOST_NAMES = 4;
/** Names that mean something else beside a lane's values in an address. */
const RESERVED = ['formula', 'gradient', 'schedule', '__proto__'];
const RANGE = { min: 0, max: 4, step: 0.01 } as const;
const FIRST_VALUE = 0.3;

const SUBSCRIPTS = '₀₁₂₃₄₅₆₇₈₉';
/** m₂ for m2. */
const symbolOf = (name: string): string =>
  name.replace(/_?(\d+)$/, (_, digits: string) => [...digits].map((d) => SUBSCRIPTS[Number(d)]).join(''));

/** A few angles at which two formulas that differ would be seen to. */
const LOOKS = [0.1, 0.7, 1.3, 2, 2.6, 3.1];
const isCosine = (target: Expr, values: Readonly<Record<string, number>>): boolean => {
  const psi = toFunction(target, values);
  return LOOKS.every((theta) => Math.abs(psi(theta) - Math.cos(theta)) < 1e-9);
};

/** Where the names have no effect, if a choice of zeros and ones leaves cosθ: 0 in θ + m, 1 in mθ. */
function neutralValues(target: Expr, names: readonly string[]): Readonly<Record<string, number>> | null {
  for (let bits = 0; bits < 2 ** names.length; bits++) {
    const values = Object.fromEntries(names.map((name, i) => [name, (bits >> i) & 1]));
    if (isCosine(target, { ...values, s: 1 })) return values;
  }
  return null;
}

/**
 * The loss with another target, as typed: every name in it but theta and the scale s becomes a slider, in the place of
 * the margins before.
 * @throws FormulaError when it cannot be read, TypedError when it cannot be taken
 */
export function typedLoss(base: MarginLoss, source: string): MarginLoss {
  if (source.length > LONGEST_TYPED)
    throw new TypedError({ type: 'typedTooLong', most: LONGEST_TYPED }, LONGEST_TYPED);
  const target = inline(parseFormula(source));
  const names = [...symbols(target)].filter((name) => name !== 'theta' && name !== 's');
  const at = (name: string): number => Math.max(0, source.search(new RegExp(`\\b${name}\\b`)));
  const reserved = names.find((name) => RESERVED.includes(name));
  if (reserved) throw new TypedError({ type: 'reservedName', found: reserved }, at(reserved));
  const extra = names[MOST_NAMES];
  if (extra) throw new TypedError({ type: 'tooManyNames', most: MOST_NAMES, found: extra }, at(extra));
  const neutral = neutralValues(target, names);
  const params = names.map((name): [string, Param] => {
    const none = neutral?.[name];
    const value = none === 1 ? 1 + FIRST_VALUE : FIRST_VALUE;
    const param = { role: 'margin', symbol: symbolOf(name), unit: '', value, ...RANGE } as const;
    return [name, none === undefined ? param : { ...param, neutral: none }];
  });
  const scale = Object.entries(base.params).filter(([, { role }]) => role === 'scale');
  return { ...base, target: source, params: Object.fromEntries([...params, ...scale]) };
}
