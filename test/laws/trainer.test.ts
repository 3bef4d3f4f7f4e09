import { describe, expect, test } from 'vitest';
import { lossById } from '../../src/losses';
import { compile, type Margin } from '../../src/margin/compile';
import { type Curve, sampleCurve } from '../../src/margin/curve';
import { forceAt } from '../../src/margin/force';
import { defaultConfig } from '../../src/margin/loss';
import { createBatches } from '../../src/train/batches';
import type { Engine, StepInput } from '../../src/train/engine';
import { createTrainer, type Trainer } from '../../src/train/trainer';

function marginOf(id: string, schedule?: string): Margin {
  const loss = lossById(id);
  if (!loss) throw new Error(`no loss ${id}`);
  const config = defaultConfig(loss, { classes: 8, dim: 2 });
  return compile(loss, schedule ? { ...config, options: { ...config.options, schedule } } : config);
}

/** An executor that computes nothing and remembers what it is told. */
function listener(): { engine: Engine; curves: Curve[]; steps: StepInput[]; uploads: () => number } {
  const curves: Curve[] = [];
  const steps: StepInput[] = [];
  let uploads = 0;
  const never = (): never => {
    throw new Error('nothing is computed here');
  };
  const engine: Engine = {
    executor: 'cpu',
    setHead(lane, { curve }) {
      curves[lane] = curve.slice();
      uploads++;
    },
    step: (input) => void steps.push(input),
    arrange: never,
    restore: never,
    result: never,
    freeze: never,
    state: never,
    dispose: never,
  };
  return { engine, curves, steps, uploads: () => uploads };
}

const start = (engine: Engine, ...lanes: Margin[]): Trainer =>
  createTrainer(engine, createBatches(20, 1), { lanes, learningRate: 0.01, batchSize: 8 });
const times = (count: number, act: () => void): void => {
  for (let i = 0; i < count; i++) act();
};

describe('A lane that warms up', () => {
  test('is shown the margin of every step, to the last one', () => {
    const { engine, curves } = listener();
    const margin = marginOf('arcFace', 'ramp');
    const trainer = start(engine, margin);
    for (const t of [1, 2, 50]) {
      times(t - trainer.step, trainer.advance);
      expect(curves[0]).toEqual(sampleCurve(forceAt(margin, t)));
    }
    times(150, trainer.advance);
    expect(curves[0]).toEqual(sampleCurve(forceAt(margin)));
  });

  test('is left alone when it has warmed up', () => {
    const { engine, uploads } = listener();
    const trainer = start(engine, marginOf('arcFace', 'ramp'));
    times(150, trainer.advance);
    const before = uploads();
    times(50, trainer.advance);
    expect(uploads()).toBe(before);
  });
});

test('A lane that blends gets its share of the margin at each step: 1/(1 + λ_t), t from 1', () => {
  const { engine, steps, uploads } = listener();
  const trainer = start(engine, marginOf('sphereFace'), marginOf('cosFace'));
  times(3, trainer.advance);
  // λ_t = 100/(1 + .12 t).
  const shares = [1, 2, 3].map((t) => 1 / (1 + 100 / (1 + 0.12 * t)));
  steps.forEach(({ blends }, k) => {
    expect(blends[0]).toBeCloseTo(shares[k]!, 12);
    expect(blends[1]).toBe(1);
  });
  expect(uploads()).toBe(2);
});

describe('Tuning', () => {
  const knobs = { learningRate: 0.02, batchSize: 5 };

  test('a slider uploads that lane’s curve, and time goes on', () => {
    const { engine, curves, uploads } = listener();
    const [blend, plain] = [marginOf('sphereFace'), marginOf('cosFace')];
    const trainer = start(engine, blend, plain);
    times(10, trainer.advance);
    const moved: Margin = { ...plain, values: { ...plain.values, m3: 0.1 } };
    trainer.tune({ ...knobs, lanes: [structuredClone(blend), moved] });
    expect(uploads()).toBe(3);
    expect(curves[1]).toEqual(sampleCurve(forceAt(moved)));
    expect(trainer.times).toEqual([10, 10]);
  });

  test('another loss starts its schedule anew, the other lanes’ go on', () => {
    const { engine, steps } = listener();
    const trainer = start(engine, marginOf('arcFace'), marginOf('sphereFace'));
    times(10, trainer.advance);
    trainer.tune({ ...knobs, lanes: [marginOf('sphereFace'), marginOf('sphereFace')] });
    expect(trainer.times).toEqual([0, 10]);
    trainer.advance();
    const [first, eleventh] = [1, 11].map((t) => 1 / (1 + 100 / (1 + 0.12 * t)));
    expect(steps.at(-1)?.blends[0]).toBeCloseTo(first!, 12);
    expect(steps.at(-1)?.blends[1]).toBeCloseTo(eleventh!, 12);
  });

  test('the learning rate and the batch size act at the next step', () => {
    const { engine, steps } = listener();
    const trainer = start(engine, marginOf('cosFace'));
    trainer.advance();
    trainer.tune({ ...knobs, lanes: [marginOf('cosFace')] });
    trainer.advance();
    expect(steps.map(({ update }) => update)).toEqual([1, 2]);
    expect(steps.map(({ samples }) => samples.length)).toEqual([8, 5]);
    expect(steps.map(({ learningRate }) => learningRate)).toEqual([0.01, 0.02]);
  });
});

test('Before the first step there is no result', async () => {
  expect(await start(listener().engine, marginOf('cosFace')).result()).toBeNull();
});

describe('Batches', () => {
  test('go through all samples once an epoch, in an order of the seed', () => {
    const batches = createBatches(20, 1);
    const epoch = [batches.next(8), batches.next(8), batches.next(4)].flatMap((batch) => [...batch]);
    expect(epoch.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, i) => i));
    expect(createBatches(20, 1).next(8)).toEqual(Int32Array.from(epoch.slice(0, 8)));
    expect(createBatches(20, 2).next(8)).not.toEqual(Int32Array.from(epoch.slice(0, 8)));
  });

  test('never repeat a sample within one', () => {
    const batches = createBatches(20, 3);
    for (let i = 0; i < 50; i++) expect(new Set(batches.next(8)).size).toBe(8);
  });

  test('are no larger than the training split', () => {
    expect(createBatches(5, 1).next(64)).toHaveLength(5);
  });
});
