import { describe, expect, test } from 'vitest';
import type { CreateEngine } from '../../../src/train/engine';
import { IN_NODE } from '../../golden/backend';
import { CASES, type Case, moving, open, RATE, SAMPLES, step } from './cases';

const simd = await IN_NODE.simd();

/** GEOMETRY's table for executors, and the golden trajectories' tolerance for parameters. */
const OF_LOSS = 2e-5;
const OF_RATE = 0.01;

const titled = CASES.map((one) => {
  const { inputs, hidden, dim, classes, lanes, activation, optimizer, batches } = one;
  const network = `${[inputs, ...hidden, dim].join('-')} ${activation}`;
  return [
    `${network}, ${classes} classes, ${lanes} lanes, ${optimizer.type}, batches ${batches}`,
    one,
  ] as const;
});

async function train(create: CreateEngine, one: Case) {
  const engine = open(create, one);
  const losses: number[][] = [];
  for (const [i, size] of one.batches.entries()) {
    step(engine, i + 1, 37 * i, size, moving(one));
    losses.push([...(await engine.result()).losses]);
  }
  const state = await engine.state();
  engine.dispose();
  return { losses, state };
}

/** Differences of two arrays, the largest last. */
const differences = (a: ArrayLike<number>, b: ArrayLike<number>): number[] =>
  Array.from(a, (value, i) => Math.abs(value - (b[i] ?? Number.NaN))).sort((p, q) => p - q);

describe.each(titled)('%s:', (_title, one) => {
  test('makes the steps of the readable reference', async () => {
    const [own, other] = [await train(simd, one), await train(await IN_NODE.cpu(), one)];
    own.losses.forEach((row, i) => {
      row.forEach((loss, lane) => {
        const expected = other.losses[i]?.[lane] ?? Number.NaN;
        expect(Math.abs(loss - expected)).toBeLessThanOrEqual(OF_LOSS * Math.max(1, expected));
      });
    });
    const apart = differences(own.state.parameters, other.state.parameters);
    // Adam makes a whole step of a gradient that is 0 but for rounding: a few parameters may go either way.
    const counted = one.optimizer.type === 'sgd' ? apart.length : Math.floor(0.995 * apart.length);
    expect(apart[counted - 1]).toBeLessThan(OF_RATE * RATE);
  });

  test('embeds a sample alike in a minibatch, in a survey, and alone', async () => {
    const engine = open(simd, one);
    step(engine, 1, 0, 9, moving(one));
    const frozen = engine.freeze();
    step(engine, 2, 20, 9, moving(one));
    const { features } = await engine.result();
    const whole = await frozen.embed(0, SAMPLES);
    const alone = await frozen.embed(23, 1);
    const size = one.dim;
    for (let lane = 0; lane < one.lanes; lane++) {
      const inBatch = features.slice((lane * 9 + 3) * size, (lane * 9 + 4) * size);
      const surveyed = whole.slice((lane * SAMPLES + 23) * size, (lane * SAMPLES + 24) * size);
      expect(surveyed).toEqual(inBatch);
      expect(alone.slice(lane * size, (lane + 1) * size)).toEqual(inBatch);
    }
    expect(new Set(whole).size).toBeGreaterThan(SAMPLES);
  });
});
