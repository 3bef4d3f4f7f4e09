import type { DataParam, Dataset } from './dataset';

type Params = Dataset['params'];
type ValueOf<P extends DataParam> = P extends { readonly type: 'number' } ? number : readonly number[];

/** `DataValues` of known parameters: each has a value, and of its own type. */
export type ValuesOf<P extends Params> = { readonly [name in keyof P]: ValueOf<P[name]> };

/** 0.1 + 4 · 0.05 is 0.30000000000000004: twelve digits are more than any step has, and show 0.3. */
const tidy = (value: number): number => Number(value.toPrecision(12));

function repairNumber(param: Extract<DataParam, { type: 'number' }>, given: unknown): number {
  if (typeof given !== 'number' || Number.isNaN(given)) return param.value;
  const { min, max, step } = param;
  const steps = Math.round((Math.min(max, Math.max(min, given)) - min) / step);
  const value = tidy(min + steps * step);
  return value > max ? tidy(value - step) : value;
}

function repairSubset(param: Extract<DataParam, { type: 'subset' }>, given: unknown): readonly number[] {
  if (!Array.isArray(given)) return param.value;
  const kept = param.of.map((_, index) => index).filter((index) => given.includes(index));
  return kept.length < param.min ? param.value : kept;
}

/** Equal, but for the rounding of decimal fractions. */
function same(a: unknown, b: number | readonly number[]): boolean {
  if (typeof b === 'number') return typeof a === 'number' && tidy(a) === b;
  return Array.isArray(a) && a.length === b.length && b.every((item, i) => a[i] === item);
}

/**
 * The values nearest to what was given that the parameters allow, e.g. for what an address says.
 * Numbers go into their range and on to the nearest step; subsets lose what is unknown or double and are sorted;
 * what is missing, of the wrong type, NaN or too small a subset gets the default; unknown names are dropped.
 * `repaired` names what was given and could not be taken as it was.
 */
export function repair<P extends Params>(
  params: P,
  given: Readonly<Record<string, unknown>>,
): { readonly values: ValuesOf<P>; readonly repaired: readonly string[] } {
  const values = Object.fromEntries(
    Object.entries(params).map(([name, param]) => [
      name,
      param.type === 'number' ? repairNumber(param, given[name]) : repairSubset(param, given[name]),
    ]),
  );
  const repaired = Object.keys(given).filter((name) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    return value === undefined || !same(given[name], value);
  });
  // Safe: built from the names of `params`, each by the type of its own entry.
  return { values: values as ValuesOf<P>, repaired };
}
