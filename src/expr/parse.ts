import { ARITY, call, type Expr, type Fn, num, substitute, sym } from './expr';

/** What can be wrong with a formula as typed; the page has the words. */
export type FormulaProblem =
  | {
      readonly type: 'expected';
      readonly wanted: 'operand' | 'operator' | ')' | ':' | ';';
      readonly found: string;
    }
  | { readonly type: 'unknownCharacter'; readonly found: string }
  | { readonly type: 'unknownFunction'; readonly found: string }
  | { readonly type: 'argumentCount'; readonly found: string; readonly wanted: number }
  | { readonly type: 'tooLong' };

/** A formula that cannot be read; `at` is the offset of the offending character in the source. */
export class FormulaError extends Error {
  constructor(
    readonly problem: FormulaProblem,
    readonly at: number,
  ) {
    super(`${JSON.stringify(problem)} at ${at}`);
  }
}

/** A formula as written: named sub-formulas first, then the formula itself. */
export interface Formula {
  readonly bindings: readonly (readonly [name: string, value: Expr])[];
  readonly body: Expr;
}

/** A formula longer than this is a mistake or an attack; nesting is bounded by it too. */
const LONGEST = 500;

/** Binding powers, loosest first. `>` is `<` with its sides swapped. */
const INFIX: Readonly<Record<string, { power: number; fn: Fn; swap?: true; right?: true }>> = {
  '<': { power: 1, fn: 'lt' },
  '<=': { power: 1, fn: 'le' },
  '>': { power: 1, fn: 'lt', swap: true },
  '>=': { power: 1, fn: 'le', swap: true },
  '+': { power: 2, fn: 'add' },
  '-': { power: 2, fn: 'sub' },
  '*': { power: 3, fn: 'mul' },
  '/': { power: 3, fn: 'div' },
  '^': { power: 5, fn: 'pow', right: true },
};
/** Looser than `^`, so that -x^2 is -(x^2). */
const UNARY_MINUS = 4;
/** What may be called by name; the arithmetic ones have signs instead. */
const CALLABLE = new Set([
  'cos',
  'sin',
  'tan',
  'acos',
  'exp',
  'log',
  'sqrt',
  'abs',
  'sign',
  'floor',
  'min',
  'max',
]);
const isCallable = (name: string): name is Fn => CALLABLE.has(name);
const CONSTANTS: Readonly<Record<string, number>> = { pi: Math.PI };
const SPELLINGS: Readonly<Record<string, string>> = {
  θ: 'theta',
  π: 'pi',
  '−': '-',
  '·': '*',
  '≤': '<=',
  '≥': '>=',
};
/** Names such as `constructor` are not looked up in what every object has. */
const spelled = (text: string): string =>
  (Object.hasOwn(SPELLINGS, text) ? SPELLINGS[text] : undefined) ?? text;

type Token = { readonly is: 'num' | 'name' | 'op' | 'end'; readonly text: string; readonly at: number };

function tokenize(source: string): readonly Token[] {
  const pattern = /\s*(?:(\d+\.?\d*(?:e[+-]?\d+)?|\.\d+)|([A-Za-z_]\w*|[θπ])|(<=|>=|[-+*/^()<>?:,;=−·≤≥]))/iy;
  const tokens: Token[] = [];
  let at = 0;
  while (source.slice(at).trim() !== '') {
    pattern.lastIndex = at;
    const [, number, name, op] = pattern.exec(source) ?? [];
    const text = number ?? name ?? op;
    if (text === undefined) {
      const blank = source.slice(at).length - source.slice(at).trimStart().length;
      throw new FormulaError({ type: 'unknownCharacter', found: String(source[at + blank]) }, at + blank);
    }
    at = pattern.lastIndex;
    const is = number !== undefined ? 'num' : name !== undefined ? 'name' : 'op';
    tokens.push({ is, text: spelled(text), at: at - text.length });
  }
  return [...tokens, { is: 'end', text: '', at: source.length }];
}

/**
 * Reads a formula such as `cos(theta + m)` or, with bindings,
 * `k = floor(m*theta/pi); (-1)^k*cos(m*theta) - 2*k`. Angles are in radians.
 * @throws FormulaError with the offset of what could not be read
 */
export function parseFormula(source: string): Formula {
  if (source.length > LONGEST) throw new FormulaError({ type: 'tooLong' }, LONGEST);
  const tokens = tokenize(source);
  const end = tokens.at(-1) as Token; // tokenize always ends with one
  let i = 0;
  const peek = (ahead = 0): Token => tokens[i + ahead] ?? end;
  const accept = (op: string): boolean => {
    const found = peek().is === 'op' && peek().text === op;
    if (found) i++;
    return found;
  };
  const fail = (wanted: Extract<FormulaProblem, { type: 'expected' }>['wanted']): never => {
    throw new FormulaError({ type: 'expected', wanted, found: peek().text }, peek().at);
  };
  const expect = (op: ')' | ':' | ';'): boolean => accept(op) || fail(op);

  function callOf(name: Token): Expr {
    if (!isCallable(name.text))
      throw new FormulaError({ type: 'unknownFunction', found: name.text }, name.at);
    const args = [ternary()];
    while (accept(',')) args.push(ternary());
    expect(')');
    const wanted = ARITY[name.text];
    if (args.length !== wanted)
      throw new FormulaError({ type: 'argumentCount', found: name.text, wanted }, name.at);
    return call(name.text, ...args);
  }

  function atom(): Expr {
    if (accept('(')) {
      const inner = ternary();
      expect(')');
      return inner;
    }
    if (accept('-')) return call('neg', infix(UNARY_MINUS));
    if (accept('+')) return infix(UNARY_MINUS);
    const token = peek();
    if (token.is !== 'num' && token.is !== 'name') return fail('operand');
    i++;
    if (token.is === 'num') return num(Number(token.text));
    if (accept('(')) return callOf(token);
    const constant = Object.hasOwn(CONSTANTS, token.text) ? CONSTANTS[token.text] : undefined;
    return constant === undefined ? sym(token.text) : num(constant);
  }

  function infix(weakest: number): Expr {
    let left = atom();
    for (;;) {
      const op = peek().is === 'op' ? INFIX[peek().text] : undefined;
      if (!op || op.power < weakest) return left;
      i++;
      const right = infix(op.right ? op.power : op.power + 1);
      left = op.swap ? call(op.fn, right, left) : call(op.fn, left, right);
    }
  }

  function ternary(): Expr {
    const condition = infix(0);
    if (!accept('?')) return condition;
    const yes = ternary();
    expect(':');
    return call('select', condition, yes, ternary());
  }

  const bindings: [string, Expr][] = [];
  while (peek().is === 'name' && peek(1).text === '=') {
    const name = peek().text;
    i += 2;
    bindings.push([name, ternary()]);
    expect(';');
  }
  const body = ternary();
  if (peek().is !== 'end') fail('operator');
  return { bindings, body };
}

/** The formula with its bindings put in place. */
export const inline = ({ bindings, body }: Formula): Expr =>
  bindings.reduceRight((e, [name, value]) => substitute(e, { [name]: value }), body);

/** Reads a formula and puts its bindings in place. @throws FormulaError */
export const parse = (source: string): Expr => inline(parseFormula(source));
