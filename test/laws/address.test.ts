import { describe, expect, test } from 'vitest';
import type { DataParam } from '../../src/data/dataset';
import { DATASETS } from '../../src/datasets';
import { LANGUAGES } from '../../src/i18n/language';
import { readAddress, writeAddress } from '../../src/lab/address';
import { defaultSettings, lossOf, MOST_LANES, type Settings, settingOf } from '../../src/lab/settings';
import { defaultConfig, type LaneConfig, type Param } from '../../src/margin/loss';
import { stream } from '../../src/math/random';
import { EXECUTORS } from '../../src/train/protocol';
import { anySettings, HOSTILE } from '../tools/addresses';

const bounded = (value: number | undefined, { min, max }: Pick<Param, 'min' | 'max'>): boolean =>
  value !== undefined && value >= min && value <= max;

function dataFault(param: DataParam, value: number | readonly number[] | undefined): boolean {
  if (param.type === 'number') return typeof value !== 'number' || !bounded(value, param);
  if (value === undefined || typeof value === 'number' || value.length < param.min) return true;
  return value.some((i, k) => !(i in param.of) || (k > 0 && i <= (value[k - 1] ?? 0)));
}

function laneFaults(lane: LaneConfig): string[] {
  const loss = lossOf(lane);
  const values = Object.entries(loss.params).filter(([name, param]) => !bounded(lane.values[name], param));
  const options = Object.entries(loss.options).filter(
    ([name, { choices }]) => !Object.hasOwn(choices, lane.options[name] ?? ''),
  );
  const strangers = [
    ...Object.keys(lane.values).filter((name) => !Object.hasOwn(loss.params, name)),
    ...Object.keys(lane.options).filter((name) => !Object.hasOwn(loss.options, name)),
  ];
  return [...values.map(([name]) => name), ...options.map(([name]) => name), ...strangers].map(
    (name) => `${lane.loss} ${name}`,
  );
}

/** What no page could be built from; nothing for sound settings. */
function faults(settings: Settings): string[] {
  const { lanes, dataset, data, dim, seed, learningRate, batchSize } = settings;
  const checks: Record<string, boolean> = {
    'at least one lane, at most six': lanes.length >= 1 && lanes.length <= MOST_LANES,
    'a known data set': Object.hasOwn(DATASETS, dataset),
    'a known dimension': dim === 2 || dim === 3,
    'a whole seed': Number.isInteger(seed) && bounded(seed, { min: 0, max: 999_999 }),
    'a known start': ['even', 'random'].includes(settings.centres),
    'a known start of embeddings': [null, 'drawn', 'centred'].includes(settings.embedding),
    'a known optimiser': ['adam', 'sgd'].includes(settings.optimizer),
    'a possible learning rate': learningRate === null || bounded(learningRate, { min: 1e-5, max: 1 }),
    'a possible batch':
      batchSize === null || (Number.isInteger(batchSize) && bounded(batchSize, { min: 1, max: 512 })),
    'a known engine': ['auto', ...EXECUTORS].includes(settings.executor),
    'a known language': settings.language === null || LANGUAGES.includes(settings.language),
    'a known theme': ['auto', 'light', 'dark'].includes(settings.theme),
    'a known size of the letters': ['normal', 'large'].includes(settings.type),
  };
  const params = Object.entries(DATASETS[dataset]?.params ?? {});
  return [
    ...Object.keys(checks).filter((name) => !checks[name]),
    ...params.filter(([name, param]) => dataFault(param, data[name])).map(([name]) => `data ${name}`),
    ...Object.keys(data).filter((name) => !params.some(([known]) => known === name)),
    ...lanes.flatMap(laneFaults),
  ];
}

test('An empty address is the page as it first opens', () => {
  for (const hash of ['', '#', '#&', '#&&&']) {
    expect(readAddress(hash)).toEqual({ settings: defaultSettings(), repairs: [] });
  }
});

test('The address of the defaults leads back to them', () => {
  const settings = defaultSettings();
  expect(readAddress(`#${writeAddress(settings)}`)).toEqual({ settings, repairs: [] });
});

test('The address of any settings leads back to them, with nothing to repair', () => {
  const random = stream(1, 'settings');
  for (let i = 0; i < 400; i++) {
    const settings = anySettings(random);
    expect(faults(settings)).toEqual([]);
    expect(readAddress(`#${writeAddress(settings)}`)).toEqual({ settings, repairs: [] });
  }
});

test('An address survives what mail and chat programs do to it', () => {
  const random = stream(2, 'settings');
  for (let i = 0; i < 50; i++) {
    const settings = anySettings(random);
    const address = writeAddress(settings);
    expect(address).toMatch(/^[\w.,:~&=-]+$/); // nothing that needs encoding, or ends a link in a text
    for (const passedOn of [encodeURI(address), encodeURIComponent(address).replaceAll('%26', '&')]) {
      expect(readAddress(`#${passedOn.replaceAll('%3D', '=')}`)).toEqual({ settings, repairs: [] });
    }
  }
});

