import { beforeAll, expect, test } from 'vitest';
import { defaultValues } from '../../src/data/dataset';
import { fetchFrom } from '../../src/data/fetchFile';
import { DATASETS } from '../../src/datasets';
import { type Readings, read } from '../../src/lab/readings';
import { defaultSettings, knobsOf, type Settings, structureOf } from '../../src/lab/settings';
import { toDegrees } from '../../src/math/angle';
import { mean } from '../../src/math/quantile';
import { stream } from '../../src/math/random';
import { choose } from '../../src/train/choose';
import type { CreateEngine } from '../../src/train/engine';
import { createSession } from '../../src/train/session';

// A short look at what `npm run bench:convergence` measures at length: the page's defaults learn, and a margin helps.

/** The page's defaults on a data set but for `more`, trained for some steps: every lane's readings. */
async function trained(
  dataset: string,
  seed: number,
  steps: number,
  more: Partial<Settings> = {},
): Promise<Readings[]> {
  const shelf = DATASETS[dataset];
  if (!shelf) throw new Error(`the shelf has no ${dataset}`);
  const settings: Settings = { ...defaultSettings(), dataset, data: defaultValues(shelf), seed, ...more };
  const load = fetchFrom(`${location.origin}/`);
  const samples = await shelf.sample(settings.data, stream(1, `data ${dataset}`), load);
  const knobs = knobsOf(settings);
  const { trainer, engine, survey, count } = createSession(create, samples, structureOf(settings), knobs);
  for (let step = 0; step < steps; step++) trainer.advance();
  const snapshot = await survey().more(count);
  engine.dispose();
  if (snapshot?.points.type !== 'all') throw new Error('a survey of everything is whole');
  const whole = { moment: snapshot, features: snapshot.points.features };
  return knobs.lanes.map((margin, lane) => read(whole, samples, margin, lane));
}

const LANES = defaultSettings().lanes.map(({ loss }) => loss);
const gapsOf = (runs: readonly Readings[][], loss: string): number[] =>
  runs.map((lanes) => toDegrees(lanes[LANES.indexOf(loss)]?.gap.mean ?? Number.NaN));
const accuracies = (runs: readonly Readings[][]): number[] => runs.flat().map(({ accuracy }) => accuracy);

/** What the page's defaults promise of every lane and seed. */
const GOOD = 0.9;

let create: CreateEngine;
beforeAll(async () => {
  const chosen = await choose('simd');
  expect(chosen.executor).toBe('simd');
  create = chosen.create;
});

test('On identities every lane learns, and ArcFace opens wider gaps than softmax', async () => {
  const runs = [await trained('identities', 1, 300), await trained('identities', 2, 300)];
  expect(Math.min(...accuracies(runs))).toBeGreaterThan(GOOD);
  expect(mean(gapsOf(runs, 'arcFace'))).toBeGreaterThan(mean(gapsOf(runs, 'softmax')));
}, 30_000);

test('On digits every lane learns, and ArcFace opens wider gaps than softmax', async () => {
  const runs = [await trained('digits', 1, 200)];
  expect(Math.min(...accuracies(runs))).toBeGreaterThan(GOOD);
  expect(mean(gapsOf(runs, 'arcFace'))).toBeGreaterThan(mean(gapsOf(runs, 'softmax')));
}, 30_000);

test('With three classes every lane learns, since embeddings start centred: as drawn some lose a class', async () => {
  const three = { data: { classes: 3, perClass: 100, testPerClass: 40 } };
  const seeds = [1, 2, 3, 4];
  const runs = async (embedding: Settings['embedding']): Promise<Readings[][]> => {
    const made: Readings[][] = [];
    for (const seed of seeds) made.push(await trained('identities', seed, 200, { ...three, embedding }));
    return made;
  };
  expect(Math.min(...accuracies(await runs(null)))).toBeGreaterThan(GOOD);
  expect(Math.min(...accuracies(await runs('drawn')))).toBeLessThan(GOOD);
}, 60_000);
