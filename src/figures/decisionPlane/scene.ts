import { gapOf } from '../../margin/gap';
import { EQUAL, lead, type Pair } from '../../margin/plane';
import { angleOfAny, length } from '../../math/sphere';
import type { Chosen, FigureInput, FigureLane, LaneLook } from '../figure';
import { type Border, borderOf } from './border';

type Two = readonly [number, number];

export interface PlaneLane {
  readonly name: string;
  readonly colour: number;
  /** Where class 1 is satisfied; and class 2, its points being (θ₂, θ₁). */
  readonly first: readonly Border[];
  readonly second: readonly Border[];
  /** Angle between the two centres. */
  readonly delta: number;
  /** Free angle between the satisfied arcs; null where there are none. Without a margin their regions touch: 0. */
  readonly gap: number | null;
  /** The length of features that the border is drawn for; null where it does not count. */
  readonly radius: number | null;
  /** [2 · samples] θ₁, θ₂ of each sample of class 1, and of class 2. */
  readonly points: readonly [Float64Array, Float64Array];
  /** Marked samples of the two: their class, and θ₁ and θ₂. */
  readonly marks: readonly { readonly cls: number; readonly at: Two }[];
  /** Share of each class's samples that are satisfied against the other class; null without samples. */
  readonly satisfied: readonly [number | null, number | null];
}

export interface PlaneScene {
  readonly lanes: readonly PlaneLane[];
  /** The two classes, and what they are called. */
  readonly classes: readonly [number, number];
  readonly names: readonly [string, string];
  readonly step: number | null;
  readonly lit: number | null;
}

/** What multiplies the cosines of two classes, and what is added, for features of a length. */
function pairOf({ margin, centres, biases }: FigureLane, [a, b]: Two): (radius: number) => Pair {
  if (margin.scale !== 'norm*wnorm') return () => EQUAL;
  const dim = centres.length / biases.length;
  const weights = [length(centres, a * dim, dim), length(centres, b * dim, dim)] as const;
  const bias = margin.bias ? (biases[a] ?? 0) - (biases[b] ?? 0) : 0;
  return (radius) => ({ weights, offset: bias / radius });
}

/** Samples of one class: θ₁ and θ₂ of each, and its length. */
interface Points {
  readonly angles: Float64Array;
  readonly lengths: Float64Array;
}
const NONE: Points = { angles: new Float64Array(0), lengths: new Float64Array(0) };

const known = new WeakMap<LaneLook, { readonly key: string; readonly points: readonly [Points, Points] }>();
/** The samples of two classes, measured once for as long as they are chosen. */
function bothPoints(look: LaneLook, input: FigureInput, classes: Two): readonly [Points, Points] {
  const key = classes.join();
  const kept = known.get(look);
  if (kept?.key === key) return kept.points;
  const [a, b] = classes;
  const points = [pointsOf(look, input, classes, a), pointsOf(look, input, classes, b)] as const;
  known.set(look, { key, points });
  return points;
}

/** θ₁ and θ₂ of the samples of one class. */
function pointsOf(
  { features, centres }: LaneLook,
  { y, count, classes }: FigureInput,
  [a, b]: Two,
  cls: number,
): Points {
  const dim = centres.length / classes.length;
  const [angles, lengths]: [number[], number[]] = [[], []];
  for (let i = 0; i < count; i++) {
    if (y[i] !== cls) continue;
    for (const other of [a, b]) angles.push(angleOfAny(features, i * dim, centres, other * dim, dim));
    lengths.push(length(features, i * dim, dim));
  }
  return { angles: Float64Array.from(angles), lengths: Float64Array.from(lengths) };
}

function marksOf({ features, centres }: LaneLook, { y, marked, classes }: FigureInput, two: Two) {
  const dim = centres.length / classes.length;
  return marked.flatMap((sample) => {
    const cls = y[sample] ?? 0;
    const [a, b] = two.map((own) => angleOfAny(features, sample * dim, centres, own * dim, dim));
    return two.includes(cls) ? [{ cls, at: [a ?? 0, b ?? 0] as const }] : [];
  });
}

/** Share of samples that keep their margin against the other class, each with its own length; null of none. */
function shareSatisfied(
  { angles, lengths }: Points,
  holds: (one: Two, radius: number) => boolean,
): number | null {
  if (lengths.length === 0) return null;
  const kept = lengths.filter((radius, i) => holds([angles[2 * i] ?? 0, angles[2 * i + 1] ?? 0], radius));
  return kept.length / lengths.length;
}

const swap = ({ weights: [own, other], offset }: Pair): Pair => ({ weights: [other, own], offset: -offset });

function planeLane(lane: FigureLane, input: FigureInput, classes: Two): PlaneLane {
  const { name, colour, force, centres, biases, now } = lane;
  const [a, b] = classes;
  const dim = centres.length / biases.length;
  const delta = angleOfAny(centres, a * dim, centres, b * dim, dim);
  const pair = pairOf(lane, classes);
  const drawn = pair(lane.radius);
  const [first, second] = now ? bothPoints(now, input, classes) : [NONE, NONE];
  const borders = borderOf(force, drawn);
  return {
    name,
    colour,
    first: borders,
    second: drawn === EQUAL ? borders : borderOf(force, swap(drawn)),
    delta,
    gap: drawn === EQUAL ? gapOf(force.psi)(delta) : 0,
    radius: drawn === EQUAL ? null : lane.radius,
    points: [first.angles, second.angles],
    marks: now ? marksOf(now, input, classes) : [],
    satisfied: [
      shareSatisfied(first, ([own, other], r) => lead(force.psi, pair(r), own, other) >= 0),
      shareSatisfied(second, ([other, own], r) => lead(force.psi, swap(pair(r)), own, other) >= 0),
    ],
  };
}

const classesOf = ({ first, second }: Chosen): Two => [Number(first), Number(second)];

/** Measures the samples and borders of a lane, which are kept. */
export function preparePlane(input: FigureInput, chosen: Chosen, lane: number): void {
  const own = input.lanes[lane];
  if (own) planeLane(own, input, classesOf(chosen));
}

/** Everything that the figure shows, in numbers. */
export function planeScene(input: FigureInput, chosen: Chosen): PlaneScene {
  const classes = classesOf(chosen);
  return {
    lanes: input.lanes.map((lane) => planeLane(lane, input, classes)),
    classes,
    names: [input.classes[classes[0]] ?? '', input.classes[classes[1]] ?? ''],
    step: input.lanes[0]?.now?.step ?? null,
    // A class that is not here has nothing that would stay.
    lit: input.lit !== null && classes.includes(input.lit) ? input.lit : null,
  };
}
