import type { Samples } from '../data/dataset';
import type { Margin } from '../margin/compile';
import { pickRows } from '../math/rows';
import type { Moment, Snapshot } from '../train/protocol';
import { type Course, type CoursePoint, cutAt, follow, NO_COURSE } from './course';
import { keepLook } from './earlier';

/** All samples of all lanes at one step: what readings are taken from. */
export interface Whole {
  readonly moment: Moment;
  /** [lanes, n, dim] */
  readonly features: Float32Array;
}

/**
 * What changes at every step, kept outside React: figures read it when they paint. Embeddings are the newest known of
 * each sample, so they may belong to different steps; `whole` belongs to one.
 */
export interface Feed {
  readonly samples: Samples | null;
  readonly moment: Moment;
  /** [lanes, n, dim], or null before the first. */
  readonly features: Float32Array | null;
  /** [n] the step that each sample's embedding belongs to. */
  readonly steps: Int32Array;
  readonly whole: Whole | null;
  /** Some of what `whole` was: the run's start, and its newer half thinned out. */
  readonly earlier: readonly Whole[];
  /** Each lane's readings over the run. */
  readonly courses: readonly Course[];
  /** Steps per second of computing. */
  readonly rate: number | null;
}

export interface FeedStore {
  readonly now: Feed;
  /** A new run: nothing is known but where the centres start. */
  begin(moment: Moment): void;
  describe(samples: Samples): void;
  take(snapshot: Snapshot): void;
  /** A lane's readings were taken. Calls nobody back: whoever takes them tells of them. */
  record(lane: number, point: CoursePoint, margin: Margin): void;
  /** The run is back at an earlier step: what comes next is newer than all that is there. */
  rewind(step: number): void;
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
    earlier: [],
    courses: moment.times.map(() => NO_COURSE),
    rate: null,
  });
  let now = empty(initial);
  /** The step of the moment shown; −1 when any other replaces it. */
  let newest = initial.step;
  const become = (next: Feed): void => {
    now = next;
    for (const listener of listeners) listener();
  };

  /** Puts a minibatch's embeddings in the place of older ones. */
  function mix(samples: Int32Array, part: Float32Array, step: number): void {
    if (!now.features) return;
    const n = now.steps.length;
    const dim = now.features.length / (now.moment.times.length * n);
    const size = samples.length;
    for (let lane = 0; lane < now.moment.times.length; lane++) {
      for (let k = 0; k < size; k++) {
        const from = (lane * size + k) * dim;
        now.features.set(part.subarray(from, from + dim), (lane * n + (samples[k] ?? 0)) * dim);
      }
    }
    for (const sample of samples) now.steps[sample] = step;
  }

  return {
    get now() {
      return now;
    },
    begin(moment) {
      newest = moment.step;
      become(empty(moment));
    },
    describe: (samples) => become({ ...now, samples, steps: new Int32Array(samples.y.length).fill(-1) }),
    take({ points, rate, step, times, centres, biases }) {
      const moment = { step, times, centres, biases };
      if (points.type === 'batch') {
        mix(points.samples, points.features, step - 1);
        newest = step;
        become({ ...now, moment, rate });
        return;
      }
      const whole = { moment, features: points.features };
      // A survey takes a while: what minibatches brought meanwhile is newer.
      const features = points.features.slice();
      const steps = now.steps.slice();
      keepNewer(features, steps, now, step);
      const newer = step >= newest;
      newest = Math.max(step, newest);
      become({
        ...now,
        moment: newer ? moment : now.moment,
        features,
        steps,
        whole,
        earlier: keepLook(now.earlier, whole),
        rate,
      });
    },
    record(lane, point, margin) {
      const courses = now.courses.map((course, i) => (i === lane ? follow(course, point, margin) : course));
      now = { ...now, courses };
    },
    rewind(step) {
      newest = -1;
      become({
        ...now,
        steps: now.steps.map(() => -1),
        earlier: now.earlier.filter(({ moment }) => moment.step <= step),
        courses: now.courses.map((course) => cutAt(course, step)),
      });
    },
    arrange(order) {
      const { moment, features, whole, earlier, courses } = now;
      const lanes = moment.times.length;
      const arrangeWhole = (one: Whole): Whole => ({
        moment: arrangeMoment(one.moment, order),
        features: pickRows(one.features, lanes, order),
      });
      become({
        ...now,
        moment: arrangeMoment(moment, order),
        features: features && pickRows(features, lanes, order),
        whole: whole && arrangeWhole(whole),
        earlier: earlier.map(arrangeWhole),
        courses: order.map((lane) => courses[lane] ?? NO_COURSE),
      });
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

const arrangeMoment = ({ step, times, centres, biases }: Moment, order: readonly number[]): Moment => ({
  step,
  times: order.map((lane) => times[lane] ?? 0),
  centres: pickRows(centres, times.length, order),
  biases: pickRows(biases, times.length, order),
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
