import {
  type CircleClassifier,
  classRegions,
  normalised,
  type Region,
  satisfiedArc,
} from '../../src/margin/circle';
import { forceAt } from '../../src/margin/force';
import { borderAt, EQUAL, lead, type Pair } from '../../src/margin/plane';
import { DEGREE, toDegrees, turn } from '../../src/math/angle';
import { type Report, type ReportWriter, writeReport } from './report';
import type { Band, Border, Files, MarginCircle, Matrix, SoftmaxCircle } from './schema';
import { marginsOf } from './shelf';
import { beside } from './sides';

/** README, section 7. */
const ANGLE_DEG = 1e-6;
/** Rounding of a cosine: all that is left to compare at θ₂ = 0 and 180°, where the cosine is flat. */
const ROUNDING = 1e-15;

type Psi = (theta: number) => number;

/** Every point listed is on the border; θ₁ on a jump of ψ may be read on either side of it. */
function checkPoints(to: ReportWriter, at: string, points: Matrix, psis: readonly Psi[], pair: Pair): void {
  points.forEach(([first = Number.NaN, second = Number.NaN], i) => {
    const [theta1, theta2] = [first * DEGREE, second * DEGREE];
    const level = ROUNDING * Math.max(...pair.weights, 1);
    const found = psis.map((psi) =>
      Math.abs(lead(psi, pair, theta1, theta2)) <= level
        ? second
        : toDegrees(borderAt(psi, pair, theta1) ?? Math.PI),
    );
    const nearest = found.reduce((best, one) =>
      Math.abs(one - second) < Math.abs(best - second) ? one : best,
    );
    to.number(`${at}.${i}.1`, nearest, second, ANGLE_DEG);
  });
}

function checkBorders(
  to: ReportWriter,
  at: string,
  expected: readonly Border[],
  classifier: CircleClassifier,
): void {
  const regions = classRegions(classifier);
  // One class that wins everywhere has no border.
  const borders = regions.length === 1 ? [] : regions;
  to.same(`${at}.length`, borders.length, expected.length);
  expected.forEach(({ angleDeg, fromClass, toClass }, k) => {
    const angle = angleDeg * DEGREE;
    const away = (region: Region): number => Math.abs(turn(angle, region.from));
    const found = borders.reduce((best, region, i) => (away(region) < away(borders[best]!) ? i : best), 0);
    const [before, region] = [borders.at(found - 1), borders[found]];
    const got = region ? angleDeg + toDegrees(turn(angle, region.from)) : Number.NaN;
    to.number(`${at}.${k}.angleDeg`, got, angleDeg, ANGLE_DEG);
    to.same(`${at}.${k}.fromClass`, before?.cls, fromClass);
    to.same(`${at}.${k}.toClass`, region?.cls, toClass);
  });
}

function checkBand(
  to: ReportWriter,
  at: string,
  expected: Band | null,
  angles: readonly number[],
  i: number,
  psi: Psi,
): void {
  const arc = satisfiedArc(angles, i, psi);
  to.same(at, arc === null ? 'infeasible' : 'an arc', expected === null ? 'infeasible' : 'an arc');
  if (!arc || !expected) return;
  const centre = angles[i] ?? Number.NaN;
  to.number(`${at}.loDeg`, toDegrees(centre + arc.lo), expected.loDeg, ANGLE_DEG);
  to.number(`${at}.hiDeg`, toDegrees(centre + arc.hi), expected.hiDeg, ANGLE_DEG);
  to.number(`${at}.halfWidthLoDeg`, toDegrees(-arc.lo), expected.halfWidthLoDeg, ANGLE_DEG);
  to.number(`${at}.halfWidthHiDeg`, toDegrees(arc.hi), expected.halfWidthHiDeg, ANGLE_DEG);
}

function checkMarginCircle(to: ReportWriter, at: string, circle: MarginCircle): void {
  const angles = circle.classAnglesDeg.map((angle) => angle * DEGREE);
  checkBorders(to, `${at}.decisionBoundaries`, circle.decisionBoundaries, normalised(angles));
  circle.marginBands.forEach((record, k) => {
    const here = `${at}.marginBands.${k}`;
    to.attempt(here, () => {
      to.same(`${here}.band.length`, angles.length, record.band.length);
      for (const margin of marginsOf(record)) {
        const { psi } = forceAt(margin, 1);
        record.band.forEach((band, i) => {
          checkBand(to, `${here}.band.${i}`, band, angles, i, psi);
        });
      }
    });
  });
}

const softmaxClassifier = ({ classAnglesDeg, norms, biases, radius }: SoftmaxCircle): CircleClassifier => ({
  angles: classAnglesDeg.map((angle) => angle * DEGREE),
  weights: norms,
  offsets: biases.map((bias) => bias / radius),
});

/** boundaries.json: the (θ₁, θ₂) plane and the circle. */
export function checkBoundaries({ binary, circle }: Files['boundaries.json']): Report {
  const to = writeReport();
  binary.losses.forEach((record, i) => {
    const at = `binary.losses.${i}`;
    to.attempt(at, () => {
      for (const margin of marginsOf(record)) {
        const force = forceAt(margin, 1);
        const psis = [force.psi, beside(force, -1).psi, beside(force, 1).psi];
        checkPoints(to, `${at}.boundaryClass1Deg`, record.boundaryClass1Deg, psis, EQUAL);
      }
    });
  });
  binary.softmax.forEach(({ normW1, normW2, boundaryDeg }, i) => {
    checkPoints(to, `binary.softmax.${i}.boundaryDeg`, boundaryDeg, [Math.cos], {
      weights: [normW1, normW2],
      offset: 0,
    });
  });
  circle.circles.forEach((record, i) => {
    to.attempt(`circle.circles.${i}`, () => checkMarginCircle(to, `circle.circles.${i}`, record));
  });
  circle.softmaxCircles.forEach((record, i) => {
    const at = `circle.softmaxCircles.${i}.decisionBoundaries`;
    to.attempt(at, () => checkBorders(to, at, record.decisionBoundaries, softmaxClassifier(record)));
  });
  return to.report;
}
