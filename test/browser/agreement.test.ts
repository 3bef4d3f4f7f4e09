import { describe, expect, test } from 'vitest';
import { defaultValues } from '../../src/data/dataset';
import { fetchFrom } from '../../src/data/fetchFile';
import { DATASETS } from '../../src/datasets';
import { defaultSettings, knobsOf, structureOf } from '../../src/lab/settings';
import { LOSSES } from '../../src/losses';
import { compile } from '../../src/margin/compile';
import { defaultConfig } from '../../src/margin/loss';
import { normal, stream } from '../../src/math/random';
import { createBatches } from '../../src/train/batches';
import { choose } from '../../src/train/choose';
import type { CreateEngine, Engine, EngineSpec } from '../../src/train/engine';
import { initialParameters } from '../../src/train/layout';
import type { Executor, Optimizer } from '../../src/train/protocol';
import { createSession } from '../../src/train/session';
import { createTrainer, type Trainer } from '../../src/train/trainer';
import { lossTolerance, OF_FLOAT32_DIFF } from '../golden/float32';

const OTHERS = ['fused', 'simd'] as const satisfies readonly Executor[];

/** The readable reference, on two backends: how much they differ is how much rounding alone makes of a run. */
const REFERENCE = 'wasm';
const REFERENCE_AGAIN = 'cpu';

/** How long a test with them may take, ms: the second has no fast path at all. */
const PLAINEST_BACKEND = 60_000;

const STEPS = 10;
/** The first step's gradient, as part of a lane's largest: float32 sums over a minibatch in another order. */
const OF_GRADIENT = 1e-5;

interface First {
  /** [steps][lanes] */
  readonly losses: readonly (readonly number[])[];
  /** [lanes, layout.size] the first gradient, times 1 (SGD) or .1 (Adam). */
  readonly gradient: Float32Array;
}

async function firstSteps({ trainer, engine }: { trainer: Trainer; engine: Engine }): Promise<First> {
  const losses: number[][] = [];
  let gradient: Float32Array = new Float32Array(0);
  for (let step = 0; step < STEPS; step++) {
    trainer.advance();
    losses.push([...((await trainer.result())?.losses ?? [])]);
    if (step === 0) gradient = (await engine.state()).m;
  }
  engine.dispose();
  return { losses, gradient };
}

async function on(executor: Executor, run: (create: CreateEngine) => Promise<First>): Promise<First> {
  const chosen = await choose(executor);
  expect(chosen.executor).toBe(executor);
  return run(chosen.create);
}

/** [lanes] the largest difference of two gradients, as part of the lane's largest number. */
function gradientDifference(a: Float32Array, b: Float32Array, lanes: number): number[] {
  const size = a.length / lanes;
  return Array.from({ length: lanes }, (_, lane) => {
    let [most, difference] = [0, 0];
    for (let i = lane * size; i < (lane + 1) * size; i++) {
      most = Math.max(most, Math.abs(a[i] ?? Number.NaN));
      difference = Math.max(difference, Math.abs((a[i] ?? Number.NaN) - (b[i] ?? Number.NaN)));
    }
    return difference / most;
  });
}

/** Losses that are further apart than rounding brings them. */
function differences(made: First, reference: First, again: First): readonly object[] {
  const rounding = reference.losses[0]?.map(() => 0) ?? [];
  return reference.losses.flatMap((row, step) =>
    row.flatMap((loss, lane) => {
      const own = made.losses[step]?.[lane] ?? Number.NaN;
      const other = again.losses[step]?.[lane] ?? Number.NaN;
      rounding[lane] = Math.max(rounding[lane] ?? 0, Math.abs(other - loss));
      const tolerance = Math.max(lossTolerance(loss), OF_FLOAT32_DIFF * (rounding[lane] ?? 0));
      return Math.abs(own - loss) <= tolerance ? [] : [{ step, lane, loss, own, tolerance }];
    }),
  );
}

describe.each(OTHERS)('The executor %s makes the first steps of the reference', (executor) => {
  test.each(['identities', 'digits'])(
    'on %s as the page starts',
    async (dataset) => {
      const shelf = DATASETS[dataset];
      if (!shelf) throw new Error(`the shelf has no ${dataset}`);
      const settings = { ...defaultSettings(), dataset, data: defaultValues(shelf) };
      const load = fetchFrom(`${location.origin}/`);
      const samples = await shelf.sample(settings.data, stream(1, `data ${dataset}`), load);
      const run = (create: CreateEngine): Promise<First> =>
        firstSteps(createSession(create, samples, structureOf(settings), knobsOf(settings)));
      const [made, reference, again] = [
        await on(executor, run),
        await on(REFERENCE, run),
        await on(REFERENCE_AGAIN, run),
      ];
      for (const part of gradientDifference(made.gradient, reference.gradient, 4))
        expect(part).toBeLessThan(OF_GRADIENT);
      expect(differences(made, reference, again)).toEqual([]);
    },
    PLAINEST_BACKEND,
  );

  const adam: Optimizer = { type: 'adam' };
  const sgd: Optimizer = { type: 'sgd', momentum: 0.9 };
  test.each([
    { mlp: [7, 5, 3], classes: 3, activation: 'tanh', optimizer: adam, rate: 1e-3, lanes: 1, batch: 9 },
    { mlp: [4, 2], classes: 2, activation: 'relu', optimizer: adam, rate: 1e-3, lanes: 2, batch: 16 },
    { mlp: [3, 8, 7, 6, 2], classes: 10, activation: 'tanh', optimizer: sgd, rate: 1e-3, lanes: 6, batch: 1 },
    { mlp: [9, 3, 11, 3], classes: 10, activation: 'relu', optimizer: sgd, rate: 2e-2, lanes: 5, batch: 33 },
    { mlp: [6, 17, 2], classes: 7, activation: 'tanh', optimizer: adam, rate: 1e-3, lanes: 3, batch: 512 },
  ] as const)('on a network $mlp of $classes classes, batch $batch', async ({ mlp, rate, ...rest }) => {
    const { lanes, classes, batch } = rest;
    const [inputs, hidden] = [mlp[0], mlp.slice(1, -1)];
    const dim = mlp.at(-1) === 3 ? 3 : 2;
    const shape = { ...rest, inputs, hidden, dim } as const;
    const random = stream(1, 'agreement');
    const count = 600;
    const y = Uint8Array.from({ length: count }, (_, i) => i % classes);
    const x = Float32Array.from({ length: count * inputs }, () => normal(random));
    const margins = Array.from({ length: lanes }, (_, i) => {
      const loss = LOSSES[i % LOSSES.length];
      if (!loss) throw new Error('the shelf of losses is empty');
      return compile(loss, defaultConfig(loss, { classes, dim }));
    });
    const one = initialParameters(shape, 'even', 1);
    const initial = Float32Array.from({ length: lanes * one.length }, (_, i) => one[i % one.length] ?? 0);
    const spec: EngineSpec = { ...shape, x, y, initial };
    const knobs = { lanes: margins, learningRate: rate, batchSize: batch };
    const run = (create: CreateEngine): Promise<First> => {
      const engine = create(spec);
      return firstSteps({ engine, trainer: createTrainer(engine, createBatches(count, 1), knobs) });
    };
    const [made, reference] = [await on(executor, run), await on(REFERENCE, run)];
    for (const part of gradientDifference(made.gradient, reference.gradient, lanes))
      expect(part).toBeLessThan(OF_GRADIENT);
    expect(differences(made, reference, reference)).toEqual([]);
  });
});
