import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { bringSimd } from '../../../src/train/simd/simd';
import { type WasmMemories, watchWasmMemories } from '../../tools/wasmMemories';
import { CASES, headOf, moving, open, SAMPLES, step } from './cases';

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

const simd = await bringSimd();
const one = CASES[0]!;

describe('Memory', () => {
  let memories: WasmMemories;
  beforeEach(() => {
    memories = watchWasmMemories();
  });
  afterEach(() => memories.stop());

  test('does not grow by steps, sliders, looks, checkpoints and lanes that go', async () => {
    const engine = open(simd, one);
    const look = async (): Promise<void> => {
      const [glance, survey] = [engine.freeze(), engine.freeze()];
      await glance.head();
      glance.release();
      await survey.embed(0, SAMPLES);
      survey.release();
    };
    const heads = [headOf(4), headOf(5)];
    await look();
    const before = memories.bytes();
    for (let i = 0; i < 100; i++) {
      step(engine, i + 1, i, 1 + ((i * 37) % 512), moving(one));
      engine.setHead(i % 2, heads[i % 2]!);
      if (i % 20 === 0) await look();
    }
    const { parameters, m, v } = await engine.state();
    const size = parameters.length / one.lanes;
    engine.arrange([3, 1]);
    engine.restore(0, {
      parameters: parameters.slice(0, size),
      m: m.slice(0, size),
      v: v.slice(0, size),
    });
    step(engine, 101, 0, 64, [false, false]);
    await look();
    expect(memories.bytes()).toBe(before);
    expect(before).toBeGreaterThan(1e5);
  });

  test('goes when an engine is disposed, though the engine itself is still held', async () => {
    const disposed = open(simd, one);
    step(disposed, 1, 0, 64, moving(one));
    expect(memories.count()).toBe(1);
    disposed.dispose();
    // References that are weak hold until the end of the task in which they were made or read.
    await new Promise((resolve) => setTimeout(resolve));
    collectGarbage();
    expect(memories.count()).toBe(0);
    expect(() => disposed.freeze()).toThrow('disposed');
  });
});
