import type { Force } from '../../margin/force';
import { gapOf } from '../../margin/gap';
import { DEGREE } from '../../math/angle';
import { keepWith } from '../../math/keep';
import type { FigureInput, FigureLane } from '../figure';

/** A margin's gap over the distance of two centres, as long as it acts alike. */
interface GapCurve {
  /** γ(δ) in radians; null where infeasible. */
  readonly gap: (delta: number) => number | null;
  /** (δ, γ) where it is feasible, in one piece or several. */
  readonly pieces: readonly (readonly (readonly [delta: number, gap: number])[])[];
  /** Stretches of δ on which the margin is infeasible. */
  readonly infeasible: readonly (readonly [from: number, to: number])[];
}

export interface GapLane extends GapCurve {
  readonly name: string;
  readonly colour: number;
  /** How it will be when the schedule has ended; null where it already is. */
  readonly toCome: GapCurve | null;
  readonly pairs: FigureLane['pairs'];
}

export interface GapScene {
  readonly lanes: readonly GapLane[];
  /** Range of γ, radians. */
  readonly low: number;
  readonly high: number;
  readonly step: number | null;
  readonly lit: number | null;
}

/** δ from 3° to 180°, 3° apart. */
const STEPS = 60;

/** Where feasibility changes between two distances, to the last bit that matters. */
function edgeBetween(gap: GapCurve['gap'], infeasible: number, feasible: number): number {
  let [a, b] = [infeasible, feasible];
  for (let k = 0; k < 40; k++) {
    const middle = (a + b) / 2;
    if (gap(middle) === null) a = middle;
    else b = middle;
  }
  return b;
}

const curveOf = keepWith(({ psi }: Force): GapCurve => {
  const gap = gapOf(psi);
  const pieces: (readonly [number, number])[][] = [];
  const infeasible: (readonly [number, number])[] = [];
  let [piece, since]: [(readonly [number, number])[], number | null] = [[], null];
  // Two centres in one place leave room for a sample of either only without a margin.
  let before: readonly [number, number | null] = [0, gap(0)];
  if (before[1] === null) since = 0;
  else piece.push([0, before[1]]);
  for (let k = 1; k <= STEPS; k++) {
    const delta = (k / STEPS) * Math.PI;
    const value = gap(delta);
    if (value !== null && before[1] === null) {
      const edge = edgeBetween(gap, before[0], delta);
      infeasible.push([since ?? 0, edge]);
      since = null;
      piece = [[edge, gap(edge) ?? edge]];
    } else if (value === null && before[1] !== null) {
      since = edgeBetween(gap, delta, before[0]);
      pieces.push([...piece, [since, gap(since) ?? since]]);
      piece = [];
    }
    if (value !== null) piece.push([delta, value]);
    before = [delta, value];
  }
  if (since !== null) infeasible.push([since, Math.PI]);
  if (piece.length > 0) pieces.push(piece);
  return { gap, pieces, infeasible };
});

/** Everything that the figure shows, in numbers. */
export function gapScene(input: FigureInput): GapScene {
  const lanes = input.lanes.map(({ name, colour, force, toCome, pairs }) => ({
    ...curveOf(force),
    name,
    colour,
    toCome: toCome && curveOf(toCome),
    pairs,
  }));
  const curves = lanes.flatMap(({ pieces, toCome }) => [...pieces, ...(toCome?.pieces ?? [])]).flat();
  const values = [
    ...curves.map(([, gap]) => gap),
    ...lanes.flatMap(({ pairs }) => pairs.map(({ gap }) => gap)),
  ];
  return {
    lanes,
    lit: input.lit,
    low: values.reduce((a, b) => Math.min(a, b), 0),
    high: values.reduce((a, b) => Math.max(a, b), 60 * DEGREE),
    step: input.lanes[0]?.now?.step ?? null,
  };
}
