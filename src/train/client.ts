import { arrangeCheckpoint } from './checkpoint';
import { beginLife, type Life } from './life';
import type { Checkpoint, Knobs, Reply, Request, Structure, Trouble } from './protocol';
import { PATIENCE } from './watch';

/** What the page hears of its run. */
export type News =
  | Exclude<Reply, { readonly type: 'broke' | 'alive' | 'failed' }>
  /** The worker has ended, and another goes on from an earlier step. */
  | {
      readonly type: 'interrupted';
      readonly trouble: Trouble;
      readonly message: string;
      readonly step: number;
      /** [lanes] which of them stand still. */
      readonly held: readonly boolean[];
    }
  /** Nothing goes on. `step`: the run is kept as of then; null if there is nothing to keep. */
  | {
      readonly type: 'failed';
      readonly trouble: Trouble | 'notReady';
      readonly message: string;
      readonly step: number | null;
    };

/** The page's end of the worker: says what should run, hears what came of it, and outlives any worker. */
export interface TrainerClient {
  /** Begins a new run, from the seed or from a state of another; replies of older ones are dropped from now on. */
  start(structure: Structure, knobs: Knobs, from?: Checkpoint): void;
  /** Goes on with the run on another engine, or after it has failed: from where it stands, or its newest checkpoint. */
  goOn(structure: Structure, knobs: Knobs): void;
  tune(knobs: Knobs): void;
  /** Goes on with these lanes, in this order; replies about other lanes are dropped from now on. */
  arrange(order: readonly number[], knobs: Knobs): void;
  /** A lane goes on from its newest kept network at or before a step. */
  goBack(lane: number, step: number): void;
  play(pace: number | null, until: number): void;
  pause(): void;
  step(): void;
  /** To be called when a snapshot has been drawn: only then comes the next. */
  drawn(): void;
}

/** So many workers in a row may end before the run has come any further. */
const MOST_ENDS = 3;
/** WebGL that was lost longer ago, ms, was lost for another reason: a laptop that sleeps, not a driver that fails. */
const LATELY = 10 * 60_000;

/** One worker at a time for the page's whole life (StrictMode mounts twice); another when it ends. */
export function createClient(onNews: (news: News) => void, patience = PATIENCE): TrainerClient {
  let run = 0;
  /** The run that the one of now goes on. */
  let origin = 0;
  let task: { readonly structure: Structure; readonly knobs: Knobs } | null = null;
  /** What the worker was last asked to do. */
  let going: Extract<Request, { type: 'play' }> | null = null;
  let checkpoint: Checkpoint | null = null;
  let life: Life | null = null;
  let started = false;
  let ends = 0;
  let losses: number[] = [];

  const post = (request: Request): void => life?.post(request);

  /** Lets a worker, a new one if there is none, begin with what is known of the run. */
  function launch(): void {
    if (!task) return;
    run++;
    started = false;
    life ??= beginLife({ heard, ended }, patience);
    losses = losses.filter((time) => performance.now() - time < LATELY);
    const { structure, knobs } = task;
    const at = { run, origin, base: document.baseURI, from: checkpoint, losses: losses.length };
    post({ type: 'start', ...at, structure, knobs });
    if (going) post({ ...going, run });
  }

  function heard(reply: Exclude<Reply, { type: 'broke' }>): void {
    if (reply.type === 'alive') return;
    if ((reply.type === 'snapshot' ? reply.snapshot.run : reply.run) !== run) return;
    switch (reply.type) {
      case 'checkpoint':
        if (reply.checkpoint.step > (checkpoint?.step ?? 0)) ends = 0;
        checkpoint = reply.checkpoint;
        break;
      case 'failed':
        giveUp('notReady', reply.message);
        return;
      case 'started':
        started = true;
        break;
      case 'arrived':
        going = null;
    }
    onNews(reply);
  }

  function ended(trouble: Trouble, message: string): void {
    life = null;
    ends++;
    if (trouble === 'contextLost') losses.push(performance.now());
    if (trouble === 'noWorker' || ends >= MOST_ENDS) {
      giveUp(trouble, message);
      return;
    }
    const held = task?.knobs.lanes.map((_, lane) => checkpoint?.lanes[lane]?.held ?? false) ?? [];
    onNews({ type: 'interrupted', trouble, message, step: checkpoint?.step ?? 0, held });
    launch();
  }

  function giveUp(trouble: Trouble | 'notReady', message: string): void {
    life?.end();
    life = null;
    started = false;
    going = null;
    ends = 0;
    onNews({ type: 'failed', trouble, message, step: checkpoint?.step ?? null });
  }

  return {
    start(structure, knobs, from) {
      task = { structure, knobs };
      checkpoint = from ?? null;
      going = null;
      ends = 0;
      origin = run + 1;
      launch();
    },
    goOn(structure, knobs) {
      task = { structure, knobs };
      ends = 0;
      launch();
    },
    tune(knobs) {
      if (task) task = { ...task, knobs };
      post({ type: 'tune', run, knobs });
    },
    arrange(order, knobs) {
      if (task) task = { ...task, knobs };
      checkpoint &&= arrangeCheckpoint(checkpoint, order);
      if (started) {
        run++;
        post({ type: 'arrange', run, order, knobs });
      } else if (life) {
        // What the worker is about to go on from has other lanes.
        origin = run + 1;
        launch();
      }
    },
    goBack: (lane, step) => post({ type: 'goBack', run, lane, step }),
    play(pace, until) {
      going = { type: 'play', run, pace, until };
      post(going);
    },
    pause() {
      going = null;
      post({ type: 'pause', run });
    },
    step() {
      going = null;
      post({ type: 'step', run });
    },
    drawn: () => post({ type: 'drawn', run }),
  };
}
