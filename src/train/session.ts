import type { Samples } from '../data/dataset';
import { withHeldOut } from '../data/heldOut';
import { createBatches } from './batches';
import { centreEmbeddings } from './centring';
import type { CreateEngine, Engine, EngineState, Frozen } from './engine';
import { createKept } from './kept';
import { initialParameters } from './layout';
import type { Checkpoint, Knobs, Moment, Snapshot, Structure } from './protocol';
import { pickLanes } from './state';
import { createTrainer, type Trainer } from './trainer';

/** A trainer on an executor, and the snapshots that can be taken of it. */
export interface Session {
  readonly trainer: Trainer;
  readonly engine: Engine;
  /** How many samples there are, those held out among them. */
  readonly count: number;
  /** All that another session needs to go on from here. */
  checkpoint(): Promise<Checkpoint>;
  /** Keeps the state of now, if it is time for that. */
  keep(): Promise<void>;
  /** Puts a lane back to its newest kept state at or before a step: which step that is; null if there is none. */
  goBack(lane: number, step: number): number | null;
  /** Goes on with these lanes, in this order. */
  arrange(order: readonly number[], knobs: Knobs): void;
  /** Begins a snapshot of all samples at the step of now; training may go on while it is taken. */
  survey(): Survey;
  /** The minibatch just used, and the centres. */
  glance(): Promise<Look | null>;
}

/** A snapshot, but for what only the pacer knows. */
export type Look = Omit<Snapshot, 'run' | 'rate'>;

/** All samples' embeddings by the networks of one step, taken a part at a time. */
export interface Survey {
  /** Embeds some more; the whole snapshot once all are there. */
  more(count: number): Promise<Look | null>;
  cancel(): void;
}

/** The same network for all lanes, which have not been moved yet. */
function initialState(one: Float32Array, lanes: number): EngineState {
  const parameters = new Float32Array(lanes * one.length);
  for (let lane = 0; lane < lanes; lane++) parameters.set(one, lane * one.length);
  return { parameters, m: new Float32Array(parameters.length), v: new Float32Array(parameters.length) };
}

/** Builds the engine, all lanes from one initial network, or from where another session stood. */
export function createSession(
  create: CreateEngine,
  samples: Samples,
  structure: Structure,
  knobs: Knobs,
  from?: Checkpoint,
): Session {
  const { x, y } = withHeldOut(samples);
  const count = y.length;
  const { dim } = structure;
  const shape = {
    inputs: samples.shape.reduce((a, b) => a * b, 1),
    hidden: structure.hidden,
    dim,
    classes: samples.classes.length,
  };
  const one = initialParameters(shape, structure.centres, structure.seed);
  const { activation, optimizer } = structure;
  if (structure.embedding === 'centred') centreEmbeddings(one, shape, activation, samples);
  const lanes = knobs.lanes.length;
  const initial = initialState(one, lanes);
  const engine = create({
    ...shape,
    lanes,
    activation,
    optimizer,
    x,
    y,
    initial: initial.parameters,
  });
  for (let lane = 0; from && lane < lanes; lane++) engine.restore(lane, pickLanes(from.state, lanes, [lane]));
  const batches = createBatches(samples.trainCount, structure.seed, from?.batches);
  const trainer = createTrainer(engine, batches, knobs, from);

  const moment = async (frozen: Frozen, step: number, times: readonly number[]): Promise<Moment> => ({
    step,
    times,
    ...(await frozen.head()),
  });

  const kept = createKept(lanes);
  // A lane can always go back to the start: it is made from the seed, also where a run goes on from later.
  kept.keep(0, initial);
  if (from) kept.keep(from.step, from.state);
  /** Whoever gets a glance may give its arrays away: a step is glanced at only once. */
  let glanced = -1;
  return {
    trainer,
    engine,
    count,
    async checkpoint() {
      const now = { step: trainer.step, lanes: trainer.courses, batches: batches.state() };
      return { ...now, state: await engine.state() };
    },
    async keep() {
      const { step } = trainer;
      if (kept.due(step)) kept.keep(step, await engine.state());
    },
    goBack(lane, step) {
      const found = kept.find(lane, step);
      if (!found) return null;
      engine.restore(lane, found.state);
      return found.step;
    },
    arrange(order, next) {
      trainer.arrange(order, next);
      kept.arrange(order);
    },
    async glance() {
      const { step, times } = trainer;
      if (step === glanced) return null;
      glanced = step;
      const frozen = engine.freeze();
      const result = await trainer.result();
      const now = await moment(frozen, step, times);
      frozen.release();
      return (
        result && { ...now, points: { type: 'batch', samples: result.samples, features: result.features } }
      );
    },
    survey() {
      const { step, times } = trainer;
      const lanes = times.length;
      const frozen = engine.freeze();
      const features = new Float32Array(lanes * count * dim);
      let done = 0;
      let released = false;
      const release = () => {
        if (!released) frozen.release();
        released = true;
      };
      return {
        async more(howMany) {
          const size = Math.min(howMany, count - done);
          const part = await frozen.embed(done, size);
          if (released) return null;
          for (let lane = 0; lane < lanes; lane++) {
            features.set(
              part.subarray(lane * size * dim, (lane + 1) * size * dim),
              (lane * count + done) * dim,
            );
          }
          done += size;
          if (done < count) return null;
          const now = await moment(frozen, step, times);
          release();
          return { ...now, points: { type: 'all', features } };
        },
        cancel: release,
      };
    },
  };
}
