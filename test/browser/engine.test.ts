import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { defaultValues } from '../../src/data/dataset';
import { DATASETS } from '../../src/datasets';
import { defaultSettings, knobsOf, structureOf } from '../../src/lab/settings';
import { stream } from '../../src/math/random';
import { choose } from '../../src/train/choose';
import type { EngineState } from '../../src/train/engine';
import { type Checkpoint, EXECUTORS, type Executor } from '../../src/train/protocol';
import { createSession } from '../../src/train/session';
import { type WasmMemories, watchWasmMemories } from '../tools/wasmMemories';

const dataset = DATASETS.identities;
if (!dataset) throw new Error('the shelf has no identities');
const settings = { ...defaultSettings(), dataset: 'identities', data: defaultValues(dataset) };
const samples = await dataset.sample(settings.data, stream(1, 'data identities'), () =>
  Promise.reject(new Error('identities load nothing')),
);

const open = async (executor: Executor, from?: Checkpoint) => {
  const chosen = await choose(executor);
  expect(chosen.executor).toBe(executor);
  return createSession(chosen.create, samples, structureOf(settings), knobsOf(settings), from);
};

/** WebAssembly adds in an order that depends on where its memory lies: its last digits differ from run to run. */
const LAST_DIGITS = 1e-5;

/** One lane's part of a state. */
function laneOf({ parameters, m, v }: EngineState, lane: number, lanes = 4): EngineState {
  const part = (all: Float32Array): Float32Array =>
    all.slice((lane * all.length) / lanes, ((lane + 1) * all.length) / lanes);
  return { parameters: part(parameters), m: part(m), v: part(v) };
}

/** TensorFlow.js's own count, which unlike tf.memory needs no backend: an executor may have none. */
const tensors = () => {
  const { numTensors, numBytes } = tf.engine().state;
  return { numTensors, numBytes };
};

