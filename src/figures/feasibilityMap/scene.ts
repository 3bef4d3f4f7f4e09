import { symbols } from '../../expr/expr';
import { evenSeparation, isFeasible } from '../../margin/feasibility';
import { type Floor, floorOf } from '../../margin/floor';
import type { Param } from '../../margin/loss';
import { keepWith } from '../../math/keep';
import { nearestAngles } from '../../math/sphere';
import type { Chosen, FigureInput, FigureLane, Offering } from '../figure';
import { fieldOf, type Level, levelsOf, stretches } from './field';

/** A parameter with its name and its value. */
export interface Knob {
  readonly name: string;
  readonly param: Param;
  readonly value: number;
}

type Stretches = readonly (readonly [from: number, to: number])[];

export interface MapScene {
  readonly lane: { readonly index: number; readonly name: string; readonly colour: number };
  readonly classes: number;
  readonly margin: Knob;
  readonly scale: Knob;
  /** Where the margin is feasible for centres spread evenly, and for the lane's own as they are. */
  readonly even: Stretches;
  readonly own: Stretches;
  /** Is it, where the handle stands, for centres spread evenly? */
  readonly feasible: boolean;
  readonly floor: Floor;
  /** None where there is no floor. */
  readonly levels: readonly Level[];
  readonly step: number | null;
}

const marginsOf = ({ params }: FigureLane): [name: string, param: Param][] =>
  Object.entries(params).filter(([, { role }]) => role === 'margin');

/** Lanes with a margin, and a fixed scale that its formula does not name. */
export const lanesOffered = ({ lanes }: Offering): readonly FigureLane[] =>
  lanes.filter(
    (lane) =>
      lane.margin.scale === 's' &&
      lane.params.s !== undefined &&
      marginsOf(lane).length > 0 &&
      !symbols(lane.margin.target).has('s'),
  );

/** The margin parameters of the lane of a name. */
export const marginsOffered = (
  offering: Offering,
  name: string | undefined,
): [name: string, param: Param][] => {
  const lane = lanesOffered(offering).find((one) => one.name === name);
  return lane ? marginsOf(lane) : [];
};

/** Angle between the two nearest of a lane's centres, measured once. */
const nearestOf = keepWith((centres: Float32Array, dim: number): number =>
  Math.min(...nearestAngles(centres, dim)),
);

/** Everything that the figure shows, in numbers. null when no lane has both a margin and a fixed scale. */
export function mapScene(input: FigureInput, chosen: Chosen): MapScene | null {
  const lane = lanesOffered(input).find(({ name }) => name === chosen.lane);
  const [name, param] = marginsOffered(input, chosen.lane).find(([id]) => id === chosen.margin) ?? [];
  const scale = lane?.params.s;
  if (!lane || !scale || name === undefined || !param) return null;
  const classes = input.classes.length;
  const dim = lane.centres.length / classes === 3 ? 3 : 2;
  const force = lane.toCome ?? lane.force;
  const separation = evenSeparation(classes, dim);
  const field = fieldOf(lane.margin, name, param);
  const floor = floorOf(lane.margin, force, classes, dim);
  return {
    lane: { index: input.lanes.indexOf(lane), name: lane.name, colour: lane.colour },
    classes,
    margin: { name, param, value: lane.margin.values[name] ?? param.min },
    scale: { name: 's', param: scale, value: lane.margin.s },
    even: stretches(field, Math.cos(separation)),
    own: stretches(field, Math.cos(nearestOf(lane.centres, dim))),
    feasible: isFeasible(force.psi, separation),
    floor,
    levels: floor.type === 'floor' ? levelsOf(field, scale, classes) : [],
    step: lane.now?.step ?? null,
  };
}
