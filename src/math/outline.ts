import { direction, TURN } from './angle';
import type { Vector } from './vector';

/** A point of the plane that a sphere is seen on: to the right, upwards; the horizon has radius 1. */
export type Point = readonly [x: number, y: number];

/** Closed, with what it bounds to its left: several are filled by the rule of non-zero winding. */
export type Outline = readonly Point[];

/** Points of a curve are no further apart than this, radians: a chord falls short of its arc by less than a thousandth. */
const STEP = TURN / 90;

/** Even numbers from `from` to `to`, both included. */
export function along(from: number, to: number): number[] {
  const parts = Math.max(1, Math.ceil(Math.abs(to - from) / STEP));
  return Array.from({ length: parts + 1 }, (_, k) => from + ((to - from) * k) / parts);
}

/** A part of the horizon, counter-clockwise. */
export const horizon = (from: number, to: number): Point[] =>
  along(from, to).map((angle): Point => [Math.cos(angle), Math.sin(angle)]);

const flat = ([x, y]: Vector): Point => [x, y];

/** Twice what an outline bounds, less than 0 if it runs clockwise. */
const area = (ring: readonly Vector[]): number =>
  ring.reduce((sum, [x, y], k) => {
    const [nextX, nextY] = ring[(k + 1) % ring.length] ?? [0, 0];
    return sum + x * nextY - nextX * y;
  }, 0);

/** Where a chord from one side of the horizon to the other crosses it. */
function crossing(a: Vector, b: Vector): Point {
  const part = a[2] / (a[2] - b[2]);
  const [x, y] = [a[0] + part * (b[0] - a[0]), a[1] + part * (b[1] - a[1])];
  const length = Math.hypot(x, y);
  return [x / length, y / length];
}

/** The stretches of a closed curve that lie in front, each from the horizon to the horizon. */
function stretches(ring: readonly Vector[]): Point[][] {
  const at = (k: number): Vector => ring[k % ring.length] ?? [0, 0, 1];
  return ring.flatMap((first, k) => {
    const before = at(k + ring.length - 1);
    if (!(before[2] < 0 && first[2] >= 0)) return [];
    const points = [crossing(before, first)];
    let next = k;
    for (; at(next)[2] >= 0; next++) points.push(flat(at(next)));
    return [[...points, crossing(at(next - 1), at(next))]];
  });
}

/**
 * What is seen of a part of the sphere: the part in front (z ≥ 0, x right, y up) of what lies to the left of a closed
 * curve, seen from outside. After Weiler and Atherton: from where the curve leaves the front along the horizon,
 * counter-clockwise, to where it next comes back.
 */
export function inFront(ring: readonly Vector[]): Outline[] {
  const parts = stretches(ring);
  if (parts.length === 0) {
    const outward = area(ring) > 0;
    const ahead = (ring[0]?.[2] ?? -1) >= 0;
    return [...(outward === ahead ? [] : [horizon(0, TURN)]), ...(ahead ? [ring.map(flat)] : [])];
  }
  const angle = ([x, y]: Point = [1, 0]): number => Math.atan2(y, x);
  const left = new Set(parts);
  const outlines: Outline[] = [];
  for (const first of parts) {
    const outline: Point[] = [];
    for (let part = first; left.delete(part); ) {
      const exit = angle(part.at(-1));
      const toEntry = (other: Point[]): number => direction(angle(other[0]) - exit);
      const next = parts.reduce((best, other) => (toEntry(other) < toEntry(best) ? other : best));
      outline.push(...part, ...horizon(exit, exit + toEntry(next)));
      part = next;
    }
    if (outline.length > 0) outlines.push(outline);
  }
  return outlines;
}

const apart = (a: Point = [0, 0], b: Point = [0, 0]): number => Math.hypot(a[0] - b[0], a[1] - b[1]);

/** Puts curves together to closed ones: each goes on with the one that begins nearest to its end. */
export function chain(curves: readonly (readonly Point[])[]): Outline[] {
  const left = [...curves];
  const outlines: Outline[] = [];
  for (let curve = left.pop(); curve; curve = left.pop()) {
    const outline = [...curve];
    for (;;) {
      const gaps = left.map(([start]) => apart(outline.at(-1), start));
      const nearest = Math.min(...gaps);
      if (apart(outline.at(-1), outline[0]) <= nearest) break;
      outline.push(...(left.splice(gaps.indexOf(nearest), 1)[0] ?? []));
    }
    outlines.push(outline);
  }
  return outlines;
}
