import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import * as tf from '@tensorflow/tfjs-core';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { LOSSES } from '../../src/losses';
import { compile, type Margin } from '../../src/margin/compile';
import { defaultConfig } from '../../src/margin/loss';
import { normal, stream } from '../../src/math/random';
import { createBatches } from '../../src/train/batches';
import { choose } from '../../src/train/choose';
import type { CreateEngine, Engine } from '../../src/train/engine';
import { initialParameters } from '../../src/train/layout';
import { createTrainer, type Trainer } from '../../src/train/trainer';

let create: CreateEngine;
let backend: MathBackendWebGL;
beforeAll(async () => {
  const chosen = await choose('fused');
  expect(chosen.executor).toBe('fused');
  create = chosen.create;
  // The backend that the fused executor brought is this class.
  backend = tf.backend() as MathBackendWebGL;
});
afterEach(() => void vi.restoreAllMocks());

const margins = (count: number, first = 0): Margin[] =>
  Array.from({ length: count }, (_, i) => {
    const loss = LOSSES[(first + i) % LOSSES.length];
    if (!loss) throw new Error('the shelf of losses is empty');
    return compile(loss, defaultConfig(loss, { classes: 8, dim: 2 }));
  });

const PAGE = { inputs: 16, hidden: [32, 16], lanes: 4, batch: 128, count: 400 };

function open(wanted: Partial<typeof PAGE> = {}): { engine: Engine; trainer: Trainer } {
  const { inputs, hidden, lanes, batch, count } = { ...PAGE, ...wanted };
  const shape = { inputs, hidden, dim: 2, classes: 8 } as const;
  const random = stream(1, 'fused');
  const one = initialParameters(shape, 'even', 1);
  const engine = create({
    ...shape,
    lanes,
    activation: 'relu',
    optimizer: { type: 'adam' },
    x: Float32Array.from({ length: count * inputs }, () => normal(random)),
    y: Uint8Array.from({ length: count }, (_, i) => i % 8),
    initial: Float32Array.from({ length: lanes * one.length }, (_, i) => one[i % one.length] ?? 0),
  });
  const knobs = { lanes: margins(lanes), learningRate: 1e-3, batchSize: batch };
  return { engine, trainer: createTrainer(engine, createBatches(count, 1), knobs) };
}

/** How many programs one step runs. */
function programs(trainer: Trainer): number {
  const run = vi.spyOn(backend, 'runWebGLProgram');
  trainer.advance();
  const calls = run.mock.calls.length;
  run.mockRestore();
  return calls;
}

describe('A fused step', () => {
  test.each([[], [5], [32, 16], [4, 4, 4]])('is 4 programs and 2 for each hidden layer: %j', (...hidden) => {
    const { engine, trainer } = open({ hidden });
    // The first one, and one like all others.
    expect([programs(trainer), programs(trainer)]).toEqual(Array(2).fill(4 + 2 * hidden.length));
    engine.dispose();
  });

  test('is as many programs for one lane as for six', () => {
    const counts = [1, 6].map((lanes) => {
      const { engine, trainer } = open({ lanes });
      const count = programs(trainer);
      engine.dispose();
      return count;
    });
    expect(counts).toEqual([8, 8]);
  });

  test('compiles nothing for another batch size, rate, margin, loss, network or number of lanes', () => {
    const before = open();
    before.trainer.advance();
    before.engine.arrange([0, 1, 2, 3]);
    const compile = vi.spyOn(backend.getGPGPUContext(), 'createProgram');
    before.trainer.tune({ lanes: margins(4, 2), learningRate: 0.1, batchSize: 77 });
    before.trainer.advance();
    before.engine.arrange([2, 0]);
    const after = open({ inputs: 9, hidden: [7, 30], lanes: 6, batch: 13 });
    after.trainer.advance();
    expect(compile).not.toHaveBeenCalled();
    // Another number of layers is another program: what is counted here can be counted.
    const deeper = open({ hidden: [8, 8, 8, 8] });
    deeper.trainer.advance();
    expect(compile).toHaveBeenCalled();
    for (const { engine } of [before, after, deeper]) engine.dispose();
  });

  test('leaves no tensor, no texture and no byte behind', () => {
    const { engine, trainer } = open();
    const held = () => {
      const textures = backend.getTextureManager();
      return {
        ...tf.memory(),
        data: backend.numDataIds(),
        textures: textures.getNumUsedTextures() + textures.getNumFreeTextures(),
      };
    };
    // Each step lends its textures to the next.
    for (let step = 0; step < 3; step++) trainer.advance();
    const before = held();
    for (let step = 0; step < 200; step++) trainer.advance();
    expect(held()).toEqual(before);
    engine.dispose();
  });
});

test('Eight thousand samples, a batch of 512 and six lanes fit where textures have 4096 texels a side', async () => {
  vi.spyOn(tf.env(), 'getNumber').mockImplementation((flag) =>
    flag === 'WEBGL_MAX_TEXTURE_SIZE' ? 4096 : Number(tf.env().get(flag)),
  );
  create = (await choose('fused')).create;
  const { engine, trainer } = open({ inputs: 196, hidden: [16, 8], lanes: 6, batch: 512, count: 8000 });
  trainer.advance();
  const features = await engine.freeze().embed(0, 8000);
  expect(features.length).toBe(6 * 8000 * 2);
  // All lanes start from one network; a step later they differ, but each has placed every sample somewhere.
  for (let i = 0; i < features.length; i += 2) expect(features[i] || features[i + 1]).not.toBe(0);
  expect(features.every(Number.isFinite)).toBe(true);
  engine.dispose();
});
