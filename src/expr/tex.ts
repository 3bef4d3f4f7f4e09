import { type Algebra, type Expr, fold, sym } from './expr';
import type { Formula } from './parse';

/** TeX source and how tightly it binds: 1 comparison, 2 sum, 3 product, 4 power or function, 5 atom. */
interface Piece {
  readonly tex: string;
  readonly power: number;
  /** A comparison's opposite. */
  readonly not?: string;
  /** Ends in a function's bare argument: what is written behind it would seem to belong to it. */
  readonly open?: true;
}

const atom = (tex: string): Piece => ({ tex, power: 5 });
const parens = (tex: string) => `\\left(${tex}\\right)`;
/** The piece, in parentheses where it binds more loosely than its surroundings need. */
const atLeast = (power: number, piece: Piece): string =>
  piece.power < power ? parens(piece.tex) : piece.tex;

const GREEK = /^(theta|psi|lambda|alpha|beta|gamma|delta|mu|tau|phi)$/;
/** m_1 for m1, \theta for theta, x elsewhere. */
export function symbolTex(name: string): string {
  const [, stem = name, index = ''] = /^([A-Za-z]+)_?(\w*)$/.exec(name) ?? [];
  const letter = GREEK.test(stem) ? `\\${stem}` : stem.length > 1 ? `\\mathit{${stem}}` : stem;
  return index === '' ? letter : `${letter}_{${index}}`;
}

const numberPiece = (value: number): Piece =>
  value === Math.PI ? atom('\\pi') : value < 0 ? { tex: String(value), power: 2 } : atom(String(value));
const operator =
  (name: string) =>
  (a: Piece): Piece =>
    a.power === 5 ? { tex: `${name} ${a.tex}`, power: 4, open: true } : atom(`${name}${parens(a.tex)}`);
const infix =
  (sign: string, power: number) =>
  (a: Piece, b: Piece): Piece => ({ tex: `${atLeast(power, a)} ${sign} ${atLeast(power + 1, b)}`, power });
const comparison =
  (sign: string, opposite: string) =>
  (a: Piece, b: Piece): Piece => ({ ...infix(sign, 1)(a, b), not: infix(opposite, 1)(a, b).tex });
const opposite = ({ tex, not }: Piece): string => not ?? `${tex} = 0`;
/** Two digits side by side need a dot: 4·0.5, but 2k and 4θ. */
const product = (a: Piece, b: Piece): Piece => {
  const left = a.open ? parens(a.tex) : atLeast(3, a);
  const right = atLeast(4, b);
  const open = b.open ? { open: b.open } : {};
  return { tex: `${left}${/^\d/.test(right) ? ' \\cdot ' : '\\,'}${right}`, power: 3, ...open };
};
const wrapped =
  (open: string, close: string) =>
  (...args: Piece[]): Piece =>
    atom(`${open}${args.map((arg) => arg.tex).join(',\\,')}${close}`);

const PIECES: Algebra<Piece>['fns'] = {
  add: infix('+', 2),
  sub: infix('-', 2),
  mul: product,
  div: (a, b) => atom(`\\frac{${a.tex}}{${b.tex}}`),
  pow: (a, b) => ({ tex: `${atLeast(5, a)}^{${b.tex}}`, power: 4 }),
  neg: (a) => ({ tex: `-${atLeast(3, a)}`, power: 2 }),
  lt: comparison('<', '\\ge'),
  le: comparison('\\le', '>'),
  select: (c, a, b) => ({
    tex: `\\begin{cases}${a.tex} & ${c.tex}\\\\ ${b.tex} & ${opposite(c)}\\end{cases}`,
    power: 4,
  }),
  cos: operator('\\cos'),
  sin: operator('\\sin'),
  tan: operator('\\tan'),
  acos: operator('\\arccos'),
  exp: operator('\\exp'),
  log: operator('\\ln'),
  sqrt: wrapped('\\sqrt{', '}'),
  abs: wrapped('\\left|', '\\right|'),
  sign: operator('\\operatorname{sgn}'),
  floor: wrapped('\\left\\lfloor ', '\\right\\rfloor'),
  min: wrapped('\\min\\left(', '\\right)'),
  max: wrapped('\\max\\left(', '\\right)'),
};

/** How a symbol is written: by itself, or as the number that stands for it. */
export type Write = (name: string) => string;

function toPiece(e: Expr, write: Write): Piece {
  const written = (name: string): Piece => {
    const tex = write(name);
    return tex.startsWith('-') ? { tex, power: 2 } : atom(tex);
  };
  return fold<Piece>(e, { num: numberPiece, sym: written, fns: PIECES });
}

/** The formula as TeX for KaTeX; `write` may put numbers in the place of symbols. */
export const toTex = (e: Expr, write: Write = symbolTex): string => toPiece(e, write).tex;

/** A condition's opposite: θ > 1 for θ ≤ 1. */
export const oppositeTex = (condition: Expr, write: Write = symbolTex): string =>
  opposite(toPiece(condition, write));

/** The formula, followed by what each of its bindings stands for. */
export const formulaToTex = ({ bindings, body }: Formula, write: Write = symbolTex): string =>
  [
    toTex(body, write),
    ...bindings.map(([name, value]) => `${toTex(sym(name))} = ${toTex(value, write)}`),
  ].join(',\\; ');
