import type { Margin } from '../../../src/margin/compile';
import { sampleCurve } from '../../../src/margin/curve';
import { forceAt } from '../../../src/margin/force';
import { normal, stream } from '../../../src/math/random';
import type { CreateEngine, Engine, EngineSpec, LaneHead } from '../../../src/train/engine';
import { initialParameters, type Shape } from '../../../src/train/layout';
import { LANES } from '../lanes';

export interface Case extends Pick<EngineSpec, 'lanes' | 'activation' | 'optimizer'>, Shape {
  readonly dim: 2 | 3;
  /** The size of each step's batch. */
  readonly batches: readonly number[];
}

export const SAMPLES = 600;
export const RATE = 0.01;
const adam = { type: 'adam' } as const;
const sgd = { type: 'sgd', momentum: 0.9 } as const;

/** Widths that are no multiple of anything, and all that the page can ask for at its ends. */
export const CASES: readonly Case[] = [
  {
    inputs: 16,
    hidden: [32, 16],
    dim: 2,
    classes: 8,
    lanes: 4,
    activation: 'relu',
    optimizer: adam,
    batches: [64, 64, 64, 64],
  },
  {
    inputs: 5,
    hidden: [7, 3],
    dim: 3,
    classes: 10,
    lanes: 6,
    activation: 'tanh',
    optimizer: adam,
    batches: [1, 2, 3, 13],
  },
  {
    inputs: 1,
    hidden: [],
    dim: 2,
    classes: 2,
    lanes: 1,
    activation: 'relu',
    optimizer: sgd,
    batches: [512, 5, 512],
  },
  {
    inputs: 12,
    hidden: [9],
    dim: 2,
    classes: 3,
    lanes: 2,
    activation: 'tanh',
    optimizer: sgd,
    batches: [30, 511, 7],
  },
  {
    inputs: 4,
    hidden: [17, 25, 11],
    dim: 3,
    classes: 9,
    lanes: 3,
    activation: 'relu',
    optimizer: adam,
    batches: [100, 1, 128],
  },
];
/** Losses of the shelf, none twice. */
const marginOf = (lane: number): Margin => LANES[(lane * 5) % LANES.length]!.margin;

function specOf({ batches: _, ...rest }: Case): EngineSpec {
  const random = stream(1, 'simd');
  const one = initialParameters(rest, 'even', 1);
  const initial = new Float32Array(rest.lanes * one.length);
  for (let lane = 0; lane < rest.lanes; lane++) initial.set(one, lane * one.length);
  const x = Float32Array.from({ length: SAMPLES * rest.inputs }, () => normal(random));
  const y = Uint8Array.from({ length: SAMPLES }, () => Math.floor(random() * rest.classes));
  return { ...rest, x, y, initial };
}

/** The loss of a lane, as an engine is shown it. */
export const headOf = (lane: number): LaneHead => {
  const margin = marginOf(lane);
  return { ...margin, curve: sampleCurve(forceAt(margin)) };
};

/** An engine with its lanes' losses. */
export function open(create: CreateEngine, one: Case): Engine {
  const engine = create(specOf(one));
  for (let lane = 0; lane < one.lanes; lane++) {
    engine.setHead(lane, headOf(lane));
  }
  return engine;
}

/** One step on the samples from some number on. */
export function step(
  engine: Engine,
  update: number,
  from: number,
  size: number,
  still: readonly boolean[],
): void {
  const samples = Int32Array.from({ length: size }, (_, i) => (from + i) % SAMPLES);
  engine.step({ samples, update, learningRate: RATE, blends: still.map((_, lane) => 1 / (1 + lane)), still });
}

export const moving = ({ lanes }: Pick<Case, 'lanes'>): boolean[] =>
  Array.from({ length: lanes }, () => false);
