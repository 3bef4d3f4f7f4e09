import type { Random } from '../../src/math/random';
import { keysOf, type Report, segment } from './report';
import type { Files } from './schema';

export type FileName = keyof Files;

/** Where the records of each file are. */
const LISTS: Readonly<Record<FileName, readonly string[]>> = {
  'losses.json': ['cases'],
  'curves.json': ['curves'],
  'boundaries.json': ['binary.losses', 'binary.softmax', 'circle.circles', 'circle.softmaxCircles'],
  'metrics.json': ['sets'],
  'training.json': ['runs'],
};

/** Which values of a file are outputs. The θ₁ of a boundary point is where it is looked at, as `thetaDeg` is. */
const OUTPUTS: Readonly<Record<FileName, RegExp>> = {
  'losses.json': /^cases\.\d+\.outputs\./,
  'curves.json': /^curves\.\d+\.(value|dValue_dTheta|discontinuities|monotoneDecreasing|firstRisingDeg)\b/,
  'boundaries.json': /\.(boundary\w*Deg\.\d+\.1|decisionBoundaries\..*|band\..*)$/,
  'metrics.json': /^sets\.\d+\.(?!name$|shape\.|inputs\.)/,
  'training.json': /^runs\.\d+\.(losses|weightsAfterStep|lambdaPerStep|marginPerStep)\./,
};

/** A part of a parsed file: by JSON.parse its keys are own and plain. */
type Node = Record<string, unknown>;
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;
const at = (root: unknown, keys: readonly string[]): unknown =>
  keys.reduce<unknown>((node, key) => (isNode(node) ? node[key] : undefined), root);

function leaves(node: unknown, path = ''): string[] {
  if (!isNode(node)) return [path];
  return Object.entries(node).flatMap(([key, value]) =>
    leaves(value, path === '' ? segment(key) : `${path}.${segment(key)}`),
  );
}

/** Outputs of a file that a report says nothing about; there should be none. */
export function unspoken(name: FileName, file: unknown, { compared, pending, skipped }: Report): string[] {
  const spoken = new Set([...compared, ...skipped].map(({ where }) => where));
  const whole = [...pending, ...skipped].map(({ where }) => `${where}.`);
  const covered = (path: string): boolean => whole.some((start) => `${path}.`.startsWith(start));
  return leaves(file).filter((path) => OUTPUTS[name].test(path) && !spoken.has(path) && !covered(path));
}

/** The file with one record only; `where` as it is in there. */
export interface Narrowed<F> {
  readonly file: F;
  readonly where: string;
  /** The record's place in the whole file's list. */
  readonly index: number;
}

/** Keeps only the record that a path leads to. The record is a copy, the rest is shared. */
export function narrow<F>(name: FileName, file: F, where: string): Narrowed<F> {
  const list = LISTS[name].find((start) => where.startsWith(`${start}.`)) ?? '';
  const [number = '', ...rest] = where.slice(list.length + 1).split('.');
  const record = at(file, [...list.split('.'), number]);
  const only = LISTS[name].reduce(
    (whole, other) => replace(whole, other.split('.'), other === list ? [structuredClone(record)] : []),
    file,
  );
  return { file: only, where: [list, '0', ...rest].join('.'), index: Number(number) };
}

/** A copy of a tree that differs in one place; generic code over JSON keeps the type of the whole. */
function replace<F>(node: F, [key = '', ...rest]: readonly string[], value: unknown): F {
  const inner = isNode(node) ? node[key] : undefined;
  return { ...node, [key]: rest.length === 0 ? value : replace(inner, rest, value) };
}

/** What a falsified value is: further off by 100 × its tolerance, or something else where it is no measure. */
function moved(value: unknown, tolerance: number, sign: number): unknown {
  if (typeof value === 'number') return tolerance === 0 ? value + 1 : value + sign * 100 * tolerance;
  if (typeof value === 'boolean') return !value;
  return value === null ? [] : null;
}

/** Falsifies the value at a path, in place: `length` takes an entry away, `keys` adds one. */
export function falsify(file: unknown, where: string, tolerance: number, sign: number): void {
  const keys = keysOf(where);
  const last = keys.pop() ?? '';
  const parent = at(file, keys);
  if (Array.isArray(parent) && last === 'length') parent.pop();
  else if (isNode(parent)) {
    if (last === 'keys') parent.unknown = [0];
    else parent[last] = moved(parent[last], tolerance, sign);
  }
}

/** `cases.3.outputs.gradX.0.1` is of the kind `outputs.gradX` in record `cases.3`; the number of a step is kept. */
const kindOf = (lists: readonly string[], where: string): string => {
  const list = lists.find((start) => where.startsWith(`${start}.`)) ?? '';
  const [record = '', ...rest] = where.slice(list.length + 1).split('.');
  const names = rest.filter((key, i) => !/^\d+$/.test(key) || rest[i - 1] === 'weightsAfterStep');
  return [list, record, ...names].join('.');
};

/** One compared value of each kind in each record, picked at random. */
export function pickOfEachKind(name: FileName, { compared }: Report, random: Random): Report['compared'] {
  const kinds = new Map<string, Report['compared'][number][]>();
  for (const one of compared) {
    const kind = kindOf(LISTS[name], one.where);
    kinds.set(kind, [...(kinds.get(kind) ?? []), one]);
  }
  return [...kinds.values()].map((same) => same[Math.floor(random() * same.length)]!);
}
