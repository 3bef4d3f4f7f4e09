import { diagnose } from '../../src/margin/diagnose';
import { forceAt } from '../../src/margin/force';
import { type Graph, graph, jumpSides } from '../../src/margin/graph';
import { DEGREE, toDegrees } from '../../src/math/angle';
import { type Report, type ReportWriter, relative, writeReport } from './report';
import type { CurveRecord, Files } from './schema';
import { marginsOf } from './shelf';

/** README, section 7: values and slopes 1e-9, points this near to a jump left out. Where a jump is: as boundaries. */
const TOLERANCE = 1e-9;
const NEAR_JUMP_DEG = 0.5;
const ANGLE_DEG = 1e-6;
/** The same point of the grid, up to rounding. */
const SAME_DEGREE = 1e-10;
/** Two neighbours on the grid that differ by less are level: `clip` is flat at its end. */
const LEVEL = 1e-12;

type Psi = (theta: number) => number;

/** A curve's values at the whole degrees that are points of it as drawn. */
const atDegrees = (drawn: Graph): ReadonlyMap<number, number> =>
  new Map(
    drawn.flat().flatMap(([theta, value]) => {
      const whole = Math.round(toDegrees(theta));
      return Math.abs(toDegrees(theta) - whole) < SAME_DEGREE ? [[whole, value] as const] : [];
    }),
  );

/** The first angle from which the curve rises to the next one, or null. */
function firstRising(psi: Psi, thetaDeg: readonly number[]): number | null {
  const values = thetaDeg.map((theta) => psi(theta * DEGREE));
  return (
    thetaDeg.find((_, i) => (values[i + 1] ?? Number.NEGATIVE_INFINITY) > (values[i] ?? 0) + LEVEL) ?? null
  );
}

function checkCurve(to: ReportWriter, at: string, record: CurveRecord, thetaDeg: readonly number[]): void {
  for (const margin of marginsOf(record)) {
    const force = forceAt(margin, 1);
    const jumps = jumpSides(force.psi, diagnose(force));
    const psi = graph(force.psi, jumps);
    const drawn = { value: atDegrees(psi), dValue_dTheta: atDegrees(graph(force.slope, jumps)) };
    for (const name of ['value', 'dValue_dTheta'] as const) {
      to.same(`${at}.${name}.length`, thetaDeg.length, record[name].length);
      record[name].forEach((expected, i) => {
        const theta = thetaDeg[i] ?? Number.NaN;
        const jump = record.discontinuities.find((known) => Math.abs(known.thetaDeg - theta) < NEAR_JUMP_DEG);
        if (jump) to.skip(`${at}.${name}.${i}`, 'within half a degree of a jump');
        else {
          const got = drawn[name].get(theta) ?? Number.NaN;
          to.number(`${at}.${name}.${i}`, got, expected, relative(TOLERANCE, expected));
        }
      });
    }
    const gaps = psi.length - 1;
    // None on either side is nothing that could be falsified.
    if (gaps + record.discontinuities.length > 0)
      to.same(`${at}.discontinuities.length`, gaps, record.discontinuities.length);
    record.discontinuities.forEach((expected, k) => {
      const [theta, left] = psi[k]?.at(-1) ?? [Number.NaN, Number.NaN];
      const [, right] = psi[k + 1]?.[0] ?? [Number.NaN, Number.NaN];
      const here = `${at}.discontinuities.${k}`;
      to.number(`${here}.thetaDeg`, toDegrees(theta), expected.thetaDeg, ANGLE_DEG);
      to.number(`${here}.left`, left, expected.left, relative(TOLERANCE, expected.left));
      to.number(`${here}.right`, right, expected.right, relative(TOLERANCE, expected.right));
    });
    const rising = firstRising(force.psi, thetaDeg);
    to.same(`${at}.firstRisingDeg`, rising, record.firstRisingDeg);
    to.same(`${at}.monotoneDecreasing`, rising === null, record.monotoneDecreasing);
  }
}

/** curves.json against every loss of the shelf that can express a curve: as it is drawn, gaps included. */
export function checkCurves({ thetaDeg, curves }: Files['curves.json']): Report {
  const to = writeReport();
  curves.forEach((record, i) => {
    to.attempt(`curves.${i}`, () => checkCurve(to, `curves.${i}`, record, thetaDeg));
  });
  return to.report;
}
