import { type Floor, floorOf } from '../../margin/floor';
import type { Param } from '../../margin/loss';
import { decimalsOf } from '../../margin/tex';
import type { Chosen, FigureInput, FigureLane } from '../figure';

type Point = FigureLane['course']['points'][number];

/** Where a lane's margin was changed. */
export interface CourseMark {
  readonly step: number;
  /** Each slider that moved; none where loss or option changed. */
  readonly moved: readonly string[];
}

export interface CourseLane {
  readonly name: string;
  readonly colour: number;
  readonly points: readonly Point[];
  readonly marks: readonly CourseMark[];
  readonly floor: Floor;
}

export interface CourseScene {
  readonly lanes: readonly CourseLane[];
  /** The step axis is logarithmic. */
  readonly log: boolean;
  /** The last step that any lane has come to, at least 1. */
  readonly to: number;
  /** Range of the loss, nats, powers of ten. */
  readonly low: number;
  readonly high: number;
  /** null before there are readings. */
  readonly step: number | null;
  /** The earlier step that all figures show while one looks back; null in the present. */
  readonly back: number | null;
}

const shown = (param: Param, value: number): string => value.toFixed(decimalsOf(param.step));

function markOf(
  { step, from, to }: FigureLane['course']['changes'][number],
  params: FigureLane['params'],
): CourseMark {
  if (from.kind !== to.kind || from.formula !== to.formula) return { step, moved: [] };
  const moved = Object.entries(params).flatMap(([name, param]) => {
    const [before, after] = [from.values[name], to.values[name]];
    if (before === undefined || after === undefined || before === after) return [];
    return [`${param.symbol} ${shown(param, before)} → ${shown(param, after)}`];
  });
  return { step, moved };
}

/** A floor that is so many times lower than the loss ever was would only squeeze the lines. */
const LOWEST_FLOOR = 100;
/** Losses below this count as it: an axis of powers has no zero. */
export const TINY = 1e-12;

function lossRange(lanes: readonly CourseLane[]): Pick<CourseScene, 'low' | 'high'> {
  const losses = lanes.flatMap(({ points }) => points.map(({ loss }) => Math.max(TINY, loss)));
  const floors = lanes.flatMap(({ floor }) => (floor.type === 'floor' ? [floor.loss] : []));
  const lowest = losses.reduce((a, b) => Math.min(a, b), 1);
  const all = [...losses, ...floors.filter((loss) => loss * LOWEST_FLOOR >= lowest)];
  return {
    low: 10 ** Math.floor(Math.log10(all.reduce((a, b) => Math.min(a, b), 1)) + 1e-9),
    high: 10 ** Math.ceil(Math.log10(all.reduce((a, b) => Math.max(a, b), 1)) - 1e-9),
  };
}

/** Everything that the figure shows, in numbers. */
export function courseScene({ lanes: all, classes }: FigureInput, chosen: Chosen): CourseScene {
  const lanes = all.map(({ name, colour, margin, force, params, centres, course }): CourseLane => {
    const { points, changes } = course;
    return {
      name,
      colour,
      points,
      marks: changes.map((change) => markOf(change, params)),
      floor: floorOf(margin, force, classes.length, centres.length / classes.length),
    };
  });
  const last = lanes.flatMap(({ points }) => points.at(-1)?.step ?? []);
  const range = lossRange(lanes);
  const shown = all[0]?.now?.step ?? null;
  return {
    lanes,
    log: chosen.axis === 'log',
    to: Math.max(1, ...last),
    ...range,
    high: Math.max(range.high, 10 * range.low),
    step: last.length > 0 ? Math.max(...last) : null,
    back: shown !== null && shown < Math.max(...last) ? shown : null,
  };
}

/** A lane's newest readings at a step or before it; its first, if they are later; null before there are any. */
export function pointAt({ points }: CourseLane, step: number): Point | null {
  let [from, to] = [0, points.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((points[middle]?.step ?? 0) <= step) from = middle + 1;
    else to = middle;
  }
  return points[Math.max(0, from - 1)] ?? null;
}
