import type { DataParam, Dataset, DataValues } from '../../src/data/dataset';
import { DATASET_LIST } from '../../src/datasets';
import { LANGUAGES } from '../../src/i18n/language';
import { writeAddress } from '../../src/lab/address';
import { lossOf, MOST_LANES, PACES, type Settings } from '../../src/lab/settings';
import { LOSSES } from '../../src/losses';
import type { LaneConfig, MarginLoss, Param } from '../../src/margin/loss';
import type { Random } from '../../src/math/random';
import { EMBEDDING_STARTS, EXECUTORS } from '../../src/train/protocol';

// Addresses good and bad, made at random: for laws about reading them, and for a real page to open.

const below = (random: Random, count: number): number => Math.floor(count * random());
const oneOf = <T>(random: Random, items: readonly T[]): T => items[below(random, items.length)] as T;
const times = <T>(count: number, make: (i: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));

/** A value that a slider or a field with this range can stand at. */
function onGrid({ min, max, step }: Pick<Param, 'min' | 'max' | 'step'>, random: Random): number {
  const value = min + step * below(random, Math.floor((max - min) / step + 1e-9) + 1);
  return Number(value.toFixed(6)); // no sum of tenths: .3, not .30000000000000004
}

const anyData = (param: DataParam, random: Random): number | readonly number[] => {
  if (param.type === 'number') return onGrid(param, random);
  const some = param.of.map((_, i) => i).filter(() => random() < 0.5);
  return some.length < param.min ? param.value : some;
};

const valuesOf = (dataset: Dataset, random: Random): DataValues =>
  Object.fromEntries(Object.entries(dataset.params).map(([name, param]) => [name, anyData(param, random)]));

/** What somebody may have typed. */
const TYPED = [
  'cos(theta + 0.3)',
  'θ < m ? 1 : a*cos(theta) − b2',
  'k = floor(theta); cos(theta) - k/s',
  '1',
];

const anyLane = (base: MarginLoss, random: Random): LaneConfig => {
  const formula = base.typed && random() < 0.7 ? { formula: oneOf(random, TYPED) } : {};
  return { loss: base.id, ...formula, ...anyValues(lossOf({ loss: base.id, ...formula }), random) };
};

const anyValues = (loss: MarginLoss, random: Random): Pick<LaneConfig, 'values' | 'options'> => ({
  values: Object.fromEntries(
    Object.entries(loss.params).map(([name, param]) => [name, onGrid(param, random)]),
  ),
  options: Object.fromEntries(
    Object.entries(loss.options).map(([name, { choices }]) => [name, oneOf(random, Object.keys(choices))]),
  ),
});

/** Anything that the page's controls can be set to. */
export function anySettings(random: Random): Settings {
  const dataset = oneOf(random, DATASET_LIST);
  return {
    lanes: times(1 + below(random, MOST_LANES), () => anyLane(oneOf(random, LOSSES), random)),
    dataset: dataset.id,
    data: valuesOf(dataset, random),
    dim: oneOf(random, [2, 3]),
    seed: below(random, 1_000_000),
    centres: oneOf(random, ['even', 'random']),
    embedding: oneOf(random, [null, ...EMBEDDING_STARTS]),
    optimizer: oneOf(random, ['adam', 'sgd']),
    learningRate: oneOf(random, [null, 1e-5, 1e-3, 0.0123, 1]),
    batchSize: oneOf(random, [null, 1, 32, 200, 512]),
    executor: oneOf(random, ['auto', ...EXECUTORS]),
    until: oneOf(random, [null, 1, 500, 1e9]),
    pace: oneOf(random, [null, ...PACES]),
    retrain: oneOf(random, [true, false]),
    linked: oneOf(random, [true, false]),
    view: oneOf(random, ['sphere', 'raw']),
    language: oneOf(random, [null, ...LANGUAGES]),
    theme: oneOf(random, ['auto', 'light', 'dark']),
    type: oneOf(random, ['normal', 'large']),
  };
}

const FIELDS = [
  'lanes',
  'data',
  'dim',
  'seed',
  'centres',
  'embedding',
  'optimizer',
  'rate',
  'batch',
  'engine',
  'until',
  'speed',
  'retrain',
  'link',
  'view',
  'lang',
  'theme',
  'type',
];
const NUMBERS = [
  '0',
  '-0',
  '1',
  '-1',
  '0.5',
  '.5',
  '5.',
  '1e308',
  '1e999',
  '-1e-308',
  '1e-7',
  'NaN',
  '0x10',
  '1_0',
  '١',
];
const JUNK = [
  ...[
    '',
    ' ',
    '+',
    '\\',
    '\n',
    '#',
    '&',
    '=',
    '~',
    ',',
    ':',
    '-',
    '%',
    '%00',
    '%E0%A4%A',
    '%7E',
    '%2C',
    '%26',
    '%',
  ],
  ...['<script>alert(1)</script>', '"><img onerror=x>', "'", '__proto__', 'constructor', 'null', 'undefined'],
  ...['각도', '🂡', '\ud800', '\u202e', 'a'.repeat(300), 'Infinity', 'none', 'ko', 'dark', 'webgl', 'sgd'],
];
const SHELVES = [
  ...[...DATASET_LIST, ...LOSSES].flatMap(({ id, params }) => [id, ...Object.keys(params)]),
  ...LOSSES.flatMap(({ options }) => Object.keys(options)),
];

/** Known names with values that need not fit; characters thrown into a good address; confetti. */
export const HOSTILE: Readonly<Record<string, (random: Random) => string>> = {
  misfits: (random) => {
    const value = () => oneOf(random, [...NUMBERS, ...JUNK, ...SHELVES]);
    const entry = () =>
      `${oneOf(random, SHELVES)}${times(below(random, 4), () => `,${value()}:${value()}`).join('')}`;
    const field = () =>
      `${oneOf(random, FIELDS)}=${oneOf(random, [value, entry, () => `${entry()}~${entry()}`])()}`;
    return times(1 + below(random, 8), field).join('&');
  },
  wounded: (random) => {
    const address = [...writeAddress(anySettings(random))];
    for (let k = 0; k <= below(random, 10); k++)
      address.splice(below(random, address.length), below(random, 3), oneOf(random, [...NUMBERS, ...JUNK]));
    return address.join('');
  },
  confetti: (random) =>
    times(1 + below(random, 30), () => oneOf(random, [...FIELDS, ...NUMBERS, ...JUNK, ...SHELVES])).join(''),
};