test('An address stays far shorter than what is read of one', () => {
  const random = stream(3, 'settings');
  const longest = Math.max(...Array.from({ length: 400 }, () => writeAddress(anySettings(random)).length));
  expect(longest).toBeLessThan(1000); // chat programs cut links at 2,000 or more
});

describe('Of a broken address the good parts are kept:', () => {
  const repairsOf = (hash: string) => readAddress(hash).repairs.map(({ type }) => type);

  test('losses that are known, in their order', () => {
    const { settings, repairs } = readAddress('#lanes=nonsense~arcFace,m2:abc,s:1e308~cosFace');
    const [arcFace, cosFace] = ['arcFace', 'cosFace'].map((loss) =>
      defaultConfig(lossOf({ loss }), settingOf(settings)),
    );
    expect(settings.lanes).toEqual([{ ...arcFace, values: { ...arcFace?.values, s: 64 } }, cosFace]);
    expect(repairs).toEqual([
      { type: 'unknown', name: 'lanes', given: 'nonsense' },
      { type: 'value', name: 'arcFace m2', given: 'abc', used: '0.5' },
      { type: 'value', name: 'arcFace s', given: '1e308', used: '64' },
    ]);
  });

  test('the fields that are known, whatever stands beside them', () => {
    const { settings, repairs } = readAddress('#data=foo&seed=-1&x=y&theme=dark&lang=ko&centres=random');
    expect(settings).toEqual({ ...defaultSettings(), theme: 'dark', language: 'ko', centres: 'random' });
    expect(repairs).toEqual([
      { type: 'value', name: 'data', given: 'foo', used: 'digits' },
      { type: 'value', name: 'seed', given: '-1', used: '1' },
      { type: 'unknown', name: 'x', given: 'y' },
    ]);
  });

  test('numbers within their range, moved to the nearest that a slider can show', () => {
    const { settings, repairs } = readAddress('#lanes=arcFace,m2:0.504,s:0');
    expect(settings.lanes[0]?.values).toEqual({ m2: 0.5, s: 1 });
    expect(repairs).toHaveLength(2);
  });

  test('the classes that there are, each once', () => {
    const { settings, repairs } = readAddress('#data=digits,classes:3-1-1-77');
    expect(settings.data.classes).toEqual([1, 3]);
    expect(repairs).toHaveLength(1);
  });

  test('as many losses as the page can show', () => {
    const many = Array(50).fill('arcFace').join('~');
    expect(readAddress(`#lanes=${many}`).settings.lanes).toHaveLength(MOST_LANES);
    expect(repairsOf(`#lanes=${many}`)).toEqual(['tooManyLanes']);
  });

  test('what stands before the end of an address without end', () => {
    const { settings, repairs } = readAddress(`#seed=7&${'x'.repeat(1e6)}`);
    expect(settings).toEqual({ ...defaultSettings(), seed: 7 });
    expect(repairs[0]).toEqual({ type: 'tooLong' });
    for (const repair of repairs) expect(JSON.stringify(repair).length).toBeLessThan(200);
  });

  test('nothing, where nothing can be read', () => {
    for (const hash of ['#%', '#%E0%A4%A', '#=', '#<script>alert(1)</script>', '#lanes=', '#🂡']) {
      expect(readAddress(hash).settings).toEqual(defaultSettings());
      expect(repairsOf(hash), hash).not.toEqual([]);
    }
  });

  test('names that every object has are strangers here', () => {
    for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf']) {
      const hash = `#${name}=1&lanes=${name}~arcFace,${name}:1,guard:${name}&data=${name}&theme=${name}&engine=${name}`;
      const { settings, repairs } = readAddress(hash);
      expect(faults(settings)).toEqual([]);
      expect(repairs).toHaveLength(7);
      expect(readAddress(`#data=digits,${name}:1`).repairs).toHaveLength(1);
    }
  });
});

test.each(Object.entries(HOSTILE))(
  'No address breaks the reader, and what it gives can be built and written again: %s',
  (kind, make) => {
    const random = stream(4, kind);
    for (let i = 0; i < 3400; i++) {
      const hash = `#${make(random)}`;
      const { settings, repairs } = readAddress(hash);
      expect(faults(settings), hash).toEqual([]);
      expect(readAddress(`#${writeAddress(settings)}`), hash).toEqual({ settings, repairs: [] });
      for (const repair of repairs) expect(JSON.stringify(repair).length).toBeLessThan(400);
    }
  },
  60_000,
);
