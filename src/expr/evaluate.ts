import { type Algebra, type Expr, type Fn, fold } from './expr';

const bit = (b: boolean): number => (b ? 1 : 0);

/** The meaning of each primitive on numbers. */
const NUMBERS = {
  add: (a, b) => a + b,
  sub: (a, b) => a - b,
  mul: (a, b) => a * b,
  div: (a, b) => a / b,
  pow: (a, b) => a ** b,
  neg: (a) => -a,
  lt: (a, b) => bit(a < b),
  le: (a, b) => bit(a <= b),
  select: (c, a, b) => (c !== 0 ? a : b),
  cos: Math.cos,
  sin: Math.sin,
  tan: Math.tan,
  acos: Math.acos,
  exp: Math.exp,
  log: Math.log,
  sqrt: Math.sqrt,
  abs: Math.abs,
  sign: Math.sign,
  floor: Math.floor,
  // Math.min itself would take the third argument, too.
  min: (a, b) => Math.min(a, b),
  max: (a, b) => Math.max(a, b),
} as const satisfies Readonly<Record<Fn, (a: number, b: number, c: number) => number>>;

/** A formula with everything but theta known: a number where theta does not occur, else a function of it. */
type Known = number | ((theta: number) => number);

/** Lifts a primitive to functions of theta, computing at once what is constant: sin(m) costs nothing later. */
const lift =
  (f: (a: number, b: number, c: number) => number) =>
  (a: Known, b: Known = 0, c: Known = 0): Known => {
    if (typeof a === 'number' && typeof b === 'number' && typeof c === 'number') return f(a, b, c);
    const [fa, fb, fc] = [asFunction(a), asFunction(b), asFunction(c)];
    return (theta) => f(fa(theta), fb(theta), fc(theta));
  };
const asFunction = (e: Known): ((theta: number) => number) => (typeof e === 'number' ? () => e : e);
const LIFTED = Object.fromEntries(
  Object.entries(NUMBERS).map(([fn, f]) => [fn, lift(f)]),
) as Algebra<Known>['fns']; // one entry per Fn, by the `satisfies` above

/**
 * The formula as a function of theta (radians), its other symbols bound to `values`. No `eval`: works under any
 * content security policy.
 * @throws RangeError naming a symbol that has no value
 */
export function toFunction(e: Expr, values: Readonly<Record<string, number>>): (theta: number) => number {
  return asFunction(
    fold<Known>(e, {
      num: (value) => value,
      sym: (name) => {
        if (name === 'theta') return (theta) => theta;
        const value = Object.hasOwn(values, name) ? values[name] : undefined;
        if (value === undefined) throw new RangeError(`no value for ${name}`);
        return value;
      },
      fns: LIFTED,
    }),
  );
}
