import type { DataValues, Samples } from '../data/dataset';
import type { Margin } from '../margin/compile';
import type { CentreStart } from '../math/centres';
import type { BatchesState } from './batches';
import type { EngineState } from './engine';

/** How the weights move. */
export type Optimizer =
  /** Kingma & Ba; β .9 and .999, ε 1e-8 outside the root (PyTorch's). */
  | { readonly type: 'adam' }
  /** v ← momentum·v + g; w ← w − rate·v (PyTorch's, no dampening). */
  | { readonly type: 'sgd'; readonly momentum: number };

export type Activation = 'relu' | 'tanh';

/** Whether untrained embeddings stay where the drawn network puts them, or are moved to surround the origin. */
export const EMBEDDING_STARTS = ['drawn', 'centred'] as const;
export type EmbeddingStart = (typeof EMBEDDING_STARTS)[number];

/** What runs the steps: this project's own programs or kernels, or TensorFlow.js's stock operations on a backend. */
export const EXECUTORS = [
  'fused', // the whole step in a few programs of its own, on WebGL
  'simd', // ... in kernels of its own, in WebAssembly
  'webgl',
  'wasm',
  'cpu',
] as const;
export type Executor = (typeof EXECUTORS)[number];

/** Why it is this one; the page has the words. */
export type Reason =
  | 'gpu'
  /** It was clearly faster than WebGL in a short trial. */
  | 'trial'
  | 'softwareGl'
  | 'noGl'
  /** WebGL is there, and cannot hold what is needed. */
  | 'weakGl'
  /** WebGL was lost again and again. */
  | 'lostGl'
  | 'asked'
  /** What was asked for does not run here. */
  | 'instead'
  | 'lastResort';

/** Changing any of this starts a new run. */
export interface Structure {
  readonly dataset: string;
  readonly data: DataValues;
  readonly dim: 2 | 3;
  readonly hidden: readonly number[];
  readonly activation: Activation;
  readonly optimizer: Optimizer;
  /** Names the initial network and the batch order, shared by all lanes. */
  readonly seed: number;
  readonly centres: CentreStart;
  readonly embedding: EmbeddingStart;
  readonly executor: Executor | 'auto';
}

/** May change between two steps of one run; the weights stay. */
export interface Knobs {
  readonly lanes: readonly Margin[];
  readonly learningRate: number;
  readonly batchSize: number;
}

/** What a lane has behind it, besides its network. */
export interface LaneCourse {
  /** The loss that it had: its margin's kind. */
  readonly kind: string;
  /** Updates since it took that loss: time for its schedule. */
  readonly time: number;
  /** Whether it stands still. */
  readonly held: boolean;
}

/** All that a run needs to go on exactly as if nothing had happened. */
export interface Checkpoint {
  /** Updates made so far. */
  readonly step: number;
  readonly lanes: readonly LaneCourse[];
  readonly state: EngineState;
  readonly batches: BatchesState;
}

export type Request =
  /**
   * `base`: where the page's public files are. `origin`: the run that this one goes on, its own name for a new one.
   * The worker goes on from where that stands, if it has it; else from `from`; else from the seed.
   */
  | {
      readonly type: 'start';
      readonly run: number;
      readonly base: string;
      readonly structure: Structure;
      readonly knobs: Knobs;
      readonly origin: number;
      readonly from: Checkpoint | null;
      /** How often WebGL has been lost lately. */
      readonly losses: number;
    }
  /** Is the worker there? */
  | { readonly type: 'ask' }
  | { readonly type: 'tune'; readonly run: number; readonly knobs: Knobs }
  /** Goes on with these lanes of the run before, in this order, as a run of another name. */
  | {
      readonly type: 'arrange';
      readonly run: number;
      readonly order: readonly number[];
      readonly knobs: Knobs;
    }
  /** Puts a lane back to its newest kept network at or before a step, and lets it go on from there. */
  | { readonly type: 'goBack'; readonly run: number; readonly lane: number; readonly step: number }
  /** `pace`: steps a second; null for as fast as it can. Stands still when step `until` is reached. */
  | { readonly type: 'play'; readonly run: number; readonly pace: number | null; readonly until: number }
  | { readonly type: 'pause'; readonly run: number }
  | { readonly type: 'step'; readonly run: number }
  /** The page has drawn the last snapshot and can take another. */
  | { readonly type: 'drawn'; readonly run: number };

/** What belongs to one moment of all lanes. */
export interface Moment {
  /** Updates made so far. */
  readonly step: number;
  /** Updates since each lane took its loss: time for its schedule. [lanes] */
  readonly times: readonly number[];
  /** [lanes, classes, dim] */
  readonly centres: Float32Array;
  /** [lanes, classes] */
  readonly biases: Float32Array;
}

/** Only what the page cannot recompute. */
export interface Snapshot extends Moment {
  readonly run: number;
  /** Steps made per second of computing lately; null before the first. */
  readonly rate: number | null;
  /**
   * Some embeddings: those of the minibatch just used, as they were before its update, so at `step` − 1; or every
   * sample's, at `step` itself.
   */
  readonly points:
    | { readonly type: 'batch'; readonly samples: Int32Array; readonly features: Float32Array }
    | { readonly type: 'all'; readonly features: Float32Array };
}

export type Reply =
  | {
      readonly type: 'started';
      readonly run: number;
      readonly executor: Executor;
      readonly reason: Reason;
      readonly renderer: string;
      readonly data: Samples;
      /** The step from which it goes on. */
      readonly step: number;
    }
  | { readonly type: 'snapshot'; readonly snapshot: Snapshot }
  /** A lane's loss stopped being a number at a step: it stands still with its network of step `from`. */
  | {
      readonly type: 'held';
      readonly run: number;
      readonly lane: number;
      readonly step: number;
      readonly from: number;
    }
  /** The step that `play` named is reached. */
  | { readonly type: 'arrived'; readonly run: number; readonly step: number; readonly until: number }
  /** A lane goes on, with its network of step `from`. */
  | {
      readonly type: 'wentBack';
      readonly run: number;
      readonly lane: number;
      readonly step: number;
      readonly from: number;
    }
  /** What the run can go on from, should this worker end. */
  | { readonly type: 'checkpoint'; readonly run: number; readonly checkpoint: Checkpoint }
  /** The run could not begin. */
  | { readonly type: 'failed'; readonly run: number; readonly message: string }
  /** This worker cannot go on, whatever it is asked for. */
  | { readonly type: 'broke'; readonly trouble: Trouble; readonly message: string }
  /** The answer to `ask`. */
  | { readonly type: 'alive' };

/** What can end a worker; the page has the words. */
export type Trouble =
  /** There are no workers in this browser, or it refuses them. */
  | 'noWorker'
  /** It was never heard of. */
  | 'cannotStart'
  /** An error that nobody had reckoned with. */
  | 'error'
  | 'memory'
  /** The WebGL context was taken away, and all that it held. */
  | 'contextLost'
  /** It no longer answers. */
  | 'silent';
