/** A formula in the angle theta and named parameters: numbers, symbols, and calls of a few primitives. Plain data. */
export type Expr =
  | { readonly kind: 'num'; readonly value: number }
  | { readonly kind: 'sym'; readonly name: string }
  | { readonly kind: 'call'; readonly fn: Fn; readonly args: readonly Expr[] };

/** Everything a formula may call, with its number of arguments. `select(c, a, b)` is `c ? a : b`; comparisons give 1 or 0. */
export const ARITY = {
  add: 2,
  sub: 2,
  mul: 2,
  div: 2,
  pow: 2,
  neg: 1,
  lt: 2,
  le: 2,
  select: 3,
  cos: 1,
  sin: 1,
  tan: 1,
  acos: 1,
  exp: 1,
  log: 1,
  sqrt: 1,
  abs: 1,
  sign: 1,
  floor: 1,
  min: 2,
  max: 2,
} as const;
export type Fn = keyof typeof ARITY;

export const num = (value: number): Expr => ({ kind: 'num', value });
export const sym = (name: string): Expr => ({ kind: 'sym', name });
export const call = (fn: Fn, ...args: Expr[]): Expr => ({ kind: 'call', fn, args });

/** One reading of formulas: what a number, a symbol and each primitive mean in it. */
export interface Algebra<T> {
  readonly num: (value: number) => T;
  readonly sym: (name: string) => T;
  readonly fns: Readonly<Record<Fn, (...args: T[]) => T>>;
}

/** Reads `e` in an algebra: as a number, as TeX, … */
export function fold<T>(e: Expr, algebra: Algebra<T>): T {
  switch (e.kind) {
    case 'num':
      return algebra.num(e.value);
    case 'sym':
      return algebra.sym(e.name);
    case 'call':
      return algebra.fns[e.fn](...e.args.map((arg) => fold(arg, algebra)));
  }
}

/** Names of the free symbols of `e`, in the order of their first use, e.g. theta, m. */
export function symbols(e: Expr): ReadonlySet<string> {
  switch (e.kind) {
    case 'num':
      return new Set();
    case 'sym':
      return new Set([e.name]);
    case 'call':
      return new Set(e.args.flatMap((arg) => [...symbols(arg)]));
  }
}

/** Replaces symbols by formulas. */
export function substitute(e: Expr, by: Readonly<Record<string, Expr>>): Expr {
  if (e.kind === 'num') return e;
  if (e.kind === 'sym') return Object.hasOwn(by, e.name) ? (by[e.name] ?? e) : e;
  return call(e.fn, ...e.args.map((arg) => substitute(arg, by)));
}
