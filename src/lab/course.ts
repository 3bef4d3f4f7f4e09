import type { Margin } from '../margin/compile';

/** Some of a lane's readings at one step. */
export interface CoursePoint {
  readonly step: number;
  /** Training split, with the margin; nats. */
  readonly loss: number;
  readonly accuracy: number;
  readonly testAccuracy: number;
}

/** A slider, an option or the loss was changed at a step; one drag is one change. */
export interface MarginChange {
  readonly step: number;
  readonly from: Margin;
  readonly to: Margin;
}

/** A lane's readings over its run, thinned out evenly as they become many. */
export interface Course {
  /** In the order of steps; two of one step where the margin changed there. */
  readonly points: readonly CoursePoint[];
  readonly changes: readonly MarginChange[];
  /** Kept points are at least so many steps apart. */
  readonly spacing: number;
  /** The margin of the last point. */
  readonly margin: Margin | null;
  /** The last point brought another margin than the one before: this change may still be under way. */
  readonly drag: MarginChange | null;
}

export const NO_COURSE: Course = { points: [], changes: [], spacing: 1, margin: null, drag: null };

const MOST_POINTS = 240;
/** Of the changes the newest are kept. */
const MOST_CHANGES = 40;

const sameMargin = (a: Margin, b: Margin): boolean =>
  a.kind === b.kind &&
  a.formula === b.formula &&
  Object.entries(a.values).every(([name, value]) => b.values[name] === value);

/** Leaves out what is too near to the point kept before it, but for both sides of a change, and the ends. */
function thin(points: readonly CoursePoint[], changes: Course['changes'], spacing: number): CoursePoint[] {
  const stays = new Set(changes.map(({ step }) => step));
  let kept = Number.NEGATIVE_INFINITY;
  return points.filter(({ step }, i) => {
    const keep = step - kept >= spacing || stays.has(step) || i === points.length - 1;
    if (keep) kept = step;
    return keep;
  });
}

/** A change more, or what has become of the one under way: none, if it is back where it began. */
function change(
  { changes, drag }: Course,
  from: Margin,
  to: Margin,
  step: number,
): Pick<Course, 'changes' | 'drag'> {
  const now = drag ? { ...drag, to } : { step, from, to };
  const others = changes.filter((one) => one !== drag);
  return { changes: sameMargin(now.from, to) ? others : [...others, now].slice(-MOST_CHANGES), drag: now };
}

/** Takes in new readings and the margin that they were taken with. Those of an earlier step than the last are left out. */
export function follow(course: Course, point: CoursePoint, margin: Margin): Course {
  const { points, margin: before } = course;
  const [last, beforeLast] = [points.at(-1), points.at(-2)];
  if (!Number.isFinite(point.loss) || (last && point.step < last.step)) return course;
  const changed = before !== null && !sameMargin(before, margin);
  const { changes, drag } = changed
    ? change(course, before, margin, point.step)
    : { changes: course.changes, drag: null };
  const again = last?.step === point.step && (!changed || course.drag !== null);
  // A last point that is too near to the one before it only held the place of this one.
  const near = last && beforeLast && last.step - beforeLast.step < course.spacing;
  const stays = changes.some(({ step }) => step === last?.step);
  const kept = again || (near && !stays) ? points.slice(0, -1) : points;
  let [next, spacing]: [readonly CoursePoint[], number] = [[...kept, point], course.spacing];
  while (next.length > MOST_POINTS + 2 * changes.length) {
    spacing *= 2;
    next = thin(next, changes, spacing);
  }
  return { points: next, changes, spacing, margin, drag };
}

/** The run is back at a step: what came after it has not been, but the margins are as they were set since. */
export function cutAt(course: Course, step: number): Course {
  const points = course.points.filter((point) => point.step <= step);
  const changes = course.changes.filter((change) => change.step <= step);
  const undone = course.changes.slice(changes.length);
  const [first, last] = [undone[0], undone.at(-1)];
  const net =
    first && last && !sameMargin(first.from, last.to) ? [{ step, from: first.from, to: last.to }] : [];
  return { ...course, points, changes: [...changes, ...net], drag: null };
}
