import { repair } from '../data/values';
import { DATASETS } from '../datasets';
import { LANGUAGES } from '../i18n/language';
import { defaultConfig, type LaneConfig } from '../margin/loss';
import { EMBEDDING_STARTS, EXECUTORS } from '../train/protocol';
import { pairs, type Repair, readNumber, readPairs, shown } from './addressParts';
import { readLane, writeLane } from './laneAddress';
import {
  defaultSettings,
  LARGEST_STEP,
  lossOf,
  MOST_LANES,
  PACES,
  type Settings,
  settingOf,
} from './settings';

// The form: #lanes=softmax~arcFace,m2:0.5,s:16,guard:none&data=digits,classes:0-1-2&seed=1 …

/** More than any configuration needs; the rest of a longer address is not read. */
const LONGEST = 4000;
const SMALLEST_RATE = 1e-5;
const LARGEST_RATE = 1;
const LARGEST_BATCH = 512;
const LARGEST_SEED = 999_999;

/** The settings as the part of an address behind `#`. What equals the default of the page is left out, but not values. */
export function writeAddress(settings: Settings): string {
  const { lanes, dataset, data, dim, seed, centres, optimizer, learningRate, batchSize, executor } = settings;
  const { embedding, until, pace, retrain, linked, view, language, theme, type } = settings;
  const fields: Record<string, string | number | null> = {
    lanes: lanes.map(writeLane).join('~'),
    data: [dataset, ...pairs(data)].join(','),
    dim,
    seed,
    centres: centres === 'even' ? null : centres,
    embedding,
    optimizer: optimizer === 'adam' ? null : optimizer,
    rate: learningRate,
    batch: batchSize,
    engine: executor === 'auto' ? null : executor,
    until,
    speed: pace,
    retrain: retrain ? null : 0,
    link: linked ? 1 : null,
    view: view === 'sphere' ? null : view,
    lang: language,
    theme: theme === 'auto' ? null : theme,
    type: type === 'normal' ? null : type,
  };
  return Object.entries(fields)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
}

/** A fallback in a few letters; for lanes and data their names. */
function describe(value: unknown): string {
  if (Array.isArray(value)) return value.map((lane: LaneConfig) => lane.loss).join(', ');
  if (typeof value === 'object' && value !== null && 'dataset' in value) return String(value.dataset);
  return String(value ?? 'auto');
}

const readSwitch = (text: string): boolean | undefined =>
  text === '1' ? true : text === '0' ? false : undefined;

/** Percent signs that encode nothing are taken as they are. */
function plain(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Reads an address and repairs what it can: the good parts are kept, each repair is listed. Never throws. */
export function readAddress(hash: string): {
  readonly settings: Settings;
  readonly repairs: readonly Repair[];
} {
  const repairs: Repair[] = [];
  const defaults = defaultSettings();
  if (hash.length > LONGEST) repairs.push({ type: 'tooLong' });
  const fields = new Map<string, string>();
  for (const field of hash.slice(0, LONGEST).replace(/^#/, '').split('&')) {
    if (field === '') continue;
    const equals = field.indexOf('=');
    fields.set(
      plain(equals < 0 ? field : field.slice(0, equals)),
      plain(equals < 0 ? '' : field.slice(equals + 1)),
    );
  }

  /** Takes a field out and reads it; `read` gives undefined for what it cannot take. */
  function take<T>(name: string, fallback: T, read: (text: string) => T | undefined): T {
    const given = fields.get(name);
    fields.delete(name);
    if (given === undefined) return fallback;
    const value = read(given);
    if (value !== undefined) return value;
    repairs.push({ type: 'value', name, given: shown(given), used: describe(fallback) });
    return fallback;
  }
  const oneOf =
    <T extends string>(allowed: readonly T[]) =>
    (text: string): T | undefined =>
      allowed.find((value) => value === text);
  const within =
    (min: number, max: number, whole: boolean) =>
    (text: string): number | undefined => {
      const value = readNumber(text);
      return value >= min && value <= max && (!whole || Number.isInteger(value)) ? value : undefined;
    };

  function readData(text: string): Pick<Settings, 'dataset' | 'data'> | undefined {
    const [id = '', ...parts] = text.split(',');
    const dataset = Object.hasOwn(DATASETS, id) ? DATASETS[id] : undefined;
    if (!dataset) return undefined;
    const given = readPairs(parts);
    const values = given.map(([name, value]) => {
      const param = Object.hasOwn(dataset.params, name) ? dataset.params[name] : undefined;
      return [name, param?.type === 'subset' ? value.split('-').map(readNumber) : readNumber(value)] as const;
    });
    const { values: data, repaired } = repair(dataset.params, Object.fromEntries(values));
    for (const [name, value] of given) {
      if (!repaired.includes(name)) continue;
      const used = Object.hasOwn(data, name) ? String(data[name]) : null;
      repairs.push(
        used === null
          ? { type: 'unknown', name: shown(name), given: shown(value) }
          : { type: 'value', name, given: shown(value), used },
      );
    }
    return { dataset: id, data };
  }

  const { dataset, data } = take('data', { dataset: defaults.dataset, data: defaults.data }, readData);
  const dim = take('dim', defaults.dim, (text) => (text === '2' ? 2 : text === '3' ? 3 : undefined));
  const setting = settingOf({ dataset, data, dim });
  const fallbackLanes = defaults.lanes.map(({ loss }) => defaultConfig(lossOf({ loss }), setting));
  const lanes = take('lanes', fallbackLanes, (text) => {
    const given = text.split('~');
    if (given.length > MOST_LANES) repairs.push({ type: 'tooManyLanes', most: MOST_LANES });
    const read = given.slice(0, MOST_LANES).flatMap((lane) => {
      const config = readLane(lane, setting, (repair) => repairs.push(repair));
      if (!config) repairs.push({ type: 'unknown', name: 'lanes', given: shown(lane) });
      return config ?? [];
    });
    return read.length > 0 ? read : undefined;
  });
  const settings: Settings = {
    dataset,
    data,
    dim,
    lanes,
    seed: take('seed', defaults.seed, within(0, LARGEST_SEED, true)),
    centres: take('centres', defaults.centres, oneOf(['even', 'random'])),
    embedding: take('embedding', defaults.embedding, oneOf(EMBEDDING_STARTS)),
    optimizer: take('optimizer', defaults.optimizer, oneOf(['adam', 'sgd'])),
    learningRate: take('rate', defaults.learningRate, within(SMALLEST_RATE, LARGEST_RATE, false)),
    batchSize: take('batch', defaults.batchSize, within(1, LARGEST_BATCH, true)),
    executor: take('engine', defaults.executor, oneOf([...EXECUTORS, 'auto'])),
    until: take('until', defaults.until, within(1, LARGEST_STEP, true)),
    pace: take('speed', defaults.pace, (text) => PACES.find((pace) => String(pace) === text)),
    retrain: take('retrain', defaults.retrain, readSwitch),
    linked: take('link', defaults.linked, readSwitch),
    view: take('view', defaults.view, oneOf(['sphere', 'raw'])),
    language: take('lang', defaults.language, oneOf(LANGUAGES)),
    theme: take('theme', defaults.theme, oneOf(['auto', 'light', 'dark'])),
    type: take('type', defaults.type, oneOf(['normal', 'large'])),
  };
  for (const [name, given] of fields)
    repairs.push({ type: 'unknown', name: shown(name), given: shown(given) });
  return { settings, repairs };
}
