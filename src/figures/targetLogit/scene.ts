import type { Finding } from '../../margin/diagnose';
import type { Force } from '../../margin/force';
import { type Graph, graph } from '../../margin/graph';
import { DEGREE } from '../../math/angle';
import { angleShares } from '../../math/histogram';
import { quantile } from '../../math/quantile';
import type { Chosen, FigureInput, FigureLane } from '../figure';
import { diagnosisOf } from '../findings';
import { sampleAngles, shareBetween } from '../sampleAngles';

/** A margin's two curves, as long as it acts alike. */
interface Curves {
  readonly psi: Graph;
  readonly slope: Graph;
  readonly findings: readonly Finding[];
  /** ψ is cosθ itself. */
  readonly plain: boolean;
}

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

const known = new WeakMap<Force, Curves>();
function curvesOf(force: Force): Curves {
  const kept = known.get(force);
  if (kept) return kept;
  const { findings, jumps } = diagnosisOf(force);
  const psi = graph(force.psi, jumps);
  const curves = {
    psi,
    slope: graph(force.slope, jumps),
    findings,
    plain: psi.flat().every(([theta, value]) => Math.abs(value - Math.cos(theta)) < SAME),
  };
  known.set(force, curves);
  return curves;
}

/** The part of the histogram that the samples of a class make. */
function partOf(angles: Float64Array, { y }: FigureInput, cls: number): Float64Array {
  const own = angles.filter((_, i) => y[i] === cls);
  return angleShares(own, BINS).map((share) => share * (own.length / angles.length));
}

function logitLane(lane: FigureLane, input: FigureInput, slope: boolean): LogitLane {
  const { name, colour, force, toCome, now } = lane;
  const curves = curvesOf(force);
  const angles = now && input.count > 0 ? sampleAngles(now, input).own : null;
  const rising = curves.findings.find((finding) => finding.type === 'rises');
  const pick = ({ psi, slope: slopes }: Curves): Graph => (slope ? slopes : psi);
  return {
    name,
    colour,
    drawn: pick(curves),
    toCome: toCome && pick(curvesOf(toCome)),
    value: slope ? force.slope : force.psi,
    plain: curves.plain,
    jumps: curves.findings.filter((finding) => finding.type === 'jumps'),
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
  if (own) logitLane(own, input, chosen.curve === 'slope');
}

/** Everything that the figure shows, in numbers. */
export function logitScene(input: FigureInput, chosen: Chosen): LogitScene {
  const slope = chosen.curve === 'slope';
  const [from, to] = chosen.range === 'paper' ? [20 * DEGREE, 100 * DEGREE] : [0, Math.PI];
  const lanes = input.lanes.map((lane) => logitLane(lane, input, slope));
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
