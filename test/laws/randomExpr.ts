import { ARITY, call, type Expr, type Fn, num, sym } from '../../src/expr/expr';
import type { Random } from '../../src/math/random';

const FUNCTIONS = Object.keys(ARITY) as Fn[]; // the keys of ARITY are the functions, by its type
const SYMBOLS = ['theta', 'theta', 'm1', 'm2', 'k'];

const pick = <T>(from: readonly T[], random: Random): T => from[Math.floor(random() * from.length)]!;

/** A formula of every function there is, at most `depth` calls deep; numbers are −3 ... 3 to two decimals. */
export function randomExpr(random: Random, depth: number): Expr {
  if (depth === 0 || random() < 0.2) {
    return random() < 0.5 ? sym(pick(SYMBOLS, random)) : num(Math.round(600 * random() - 300) / 100);
  }
  const fn = pick(FUNCTIONS, random);
  return call(fn, ...Array.from({ length: ARITY[fn] }, () => randomExpr(random, depth - 1)));
}