describe.each(EXECUTORS)('on %s', (executor) => {
  let memories: WasmMemories;
  beforeAll(() => {
    memories = watchWasmMemories();
  });
  afterAll(() => {
    memories.stop();
    tf.disposeVariables();
  });

  test('a step, a snapshot and a moved slider leave no tensor and no byte behind', async () => {
    const { trainer, engine, glance, survey } = await open(executor);
    const knobs = knobsOf(settings);
    const round = async (scale: number): Promise<void> => {
      trainer.advance();
      trainer.tune({ ...knobs, lanes: knobs.lanes.map((lane) => ({ ...lane, s: lane.s * scale })) });
      trainer.advance();
      await glance();
      const looking = survey();
      while (!(await looking.more(1000)));
      const given = survey();
      await given.more(100);
      given.cancel();
    };
    // The first rounds make what is kept: the last step's results and the uploaded curves.
    await round(1);
    await round(1.1);
    const kept = () => ({ ...tensors(), memory: memories.bytes() });
    const before = kept();
    for (let i = 0; i < 5; i++) await round(1 + i / 10);
    expect(kept()).toEqual(before);
    engine.dispose();
  });

  test('a disposed executor gives everything back', async () => {
    const empty = (await open(executor)).engine;
    empty.dispose();
    const before = tensors();
    const { trainer, engine, glance } = await open(executor);
    trainer.advance();
    await glance();
    engine.dispose();
    expect(tensors()).toEqual(before);
  });

  test('all lanes start from one network, and a seed gives the same run again', async () => {
    const losses = async () => {
      const { trainer, engine, survey, count } = await open(executor);
      const first = await survey().more(count);
      if (first?.points.type !== 'all') throw new Error('a survey of everything is whole');
      const lane = first.points.features.length / 4;
      const features = Array.from({ length: 4 }, (_, l) =>
        first.points.features.subarray(l * lane, (l + 1) * lane),
      );
      for (const other of features) expect(other).toEqual(features[0]);
      const seen: number[][] = [];
      for (let step = 0; step < 5; step++) {
        trainer.advance();
        seen.push([...((await trainer.result())?.losses ?? [])]);
      }
      engine.dispose();
      return seen;
    };
    expect(await losses()).toEqual(await losses());
  });

  test('a margin that moves keeps the weights, and changes the loss of its own lane only', async () => {
    const moved = await open(executor);
    const still = await open(executor);
    const knobs = knobsOf(settings);
    const arc = knobs.lanes.length - 1;
    for (const { trainer } of [moved, still]) trainer.advance();
    moved.trainer.tune({
      ...knobs,
      lanes: knobs.lanes.map((lane, i) =>
        i === arc ? { ...lane, values: { ...lane.values, m2: 0.2 } } : lane,
      ),
    });
    const before = await Promise.all([moved, still].map(({ engine }) => engine.state()));
    expect(before[0]).toEqual(before[1]);
    for (const { trainer } of [moved, still]) trainer.advance();
    const [a, b] = await Promise.all([moved, still].map(({ trainer }) => trainer.result()));
    expect([...(a?.losses ?? [])].slice(0, arc)).toEqual([...(b?.losses ?? [])].slice(0, arc));
    // A smaller margin is easier to satisfy from the same weights.
    expect(a?.losses[arc]).toBeLessThan(b?.losses[arc] ?? 0);
    for (const { engine } of [moved, still]) engine.dispose();
  });

  test('a run that goes on from a checkpoint has its very state, and makes the steps that it would have made', async () => {
    const whole = await open(executor);
    for (let step = 0; step < 3; step++) whole.trainer.advance();
    const checkpoint = await whole.checkpoint();
    const later = await open(executor, checkpoint);
    expect(await later.checkpoint()).toEqual(checkpoint);
    for (const { trainer } of [whole, later]) for (let step = 0; step < 3; step++) trainer.advance();
    const [expected, losses] = await Promise.all(
      [whole, later].map(async ({ trainer }) => (await trainer.result())?.losses ?? []),
    );
    expected?.forEach((loss, lane) => {
      expect(Math.abs((losses?.[lane] ?? Number.NaN) / loss - 1)).toBeLessThan(LAST_DIGITS);
    });
    for (const { engine } of [whole, later]) engine.dispose();
  });

  test('a lane that stands still keeps its state, and one that is put back has its state of then', async () => {
    const { trainer, engine } = await open(executor);
    trainer.advance();
    const then = await engine.state();
    trainer.hold(1, true);
    trainer.advance();
    const now = await engine.state();
    expect(laneOf(now, 1)).toEqual(laneOf(then, 1));
    for (const lane of [0, 2, 3]) expect(laneOf(now, lane)).not.toEqual(laneOf(then, lane));
    engine.restore(2, laneOf(then, 2));
    const mended = await engine.state();
    expect(laneOf(mended, 2)).toEqual(laneOf(then, 2));
    for (const lane of [0, 1, 3]) expect(laneOf(mended, lane)).toEqual(laneOf(now, lane));
    engine.dispose();
  });

  test('a lane whose weights are no numbers has a loss that is none, and the others go on', async () => {
    const { trainer, engine } = await open(executor);
    const lane = laneOf(await engine.state(), 1);
    // The first weights only: they go through every activation.
    engine.restore(1, { ...lane, parameters: lane.parameters.fill(Number.NaN, 0, 16) });
    trainer.advance();
    const losses = (await trainer.result())?.losses ?? [];
    expect(Array.from(losses, Number.isFinite)).toEqual([true, false, true, true]);
    engine.dispose();
  });

  test('what is frozen stays as it was, whatever becomes of the lanes', async () => {
    const { trainer, engine } = await open(executor);
    const frozen = engine.freeze();
    const look = async () => [await frozen.head(), await frozen.embed(5, 37)];
    const then = await look();
    trainer.advance();
    engine.restore(0, laneOf(await engine.state(), 3));
    engine.arrange([3, 1]);
    expect(await look()).toEqual(then);
    frozen.release();
    engine.dispose();
  });

  test('lanes that are arranged anew go on as they would have', async () => {
    const [arranged, left] = [await open(executor), await open(executor)];
    for (const { trainer } of [arranged, left]) trainer.advance();
    const order = [3, 1];
    const knobs = knobsOf(settings);
    arranged.trainer.arrange(order, { ...knobs, lanes: order.flatMap((lane) => knobs.lanes[lane] ?? []) });
    for (const { trainer } of [arranged, left]) trainer.advance();
    const [a, b] = [await arranged.engine.state(), await left.engine.state()];
    order.forEach((lane, i) => {
      expect(laneOf(a, i, 2)).toEqual(laneOf(b, lane));
    });
    for (const { engine } of [arranged, left]) engine.dispose();
  });
});
