import type { Margin } from '../../src/margin/compile';
import { lambdaAt, valuesAt } from '../../src/margin/force';
import { BLOCKS, type Parameters, type Trajectory, train } from './network';
import { type Report, type ReportWriter, writeReport } from './report';
import type { Files, TrainingRun, Weights } from './schema';
import { isPending, marginOf } from './shelf';

/** README, section 7: 1e-9 on losses and weights, times max(1, sensitivity/1000). */
const toleranceOf = ({ sensitivity }: TrainingRun): number => 1e-9 * Math.max(1, sensitivity / 1e3);
/** Schedules are arithmetic on a few numbers. */
const SCHEDULE = 1e-9;

type TrainingFile = Files['training.json'];

/** A run of the file as this project makes it. */
export interface Run {
  readonly margin: Margin;
  readonly trajectory: Trajectory;
}
/** null for a loss not built yet, or why it cannot be made. */
export type Made = Run | { readonly error: string } | null;

export const trainAll = (file: TrainingFile): readonly Made[] =>
  file.runs.map((run) => {
    if (isPending(run.loss)) return null;
    try {
      const margin = marginOf(run.loss, run.config);
      return { margin, trajectory: train(file, run, margin) };
    } catch (error) {
      return { error: String(error) };
    }
  });

/** Parameters after one step, block by block. */
export function compareWeights(
  to: ReportWriter,
  at: string,
  expected: Weights,
  made: Parameters | undefined,
  tolerance: number,
): void {
  const known: readonly string[] = BLOCKS;
  const unknown = Object.keys(expected).filter((name) => !known.includes(name));
  to.same(`${at}.keys`, unknown.join(' '), '');
  for (const block of BLOCKS) {
    const values = expected[block];
    if (values) to.array(`${at}.${block}`, made?.[block], values, () => tolerance);
  }
}

/** λ_t and m_t as the run's schedule gives them. */
function compareSchedule(to: ReportWriter, at: string, run: TrainingRun, margin: Margin): void {
  const { schedule } = margin;
  run.lambdaPerStep?.forEach((expected, i) => {
    const got = schedule.type === 'blend' ? lambdaAt(schedule, i + 1) : 0;
    to.number(`${at}.lambdaPerStep.${i}`, got, expected, SCHEDULE * Math.max(1, expected));
  });
  const [name = ''] = Object.keys(margin.neutral);
  run.marginPerStep?.forEach((expected, i) => {
    to.number(`${at}.marginPerStep.${i}`, valuesAt(margin, i + 1)[name] ?? Number.NaN, expected, SCHEDULE);
  });
}

function compareRun(to: ReportWriter, at: string, run: TrainingRun, { margin, trajectory }: Run): void {
  const tolerance = toleranceOf(run);
  compareSchedule(to, at, run, margin);
  to.array(`${at}.losses`, trajectory.losses, run.losses, () => tolerance);
  for (const [step, weights] of Object.entries(run.weightsAfterStep)) {
    const own = trajectory.weights[Number(step) - 1];
    compareWeights(to, `${at}.weightsAfterStep.${step}`, weights, own, tolerance);
  }
}

/** Compares runs made in double precision, step by step. */
export function compareTraining(file: TrainingFile, made: readonly Made[]): Report {
  const to = writeReport();
  file.runs.forEach((run, i) => {
    const own = made[i];
    if (!own) to.pending(`runs.${i}`, run.loss);
    else if ('error' in own) to.same(`runs.${i}`, own.error, 'a run');
    else compareRun(to, `runs.${i}`, run, own);
  });
  return to.report;
}

/** training.json in double precision. */
export const checkTraining = (file: TrainingFile): Report => compareTraining(file, trainAll(file));
