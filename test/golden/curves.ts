import { forceAt } from '../../src/margin/force';
import { DEGREE, toDegrees } from '../../src/math/angle';
import { type Report, type ReportWriter, relative, writeReport } from './report';
import type { CurveRecord, Files } from './schema';
import { marginsOf } from './shelf';

/** README, section 7: values and slopes 1e-9, points this near to a jump left out. Where a jump is: as boundaries. */
const TOLERANCE = 1e-9;
const NEAR_JUMP_DEG = 0.5;
const ANGLE_DEG = 1e-6;
/** Two neighbours on the grid that differ by less are level: `clip` is flat at its end. */
const LEVEL = 1e-12;

type Psi = (theta: number) => number;

/** The jump of ψ that is nearest to an angle: its place, and the values on both sides. */
function findJump(psi: Psi, theta: number): { theta: number; left: number; right: number } {
  let [a, b] = [theta - 0.01, theta + 0.01];
  for (let k = 0; k < 60; k++) {
    const middle = (a + b) / 2;
    if (Math.abs(psi(middle) - psi(a)) > Math.abs(psi(b) - psi(middle))) b = middle;
    else a = middle;
  }
  return { theta: (a + b) / 2, left: psi(a), right: psi(b) };
}

/** The first angle from which the curve rises to the next one, or null. */
function firstRising(psi: Psi, thetaDeg: readonly number[]): number | null {
  const values = thetaDeg.map((theta) => psi(theta * DEGREE));
  return (
    thetaDeg.find((_, i) => (values[i + 1] ?? Number.NEGATIVE_INFINITY) > (values[i] ?? 0) + LEVEL) ?? null
  );
}

function checkCurve(to: ReportWriter, at: string, record: CurveRecord, thetaDeg: readonly number[]): void {
  for (const margin of marginsOf(record)) {
    const { psi, slope } = forceAt(margin, 1);
    for (const name of ['value', 'dValue_dTheta'] as const) {
      to.same(`${at}.${name}.length`, thetaDeg.length, record[name].length);
      record[name].forEach((expected, i) => {
        const theta = thetaDeg[i] ?? Number.NaN;
        const jump = record.discontinuities.find((known) => Math.abs(known.thetaDeg - theta) < NEAR_JUMP_DEG);
        if (jump) to.skip(`${at}.${name}.${i}`, 'within half a degree of a jump');
        else {
          const got = (name === 'value' ? psi : slope)(theta * DEGREE);
          to.number(`${at}.${name}.${i}`, got, expected, relative(TOLERANCE, expected));
        }
      });
    }
    record.discontinuities.forEach((expected, k) => {
      const found = findJump(psi, expected.thetaDeg * DEGREE);
      const here = `${at}.discontinuities.${k}`;
      to.number(`${here}.thetaDeg`, toDegrees(found.theta), expected.thetaDeg, ANGLE_DEG);
      to.number(`${here}.left`, found.left, expected.left, relative(TOLERANCE, expected.left));
      to.number(`${here}.right`, found.right, expected.right, relative(TOLERANCE, expected.right));
    });
    const rising = firstRising(psi, thetaDeg);
    to.same(`${at}.firstRisingDeg`, rising, record.firstRisingDeg);
    to.same(`${at}.monotoneDecreasing`, rising === null, record.monotoneDecreasing);
  }
}

/** curves.json against every loss of the shelf that can express a curve. */
export function checkCurves({ thetaDeg, curves }: Files['curves.json']): Report {
  const to = writeReport();
  curves.forEach((record, i) => {
    to.attempt(`curves.${i}`, () => checkCurve(to, `curves.${i}`, record, thetaDeg));
  });
  return to.report;
}
