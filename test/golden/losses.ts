import type { Margin } from '../../src/margin/compile';
import { type Force, forceAt } from '../../src/margin/force';
import { type HeadInput, head } from '../../src/margin/head';
import { type Nested, type Report, type ReportWriter, relative, writeReport } from './report';
import type { Files, LossCase, Matrix } from './schema';
import { isPending, marginOf } from './shelf';
import { beside } from './sides';

/** README, section 7: |a − b| ≤ tolerance · max(1, |b|) unless a case carries its own. */
const TOLERANCE = { logits: 1e-9, loss: 1e-9, grad: 1e-8 };
/** A feature or a centre shorter than this has gradients so large that they are compared by the largest entry. */
const TINY_NORM = 1e-2;

const smallestNorm = (rows: Matrix): number => Math.min(...rows.map((row) => Math.hypot(...row)));
const largest = (values: Nested): number => Math.max(...values.flat().map(Math.abs));

const inputOf = ({ inputs: { x, W, b, labels } }: LossCase): HeadInput => ({
  x: x.flat(),
  w: W.flat(),
  b,
  y: labels,
  n: x.length,
  classes: W.length,
  dim: W[0]?.length ?? 0,
});

function compareCase(to: ReportWriter, at: string, record: LossCase, margin: Margin, force: Force): void {
  const input = inputOf(record);
  const { rows, meanLoss, gradient } = head(input, { ...margin, force });
  const { outputs } = record;
  const { logits, loss, grad } = record.tolerance ?? TOLERANCE;

  const byEntry = (tolerance: number) => (value: number) => relative(tolerance, value);
  for (const name of ['cos', 'logits', 'marginLogits'] as const) {
    const got = rows.flatMap((row) => [...row[name]]);
    to.array(`${at}.${name}`, got, outputs[name], byEntry(logits));
  }
  const perSample = rows.map((row) => row.loss);
  to.array(`${at}.perSampleLoss`, perSample, outputs.perSampleLoss, byEntry(loss));
  to.number(`${at}.meanLoss`, meanLoss, outputs.meanLoss, relative(loss, outputs.meanLoss));

  const tiny = Math.min(smallestNorm(record.inputs.x), smallestNorm(record.inputs.W)) < TINY_NORM;
  const gradients = [
    ['gradX', gradient.x, outputs.gradX],
    ['gradW', gradient.w, outputs.gradW],
    ['gradB', gradient.b, outputs.gradB],
  ] as const;
  for (const [name, got, expected] of gradients) {
    const where = `${at}.${name}`;
    if (expected) {
      const whole = relative(Math.min(grad, TOLERANCE.grad), largest(expected));
      to.array(where, got, expected, tiny ? () => whole : byEntry(grad));
    } else if (name === 'gradB') {
      // Without biases theirs is zero; elsewhere null is a place without a gradient, where it must still be a number.
      to.same(where, got.every((value) => value === 0) ? null : 'not zero', null);
    } else to.same(where, got.every(Number.isFinite) ? null : 'not finite', null);
  }
}

function checkCase(at: string, record: LossCase): Report {
  const margin = marginOf(record.loss, record.config);
  // A record is one moment: its λ does not change, and t = 1 is as good as any.
  const force = forceAt(margin, 1);
  const compare = (side: Force): Report => {
    const to = writeReport();
    compareCase(to, at, record, margin, side);
    return to.report;
  };
  const asItIs = compare(force);
  const agrees = ({ mismatches }: Report): boolean => mismatches.length === 0;
  if (agrees(asItIs)) return asItIs;
  return ([-1, 1] as const).map((side) => compare(beside(force, side))).find(agrees) ?? asItIs;
}

/** losses.json against the double-precision head. */
export function checkLosses({ cases }: Files['losses.json']): Report {
  const to = writeReport();
  cases.forEach((record, i) => {
    if (isPending(record.loss)) to.pending(`cases.${i}`, record.loss);
    else to.attempt(`cases.${i}`, () => to.add(checkCase(`cases.${i}.outputs`, record)));
  });
  return to.report;
}
