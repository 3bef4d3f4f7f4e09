import type { Samples } from '../data/dataset';
import { createBatches } from './batches';
import { centreEmbeddings } from './centring';
import type { CreateEngine, Engine, Frozen } from './engine';
import { createKept } from './kept';
import { initialParameters } from './layout';
import type { Knobs, Moment, Snapshot, Structure } from './protocol';
import { createTrainer, type Trainer } from './trainer';

/** A trainer on an executor, and the snapshots that can be taken of it. */
export interface Session {
  readonly trainer: Trainer;
  readonly engine: Engine;
  /** Keeps the state of now, if it is time for that. */
  keep(): Promise<void>;
  /** Puts a lane back to its newest kept state at or before a step: which step that is; null if there is none. */
  goBack(lane: number, step: number): number | null;
  /** Goes on with these lanes, in this order. */
  arrange(order: readonly number[], knobs: Knobs): void;
  /** Begins a snapshot of all samples at the step of now; training may go on while it is taken. */
  survey(): Survey;
  /** The minibatch just used, and the centres. */
  glance(): Promise<Omit<Snapshot, 'run' | 'rate'> | null>;
}

/** All samples' embeddings by the networks of one step, taken a part at a time. */
export interface Survey {
  /** Embeds some more; the whole snapshot once all are there. */
  more(count: number): Promise<Omit<Snapshot, 'run' | 'rate'> | null>;
  cancel(): void;
}

/** Builds the engine, all lanes from one initial network. */
export function createSession(
  create: CreateEngine,
  samples: Samples,
  structure: Structure,
  knobs: Knobs,
): Session {
  const count = samples.y.length;
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
  const initial = new Float32Array(lanes * one.length);
  for (let lane = 0; lane < lanes; lane++) initial.set(one, lane * one.length);
  const engine = create({
    ...shape,
    lanes,
    activation,
    optimizer,
    x: samples.x,
    y: samples.y,
    initial,
  });
  const trainer = createTrainer(engine, createBatches(samples.trainCount, structure.seed), knobs);

  const moment = async (frozen: Frozen, step: number, times: readonly number[]): Promise<Moment> => ({
    step,
    times,
    ...(await frozen.head()),
  });

  const kept = createKept(lanes);
  /** Whoever gets a glance may give its arrays away: a step is glanced at only once. */
  let glanced = -1;
  return {
    trainer,
    engine,
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
