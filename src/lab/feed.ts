import type { Samples } from '../data/dataset';
import { countWithHeldOut } from '../data/heldOut';
import type { Margin } from '../margin/compile';
import { pickRows } from '../math/rows';
import type { Checkpoint, Moment, Snapshot } from '../train/protocol';
import { type Course, type CoursePoint, cutAt, follow, NO_COURSE } from './course';
import {
  arrangeHistory,
  goOnto,
  type History,
  historyUntil,
  keepCheckpoint,
  keepLook,
  NO_HISTORY,
} from './history';
import { arrangeMoment, arrangeWhole, type Whole } from './whole';

/**
 * What changes at every step, kept outside React: figures read it when they paint. Embeddings are the newest known of
 * each sample, so they may belong to different steps; `whole` belongs to one.
 */
export interface Feed {
  readonly samples: Samples | null;
  readonly moment: Moment;
  /** [lanes, n, dim], or null before the first. n: all samples, and behind them those held out. */
  readonly features: Float32Array | null;
  /** [n] the step that each sample's embedding belongs to. */
  readonly steps: Int32Array;
  readonly whole: Whole | null;
  readonly history: History;
  /** Each lane's readings over the run. */
  readonly courses: readonly Course[];
  /** Steps per second of computing. */
  readonly rate: number | null;
}

export interface FeedStore {
  /** What is shown: the run as it is, or a look back at it. */
  readonly now: Feed;
  /** The run as it is, whatever is shown. */
  readonly live: Feed;
  /** Shows a look back until another, or the run as it is for null. */
  look(back: Whole | null): void;
  /** A new run: nothing is known but where the centres start. */
  begin(moment: Moment): void;
  describe(samples: Samples): void;
  take(snapshot: Snapshot): void;
  /** A lane's readings were taken. Calls nobody back: whoever takes them tells of them. */
  record(lane: number, point: CoursePoint, margin: Margin): void;
  /** Keeps what the run can go on from. Nothing is shown of it, so nobody is called. */
  keep(checkpoint: Checkpoint): void;
  /**
   * The run is back at an earlier step: what was seen of later ones has not been, and what comes next is newer than all
   * that is there. `onto`: a look, and the state from which it goes on, of another way that the run once went.
   */
  rewind(step: number, onto?: { readonly look: Whole; readonly from: Checkpoint }): void;
  /** The same run with these of its lanes, in this order. */
  arrange(order: readonly number[]): void;
  /** Calls back after every change. Gives the way to stop that. */
  subscribe(listener: () => void): () => void;
}

export function createFeed(initial: Moment): FeedStore {
  const listeners = new Set<() => void>();
  const empty = (moment: Moment): Feed => ({
    samples: null,
    moment,
    features: null,
    steps: new Int32Array(0),
    whole: null,
    history: NO_HISTORY,
    courses: moment.times.map(() => NO_COURSE),
    rate: null,
  });
  let live = empty(initial);
  let back: Whole | null = null;
  let now = live;
  /** The step of the moment shown; −1 when any other replaces it. */
  let newest = initial.step;
  const become = (next: Feed): void => {
    live = next;
    now = back ? lookBack(live, back) : live;
    for (const listener of listeners) listener();
  };

  /** Puts a minibatch's embeddings in the place of older ones. */
  function mix(samples: Int32Array, part: Float32Array, step: number): void {
    if (!live.features) return;
    const n = live.steps.length;
    const dim = live.features.length / (live.moment.times.length * n);
    const size = samples.length;
    for (let lane = 0; lane < live.moment.times.length; lane++) {
      for (let k = 0; k < size; k++) {
        const from = (lane * size + k) * dim;
        live.features.set(part.subarray(from, from + dim), (lane * n + (samples[k] ?? 0)) * dim);
      }
    }
    for (const sample of samples) live.steps[sample] = step;
  }

  return {
    get now() {
      return now;
    },
    get live() {
      return live;
    },
    look(next) {
      back = next;
      become(live);
    },
    begin(moment) {
      newest = moment.step;
      back = null;
      become(empty(moment));
    },
    describe: (samples) =>
      become({ ...live, samples, steps: new Int32Array(countWithHeldOut(samples)).fill(-1) }),
    take({ points, rate, step, times, centres, biases }) {
      const moment = { step, times, centres, biases };
      if (points.type === 'batch') {
        mix(points.samples, points.features, step - 1);
        newest = step;
        become({ ...live, moment, rate });
        return;
      }
      const whole = { moment, features: points.features };
      // A survey takes a while: what minibatches brought meanwhile is newer.
      const features = points.features.slice();
      const steps = live.steps.slice();
      keepNewer(features, steps, live, step);
      const newer = step >= newest;
      newest = Math.max(step, newest);
      become({
        ...live,
        moment: newer ? moment : live.moment,
        features,
        steps,
        whole,
        history: keepLook(live.history, whole),
        rate,
      });
    },
    record(lane, point, margin) {
      const courses = live.courses.map((course, i) => (i === lane ? follow(course, point, margin) : course));
      live = { ...live, courses };
      now = back ? lookBack(live, back) : live;
    },
    keep(checkpoint) {
      live = { ...live, history: keepCheckpoint(live.history, checkpoint) };
      now = back ? lookBack(live, back) : live;
    },
    rewind(step, onto) {
      newest = -1;
      back = null;
      const left = historyUntil(live.history, step);
      const history = onto ? goOnto(left, onto.look, onto.from) : left;
      const whole = history.looks.at(-1);
      const seen = whole && { whole, moment: whole.moment, features: whole.features.slice() };
      const courses = live.courses.map((course) => cutAt(course, step));
      become({ ...live, ...seen, steps: live.steps.map(() => -1), history, courses });
    },
    arrange(order) {
      const { moment, features, whole, history, courses } = live;
      back &&= arrangeWhole(back, order);
      become({
        ...live,
        moment: arrangeMoment(moment, order),
        features: features && pickRows(features, moment.times.length, order),
        whole: whole && arrangeWhole(whole, order),
        history: arrangeHistory(history, order),
        courses: order.map((lane) => courses[lane] ?? NO_COURSE),
      });
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The feed as if the run stood where it is looked back at. */
const lookBack = (live: Feed, back: Whole): Feed => ({
  ...live,
  moment: back.moment,
  features: back.features,
  steps: live.steps.map(() => back.moment.step),
  whole: back,
});

/** Copies embeddings that are newer than `step` from the feed before, and marks the others as of `step`. */
function keepNewer(features: Float32Array, steps: Int32Array, before: Feed, step: number): void {
  const n = steps.length;
  const stride = features.length / n;
  const lanes = before.moment.times.length;
  const dim = stride / lanes;
  for (let i = 0; i < n; i++) {
    if (before.features && (steps[i] ?? -1) > step) {
      for (let lane = 0; lane < lanes; lane++) {
        const at = (lane * n + i) * dim;
        features.set(before.features.subarray(at, at + dim), at);
      }
    } else steps[i] = step;
  }
}
