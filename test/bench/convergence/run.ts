import { marginOf } from '../../../src/lab/settings';
import type { Whole } from '../../../src/lab/whole';
import type { LaneConfig } from '../../../src/margin/loss';
import type { Knobs, Structure } from '../../../src/train/protocol';
import { createSession, type Session } from '../../../src/train/session';
import { bringSimd } from '../../../src/train/simd/simd';
import { accuracyOf, type Reading, readSplit } from './reading';
import type { Workload } from './workload';

/** What became of one lane of one seed. */
export interface Outcome {
  /** The first look at which 90 % of the training split were right; null when none was. */
  readonly t90: number | null;
  /** At the end. */
  readonly train: Reading;
  readonly test: Reading;
  /** The test split at every look of the second half: whether the end is the rule. */
  readonly late: readonly Reading[];
}

export type Running = Pick<Session, 'trainer' | 'engine'>;
/** Starts a run; by default as the page does. */
export type Open = (workload: Workload, structure: Structure, knobs: Knobs) => Running | Promise<Running>;

const asThePage: Open = async ({ samples }, structure, knobs) =>
  createSession(await bringSimd(), samples, structure, knobs);

/** Steps between two looks at all samples: the reference's. */
const LOOK_EVERY = 25;
const GOOD = 0.9;

/** All samples of all lanes, as of now. */
async function lookAt({ trainer, engine }: Running, count: number): Promise<Whole> {
  const frozen = engine.freeze();
  const features = await frozen.embed(0, count);
  const moment = { step: trainer.step, times: trainer.times, ...(await frozen.head()) };
  frozen.release();
  return { moment, features };
}

/** Trains the lanes side by side from one network and looks at them every few steps. */
async function train(
  workload: Workload,
  lanes: readonly LaneConfig[],
  seed: number,
  open: Open,
): Promise<Outcome[]> {
  const { samples, steps, hidden, activation, learningRate, batchSize, name, dim } = workload;
  const margins = lanes.map(marginOf);
  const structure: Structure = {
    dataset: name,
    data: {},
    dim,
    hidden,
    activation,
    optimizer: { type: 'adam' },
    seed,
    centres: 'even',
    embedding: 'drawn',
    executor: 'simd',
  };
  const running = await open(workload, structure, { lanes: margins, learningRate, batchSize });
  const t90: (number | null)[] = lanes.map(() => null);
  const late: Reading[][] = lanes.map(() => []);
  let whole = await lookAt(running, samples.y.length);
  while (running.trainer.step < steps) {
    for (let k = 0; k < LOOK_EVERY; k++) running.trainer.advance();
    whole = await lookAt(running, samples.y.length);
    margins.forEach((margin, lane) => {
      if (t90[lane] === null && accuracyOf(whole, samples, margin, lane, 'train') >= GOOD)
        t90[lane] = running.trainer.step;
      if (2 * running.trainer.step > steps) late[lane]?.push(readSplit(whole, samples, margin, lane, 'test'));
    });
  }
  running.engine.dispose();
  return margins.map((margin, lane) => ({
    t90: t90[lane] ?? null,
    train: readSplit(whole, samples, margin, lane, 'train'),
    test: readSplit(whole, samples, margin, lane, 'test'),
    late: late[lane] ?? [],
  }));
}

/** Every seed of a workload. [lanes][seeds] */
export async function trainSeeds(
  workload: Workload,
  lanes: readonly LaneConfig[],
  open: Open = asThePage,
): Promise<Outcome[][]> {
  const byLane: Outcome[][] = lanes.map(() => []);
  for (const seed of workload.seeds) {
    const outcomes = await train(workload, lanes, seed, open);
    outcomes.forEach((outcome, lane) => {
      byLane[lane]?.push(outcome);
    });
  }
  return byLane;
}
