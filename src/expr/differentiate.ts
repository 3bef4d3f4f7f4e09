import { call, type Expr, type Fn, num } from './expr';

const isNum = (e: Expr, value: number): boolean => e.kind === 'num' && e.value === value;

// Differentiation leaves zeros and ones behind; these three drop them, so that second derivatives stay small.
const add = (a: Expr, b: Expr): Expr => (isNum(a, 0) ? b : isNum(b, 0) ? a : call('add', a, b));
const mul = (a: Expr, b: Expr): Expr =>
  isNum(a, 0) || isNum(b, 0) ? num(0) : isNum(a, 1) ? b : isNum(b, 1) ? a : call('mul', a, b);
const neg = (a: Expr): Expr => (a.kind === 'num' ? num(-a.value) : call('neg', a));

type Partials = (a: Expr, b: Expr) => readonly Expr[];
const flat: Partials = () => [num(0), num(0)];

/** The partial derivatives of every primitive by its arguments. Steps (floor, sign, comparisons) are flat. */
const PARTIALS: Readonly<Record<Exclude<Fn, 'select'>, Partials>> = {
  add: () => [num(1), num(1)],
  sub: () => [num(1), num(-1)],
  mul: (a, b) => [b, a],
  div: (a, b) => [call('div', num(1), b), neg(call('div', a, mul(b, b)))],
  // Where the base is 0 or less the exponent makes no difference that is a number: log would make it NaN.
  pow: (a, b) => [
    mul(b, call('pow', a, call('sub', b, num(1)))),
    call('select', call('lt', num(0), a), mul(call('pow', a, b), call('log', a)), num(0)),
  ],
  neg: () => [num(-1)],
  cos: (a) => [neg(call('sin', a))],
  sin: (a) => [call('cos', a)],
  tan: (a) => [call('add', num(1), call('pow', call('tan', a), num(2)))],
  acos: (a) => [neg(call('div', num(1), call('sqrt', call('sub', num(1), mul(a, a)))))],
  exp: (a) => [call('exp', a)],
  log: (a) => [call('div', num(1), a)],
  sqrt: (a) => [call('div', num(0.5), call('sqrt', a))],
  abs: (a) => [call('sign', a)],
  min: (a, b) => [call('lt', a, b), call('le', b, a)],
  max: (a, b) => [call('le', b, a), call('lt', a, b)],
  floor: flat,
  sign: flat,
  lt: flat,
  le: flat,
};

/** The derivative of `e` by `variable`; a piecewise formula branch by branch, its jumps left out. */
export function differentiate(e: Expr, variable: string): Expr {
  if (e.kind === 'num') return num(0);
  if (e.kind === 'sym') return num(e.name === variable ? 1 : 0);
  const [a = num(0), b = num(0)] = e.args;
  const inner = e.args.map((arg) => differentiate(arg, variable));
  if (e.fn === 'select') {
    const [, yes = num(0), no = num(0)] = inner;
    return isNum(yes, 0) && isNum(no, 0) ? num(0) : call('select', a, yes, no);
  }
  const outer = PARTIALS[e.fn](a, b);
  return inner.reduce<Expr>(
    (sum, d, i) => (isNum(d, 0) ? sum : add(sum, mul(d, outer[i] ?? num(0)))),
    num(0),
  );
}
