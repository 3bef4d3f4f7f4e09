import type { Margin } from '../../src/margin/compile';
import type { CreateEngine } from '../../src/train/engine';
import { trainLanes } from './lanes';
import { type Report, type ReportWriter, writeReport } from './report';
import type { Files, TrainingRun } from './schema';
import { isPending, marginOf } from './shelf';
import { compareWeights, type Run } from './training';

type TrainingFile = Files['training.json'];

/** Later steps amplify rounding too much to be compared. */
const STEPS = 10;
/** GEOMETRY's table for executors: 2e-5 · max(1, loss) up to this scale; beyond it 20 × the run's own float32Diff. */
const LARGE_SCALE = 30;
const OF_LOSS = 2e-5;
export const OF_FLOAT32_DIFF = 20;
/** Where that is more than 1 % of the loss it says nothing. */
const SAYS_NOTHING = 0.01;
/** Weights: a hundredth of Adam's step, which is the learning rate whatever the size of the gradient. */
const OF_RATE = 0.01;

/** How far a loss of the first steps may be off where the scale is not large. */
export const lossTolerance = (loss: number): number => OF_LOSS * Math.max(1, Math.abs(loss));

const isCompared = ({ loss, optimizer }: TrainingRun): boolean =>
  optimizer.name === 'adam' && !isPending(loss);

/** Trains every Adam run of the file through the trainer that the page uses; null for others. */
export async function trainOn(create: CreateEngine, file: TrainingFile): Promise<readonly (Run | null)[]> {
  const made = new Map<TrainingRun, Run>();
  const compared = file.runs.filter(isCompared);
  for (const rate of new Set(compared.map(({ optimizer }) => optimizer.lr))) {
    const group = compared.filter(({ optimizer }) => optimizer.lr === rate);
    const margins = group.map(({ loss, config }) => marginOf(loss, config));
    const trajectories = await trainLanes(create, file, margins, rate, STEPS);
    group.forEach((run, lane) => {
      made.set(run, { margin: margins[lane]!, trajectory: trajectories[lane]! });
    });
  }
  return file.runs.map((run) => made.get(run) ?? null);
}

/** The tolerance for one loss, or null where it says nothing. Lengths kept as the scale count as small. */
function toleranceOf(run: TrainingRun, { s }: Margin, loss: number): number | null {
  if (s <= LARGE_SCALE) return lossTolerance(loss);
  const tolerance = OF_FLOAT32_DIFF * run.float32Diff.losses;
  return tolerance > SAYS_NOTHING * Math.abs(loss) ? null : tolerance;
}

function compareRun(to: ReportWriter, at: string, run: TrainingRun, { margin, trajectory }: Run): void {
  run.losses.slice(0, STEPS).forEach((expected, k) => {
    const where = `${at}.losses.${k}`;
    const tolerance = toleranceOf(run, margin, expected);
    if (tolerance === null) to.skip(where, '20 × float32Diff is more than 1 % of the loss');
    else to.number(where, trajectory.losses[k] ?? Number.NaN, expected, tolerance);
  });
  for (const [step, weights] of Object.entries(run.weightsAfterStep)) {
    const own = trajectory.weights[Number(step) - 1];
    const where = `${at}.weightsAfterStep.${step}`;
    if (Number(step) <= STEPS) compareWeights(to, where, weights, own, OF_RATE * run.optimizer.lr);
  }
}

/** Compares the first steps of an executor's runs. */
export function compareFloat32(file: TrainingFile, made: readonly (Run | null)[]): Report {
  const to = writeReport();
  file.runs.forEach((run, i) => {
    const own = made[i];
    if (isPending(run.loss)) to.pending(`runs.${i}`, run.loss);
    else if (!own) to.skip(`runs.${i}`, 'no Adam run');
    else compareRun(to, `runs.${i}`, run, own);
  });
  return to.report;
}
