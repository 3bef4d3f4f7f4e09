import type { Margin } from '../margin/compile';
import type { Curve } from '../margin/curve';
import type { Shape } from './layout';
import type { Activation, Executor, Optimizer } from './protocol';

/** What an executor is built for; any change of it is a new executor. */
export interface EngineSpec extends Shape {
  readonly lanes: number;
  readonly activation: Activation;
  readonly optimizer: Optimizer;
  /** [n, inputs] all samples, training split first. */
  readonly x: Float32Array;
  /** [n] */
  readonly y: Uint8Array;
  /** [lanes, layout.size] */
  readonly initial: Float32Array;
}

/** A lane's loss as an executor knows it: a sampled curve and how the cosine is scaled. */
export interface LaneHead extends Pick<Margin, 'scale' | 's' | 'bias'> {
  readonly curve: Curve;
}

export interface StepInput {
  /** [batch] indices into x; the size may change from step to step. */
  readonly samples: Int32Array;
  /** Number of this update, from 1: Adam's t. */
  readonly update: number;
  readonly learningRate: number;
  /** [lanes] how much of each lane's curve acts: cosθ + a(ψ − cosθ). */
  readonly blends: readonly number[];
  /** [lanes] whether a lane stands still: its parameters stay as they are. */
  readonly still: readonly boolean[];
}

/** What one step leaves to read. */
export interface StepResult {
  /** [lanes] mean loss of the minibatch before the update, nats. */
  readonly losses: Float32Array;
  /** [lanes, batch, dim] embeddings of the minibatch before the update. */
  readonly features: Float32Array;
}

/** Everything that goes on from step to step. [lanes, layout.size] each; Adam's moments, or momentum in `m`. */
export interface EngineState {
  readonly parameters: Float32Array;
  readonly m: Float32Array;
  readonly v: Float32Array;
}

/** All lanes' networks as they were at one moment; training may go on meanwhile. */
export interface Frozen {
  /** [lanes, classes, dim] and [lanes, classes] */
  head(): Promise<{ readonly centres: Float32Array; readonly biases: Float32Array }>;
  /** [lanes, count, dim] embeddings of samples from ... from + count − 1. */
  embed(from: number, count: number): Promise<Float32Array>;
  /** To be called once, when nothing more is read. */
  release(): void;
}

/** One way of computing the steps of all lanes at once. All executors give the same numbers up to rounding. */
export interface Engine {
  readonly executor: Executor;
  /** Replaces a lane's loss between two steps: uploads a table, rebuilds nothing. */
  setHead(lane: number, head: LaneHead): void;
  step(input: StepInput): void;
  /** Of the last step. Waits for it. */
  result(): Promise<StepResult>;
  freeze(): Frozen;
  /** Goes on with these of its lanes, in this order: the others are dropped, none is added. */
  arrange(order: readonly number[]): void;
  state(): Promise<EngineState>;
  /** Gives one lane the state of another time; [layout.size] each. */
  restore(lane: number, state: EngineState): void;
  dispose(): void;
}

/** Builds an engine of one executor, which has been brought before (executors.ts). */
export type CreateEngine = (spec: EngineSpec) => Engine;
