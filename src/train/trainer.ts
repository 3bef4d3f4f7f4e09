import type { Margin } from '../margin/compile';
import { type Curve, sampleCurve } from '../margin/curve';
import { blendAt, rampAt, unblended } from '../margin/force';
import type { Batches } from './batches';
import type { Engine, StepResult } from './engine';
import type { Checkpoint, Knobs, LaneCourse } from './protocol';

/** A run: an executor, the order of the batches, and the lanes' losses with their schedules. Knows no clock. */
export interface Trainer {
  /** Updates made so far. */
  readonly step: number;
  /** [lanes] updates since each lane took its loss. */
  readonly times: readonly number[];
  readonly courses: readonly LaneCourse[];
  /** Replaces losses, learning rate and batch size between two steps; the weights stay. */
  tune(knobs: Knobs): void;
  /** Goes on with these lanes of before, in this order; `knobs` has as many. */
  arrange(order: readonly number[], knobs: Knobs): void;
  /** Lets a lane stand still, or go on. */
  hold(lane: number, still: boolean): void;
  /** [lanes] */
  readonly held: readonly boolean[];
  /** Makes one update of all lanes but those that stand still. */
  advance(): void;
  /** What the last update saw; null before the first. Waits for it. */
  result(): Promise<(StepResult & { readonly samples: Int32Array }) | null>;
}

/** `from`: goes on from there, on an engine and batches that stand there too; a lane of another loss takes it now. */
export function createTrainer(
  engine: Engine,
  batches: Pick<Batches, 'next'>,
  initial: Knobs,
  from?: Pick<Checkpoint, 'step' | 'lanes'>,
): Trainer {
  let knobs = initial;
  let step = from?.step ?? 0;
  let samples: Int32Array | null = null;
  /** Of the last step: read once, however often it is asked for. */
  let read: Promise<StepResult> | null = null;
  let since: number[] = initial.lanes.map(({ kind }, lane) => {
    const course = from?.lanes[lane];
    return course?.kind === kind ? step - course.time : step;
  });
  let curves: Curve[] = [];
  let held: boolean[] = initial.lanes.map((_, lane) => from?.lanes[lane]?.held ?? false);

  /** Shows a lane's margin of time t to the executor, as a curve without its blend. */
  function show(lane: number, margin: Margin, t: number): void {
    const curve = sampleCurve(unblended(margin, t), curves[lane]);
    curves[lane] = curve;
    engine.setHead(lane, { curve, scale: margin.scale, s: margin.s, bias: margin.bias });
  }
  const timeOf = (lane: number): number => step - (since[lane] ?? 0);

  initial.lanes.forEach((margin, lane) => {
    show(lane, margin, timeOf(lane) + 1);
  });

  return {
    get step() {
      return step;
    },
    get times() {
      return knobs.lanes.map((_, lane) => timeOf(lane));
    },
    get courses() {
      return knobs.lanes.map(({ kind }, lane) => ({ kind, time: timeOf(lane), held: held[lane] ?? false }));
    },
    tune(next) {
      next.lanes.forEach((margin, lane) => {
        const before = knobs.lanes[lane];
        if (JSON.stringify(before) === JSON.stringify(margin)) return; // a message brings copies
        if (before?.kind !== margin.kind) since[lane] = step;
        show(lane, margin, timeOf(lane) + 1);
      });
      knobs = next;
    },
    arrange(order, next) {
      engine.arrange(order);
      since = order.map((lane) => since[lane] ?? step);
      held = order.map((lane) => held[lane] ?? false);
      curves = order.flatMap((lane) => curves[lane] ?? []);
      knobs = { ...knobs, lanes: order.flatMap((lane) => knobs.lanes[lane] ?? []) };
      samples = null;
      this.tune(next);
    },
    get held() {
      return held;
    },
    hold(lane, still) {
      held = held.map((old, i) => (i === lane ? still : old));
    },
    advance() {
      step++;
      read = null;
      knobs.lanes.forEach((margin, lane) => {
        // A warm-up changes the formula's parameters at every step until it has ended, and one step beyond.
        if (rampAt(margin.schedule, timeOf(lane) - 1) < 1) show(lane, margin, timeOf(lane));
      });
      samples = batches.next(knobs.batchSize);
      engine.step({
        samples,
        update: step,
        learningRate: knobs.learningRate,
        blends: knobs.lanes.map((margin, lane) => blendAt(margin.schedule, timeOf(lane))),
        still: held,
      });
    },
    async result() {
      if (!samples) return null;
      const seen = samples;
      read ??= engine.result();
      return { ...(await read), samples: seen };
    },
  };
}
