import { describe, expect, test } from 'vitest';
import { defaultValues } from '../../src/data/dataset';
import { DATASETS } from '../../src/datasets';
import { defaultSettings, knobsOf, structureOf } from '../../src/lab/settings';
import { lossById } from '../../src/losses';
import { defaultConfig } from '../../src/margin/loss';
import { stream } from '../../src/math/random';
import { createBatches } from '../../src/train/batches';
import type { Checkpoint, Knobs } from '../../src/train/protocol';
import { createSession, type Session } from '../../src/train/session';
import { portableOn } from '../golden/backend';

const dataset = DATASETS.identities;
if (!dataset) throw new Error('the shelf has no identities');

const laneOf = (id: string, schedule?: string) => {
  const loss = lossById(id);
  if (!loss) throw new Error(`no loss ${id}`);
  const config = defaultConfig(loss, { classes: 8, dim: 2 });
  return schedule ? { ...config, options: { ...config.options, schedule } } : config;
};

/** Both kinds of schedule, a loss without, and 400 samples in batches of 64: a shuffle every six steps. */
const settings = {
  ...defaultSettings(),
  dataset: 'identities',
  data: { ...defaultValues(dataset), perClass: 50, testPerClass: 20 },
  lanes: [laneOf('sphereFace'), laneOf('arcFace', 'ramp'), laneOf('softmax')],
  batchSize: 64,
};
const knobs = knobsOf(settings);
const samples = await dataset.sample(settings.data, stream(1, 'data identities'), () =>
  Promise.reject(new Error('identities load nothing')),
);
// TensorFlow.js's own JavaScript: its WebAssembly adds in an order that depends on where its memory lies.
const create = await portableOn('cpu');

const open = (from?: Checkpoint, now: Knobs = knobs): Session =>
  createSession(create, samples, structureOf(settings), now, from);

/** Steps, and the losses that they saw. */
async function advance({ trainer }: Session, steps: number): Promise<number[][]> {
  const losses: number[][] = [];
  for (let k = 0; k < steps; k++) {
    trainer.advance();
    losses.push([...((await trainer.result())?.losses ?? [])]);
  }
  return losses;
}
/** As it is after a message. */
const sent = async (session: Session): Promise<Checkpoint> => structuredClone(await session.checkpoint());

describe('From a checkpoint', () => {
  test('a run makes the very steps that it would have made, bit for bit', async () => {
    const whole = open();
    const expected = await advance(whole, 40);
    const first = open();
    const losses = await advance(first, 20);
    const checkpoint = await sent(first);
    first.engine.dispose();
    const second = open(checkpoint);
    expect(second.trainer.step).toBe(20);
    losses.push(...(await advance(second, 20)));
    expect(losses).toEqual(expected);
    expect(await second.checkpoint()).toEqual(await whole.checkpoint());
    whole.engine.dispose();
    second.engine.dispose();
  }, 30_000);

  test('a lane that stood still stands still, and can go back to the start', async () => {
    const first = open();
    await advance(first, 2);
    first.trainer.hold(1, true);
    const checkpoint = await sent(first);
    const second = open(checkpoint);
    expect(second.trainer.held).toEqual([false, true, false]);
    await advance(second, 1);
    const size = checkpoint.state.parameters.length / 3;
    const lane = ({ state }: Checkpoint) => state.parameters.slice(size, 2 * size);
    expect(lane(await second.checkpoint())).toEqual(lane(checkpoint));
    expect(second.goBack(1, 1)).toBe(0);
    expect(lane(await second.checkpoint())).toEqual(lane(await open().checkpoint()));
  });

  test('a lane that has another loss by now begins its schedule, and the others go on with theirs', async () => {
    const first = open();
    await advance(first, 5);
    const lanes = [laneOf('sphereFace'), laneOf('cosFace'), laneOf('softmax')];
    const second = open(await sent(first), knobsOf({ ...settings, lanes }));
    expect(second.trainer.times).toEqual([5, 0, 5]);
  });

  test('other sessions are not changed by going on', async () => {
    const first = open();
    await advance(first, 7);
    const checkpoint = await first.checkpoint();
    const copy = structuredClone(checkpoint);
    await advance(open(checkpoint), 7);
    expect(checkpoint).toEqual(copy);
    expect(await first.checkpoint()).toEqual(copy);
  });
});

test('A stream goes on from any place', () => {
  const from = stream(3, 'x');
  const numbers = Array.from({ length: 50 }, from);
  for (const drawn of [0, 1, 17]) {
    const later = stream(3, 'x', drawn);
    expect(numbers.slice(drawn)).toEqual(Array.from({ length: 50 - drawn }, later));
  }
});

test('Batches go on from any place, within an epoch and at its end', () => {
  const all = createBatches(20, 1);
  const expected = Array.from({ length: 30 }, () => all.next(8));
  for (const made of [0, 1, 2, 13]) {
    const first = createBatches(20, 1);
    for (let k = 0; k < made; k++) first.next(8);
    const later = createBatches(20, 1, structuredClone(first.state()));
    expect(Array.from({ length: 30 - made }, () => later.next(8))).toEqual(expected.slice(made));
  }
});
