import type { Finding } from '../../margin/diagnose';
import type { Force } from '../../margin/force';
import { type Graph, graph, gridBetween } from '../../margin/graph';
import { DEGREE } from '../../math/angle';
import { angleShares } from '../../math/histogram';
import { keepWith } from '../../math/keep';
import { quantile } from '../../math/quantile';
import type { Chosen, FigureInput, FigureLane } from '../figure';
import { diagnosisOf } from '../findings';
import { sampleAngles, shareBetween } from '../sampleAngles';

export interface LogitLane {
  readonly name: string;
  readonly colour: number;
  /** The curve that is shown, in pieces between its jumps. */
  readonly drawn: Graph;
  /** How it will be when the schedule has ended; null where it already is. */
  readonly toCome: Graph | null;
  readonly value: (theta: number) => number;
  readonly plain: boolean;
  readonly jumps: readonly Extract<Finding, { type: 'jumps' }>[];
  /** Where ψ rises, and the share of the training samples there; null without samples. */
  readonly rises: { readonly from: number; readonly to: number; readonly share: number | null } | null;
  /** Share of the training samples in each bin of 0 ... π; null before there are any. */
  readonly histogram: Float64Array | null;
  /** The part of it that the class makes which is lit up; null while none is. */
  readonly litPart: Float64Array | null;
  /** Marked samples: their classes, and their angles to their own centres. */
  readonly marks: readonly { readonly cls: number; readonly theta: number }[];
  /** Median angle to the own centre, for words only. */
  readonly median: () => number | null;
}

export interface LogitScene {
  readonly lanes: readonly LogitLane[];
  readonly slope: boolean;
  /** Range of θ, radians. */
  readonly from: number;
  readonly to: number;
  /** Range of the values within it. */
  readonly low: number;
  readonly high: number;
  /** What would be without any margin. */
  readonly reference: Graph;
  readonly step: number | null;
  readonly lit: number | null;
}

/** Bins of the histogram: 3° each. */
const BINS = 60;
/** Rounding of a cosine. */
const SAME = 1e-12;

/** A margin's two curves: most are never looked at, so that each is drawn when it is. */
const curveOf = {
  psi: keepWith((force: Force): Graph => graph(force.psi, diagnosisOf(force).jumps)),
  slope: keepWith((force: Force): Graph => graph(force.slope, diagnosisOf(force).jumps)),
};

/** Is ψ cosθ itself? */
const isPlain = keepWith(({ psi }: Force): boolean =>
  gridBetween([]).every((angles) => angles.every((theta) => Math.abs(psi(theta) - Math.cos(theta)) < SAME)),
);

const isSlope = (chosen: Chosen): boolean => chosen.curve === 'slope';

/** The range of θ that is chosen, radians. */
export const rangeOf = (chosen: Chosen): readonly [from: number, to: number] =>
  chosen.range === 'paper' ? [20 * DEGREE, 100 * DEGREE] : [0, Math.PI];

/** What is shown of a margin as it acts: ψ, or its slope. */
export const shownOf = ({ psi, slope }: Force, chosen: Chosen): ((theta: number) => number) =>
  isSlope(chosen) ? slope : psi;

/** The part of the histogram that the samples of a class make. */
function partOf(angles: Float64Array, { y }: FigureInput, cls: number): Float64Array {
  const own = angles.filter((_, i) => y[i] === cls);
  return angleShares(own, BINS).map((share) => share * (own.length / angles.length));
}

function logitLane(lane: FigureLane, input: FigureInput, chosen: Chosen): LogitLane {
  const { name, colour, force, toCome, now } = lane;
  const { findings } = diagnosisOf(force);
  const curve = isSlope(chosen) ? curveOf.slope : curveOf.psi;
  const angles = now && input.count > 0 ? sampleAngles(now, input).own : null;
  const rising = findings.find((finding) => finding.type === 'rises');
  return {
    name,
    colour,
    drawn: curve(force),
    toCome: toCome && curve(toCome),
    value: shownOf(force, chosen),
    plain: isPlain(force),
    jumps: findings.filter((finding) => finding.type === 'jumps'),
    rises: rising
      ? {
          from: rising.from,
          to: rising.to,
          share: angles && shareBetween(angles, rising.from, rising.to),
        }
      : null,
    histogram: angles && angleShares(angles, BINS),
    litPart: angles && input.lit !== null ? partOf(angles, input, input.lit) : null,
    marks: angles
      ? input.marked.map((sample) => ({ cls: input.y[sample] ?? 0, theta: angles[sample] ?? 0 }))
      : [],
    median: () => angles && quantile(angles.toSorted(), 0.5),
  };
}

/** Measures the curves and the angles of a lane, which are kept. */
export function prepareLogit(input: FigureInput, chosen: Chosen, lane: number): void {
  const own = input.lanes[lane];
  if (own) logitLane(own, input, chosen);
}

/** Everything that the figure shows, in numbers. */
export function logitScene(input: FigureInput, chosen: Chosen): LogitScene {
  const slope = isSlope(chosen);
  const [from, to] = rangeOf(chosen);
  const lanes = input.lanes.map((lane) => logitLane(lane, input, chosen));
  const reference = graph(slope ? (theta) => -Math.sin(theta) : Math.cos, []);
  const values = [reference, ...lanes.flatMap(({ drawn, toCome }) => (toCome ? [drawn, toCome] : [drawn]))]
    .flat(2)
    .flatMap(([theta, value]) => (theta >= from && theta <= to && Number.isFinite(value) ? [value] : []));
  return {
    lanes,
    slope,
    from,
    to,
    low: values.reduce((a, b) => Math.min(a, b)),
    high: values.reduce((a, b) => Math.max(a, b)),
    reference,
    step: input.lanes[0]?.now?.step ?? null,
    lit: input.lit,
  };
}
