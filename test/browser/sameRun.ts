import type { Load } from '../../src/data/dataset';
import { defaultValues } from '../../src/data/dataset';
import { DATASETS } from '../../src/datasets';
import { defaultSettings, knobsOf, type Settings, structureOf } from '../../src/lab/settings';
import { stream } from '../../src/math/random';
import type { Structure } from '../../src/train/protocol';
import { createSession } from '../../src/train/session';
import { bringSimd } from '../../src/train/simd/simd';

interface Run {
  readonly settings: Partial<Settings>;
  readonly structure?: Partial<Structure>;
  readonly steps: number;
}

/** With a warm-up, whose curve is another at every step. */
const warmingUp: Settings['lanes'] = defaultSettings().lanes.map((lane) =>
  lane.loss === 'arcFace' ? { ...lane, options: { ...lane.options, schedule: 'ramp' } } : lane,
);

/** Runs that are to be the same wherever they are made. Together they go through every kernel. */
export const SAME_RUNS = {
  'the page’s defaults, on digits': { settings: { dataset: 'digits' }, steps: 60 },
  'a warm-up, on identities': { settings: { dataset: 'identities', lanes: warmingUp }, steps: 150 },
  'a sphere, tanh and momentum': {
    settings: { dataset: 'identities', dim: 3, centres: 'random', optimizer: 'sgd' },
    structure: { activation: 'tanh' },
    steps: 150,
  },
} as const satisfies Readonly<Record<string, Run>>;

export type SameRun = keyof typeof SAME_RUNS;

/** The bits of all parameters of all lanes after a run on `simd`. */
export async function bitsAfter(name: SameRun, load: Load): Promise<number[]> {
  const run: Run = SAME_RUNS[name];
  const first = { ...defaultSettings(), ...run.settings };
  const dataset = DATASETS[first.dataset];
  if (!dataset) throw new Error(`the shelf has no ${first.dataset}`);
  const settings: Settings = { ...first, data: defaultValues(dataset) };
  const samples = await dataset.sample(settings.data, stream(1, `data ${dataset.id}`), load);
  const structure = { ...structureOf(settings), ...run.structure };
  const { trainer, engine } = createSession(await bringSimd(), samples, structure, knobsOf(settings));
  for (let step = 0; step < run.steps; step++) trainer.advance();
  const { parameters } = await engine.state();
  engine.dispose();
  if (!parameters.every(Number.isFinite)) throw new Error('numbers that overflowed are alike everywhere');
  return [...new Int32Array(parameters.buffer)];
}
