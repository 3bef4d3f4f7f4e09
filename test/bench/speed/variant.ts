import type { Samples } from '../../../src/data/dataset';
import type { LaneConfig } from '../../../src/margin/loss';
import type { CreateEngine } from '../../../src/train/engine';
import type { Executor, Knobs, Structure } from '../../../src/train/protocol';

/** What a variant has to train: some of the page's lanes on a data set of the shelf. */
export interface Workload {
  readonly samples: Samples;
  readonly structure: Structure;
  readonly knobs: Knobs;
  readonly lanes: readonly LaneConfig[];
}

/** A run that can be stepped. */
export interface Stepper {
  /** One Adam update of all lanes. */
  step(): void;
  /** Waits for all steps so far: the last losses. [lanes] nats */
  losses(): Promise<ArrayLike<number>>;
}

/** A way of making the steps: one file of `variants/`, called by the name of its file. */
export interface Variant {
  /** The executor to be brought beforehand, TensorFlow.js's backend with it. */
  readonly backend: Executor;
  /** `create` builds engines of that executor. */
  open(workload: Workload, create: CreateEngine): Stepper;
}
