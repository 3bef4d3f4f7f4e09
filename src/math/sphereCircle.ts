import { direction, TURN } from './angle';
import { combine, dot, tangents, unit, type Vector } from './vector';

/** Where normal·x + offset ≥ 0. */
export interface HalfSpace {
  readonly normal: Vector;
  readonly offset: number;
}

/** A circle on the unit sphere, run through counter-clockwise around its axis: x(φ) = height·axis + radius(cosφ u + sinφ v). */
export interface SphereCircle {
  readonly axis: Vector;
  readonly height: number;
  readonly radius: number;
  readonly u: Vector;
  readonly v: Vector;
}

/** A part of a circle, in radians of φ: from < to. */
export interface Part {
  readonly from: number;
  readonly to: number;
}

/** Where the border of a half-space meets the sphere; null where it does not. The half-space lies to the left. */
export function borderCircle({ normal, offset }: HalfSpace): SphereCircle | null {
  const length = Math.hypot(...normal);
  const height = -offset / length;
  if (!(Math.abs(height) < 1)) return null;
  const axis = unit(normal);
  const [u, v] = tangents(axis);
  return { axis, height, radius: Math.sqrt(1 - height * height), u, v };
}

export const pointAt = ({ axis, height, radius, u, v }: SphereCircle, phi: number): Vector =>
  combine(height, axis, radius, combine(Math.cos(phi), u, Math.sin(phi), v));

/** The parts of a circle that lie within all of these half-spaces, in the order of φ. Exact. */
export function partsWithin(circle: SphereCircle, halfSpaces: readonly HalfSpace[]): Part[] {
  const { axis, height, radius, u, v } = circle;
  // On the circle each is a wave: mean + swing·cos(φ − top) ≥ 0.
  const waves = halfSpaces.map(({ normal, offset }) => {
    const [a, b] = [radius * dot(normal, u), radius * dot(normal, v)];
    return { mean: height * dot(normal, axis) + offset, swing: Math.hypot(a, b), top: Math.atan2(b, a) };
  });
  const cuts = waves
    .flatMap(({ mean, swing, top }) => {
      if (swing <= Math.abs(mean)) return [];
      const half = Math.acos(-mean / swing);
      return [direction(top - half), direction(top + half)];
    })
    .sort((a, b) => a - b);
  const holds = (phi: number): boolean =>
    waves.every(({ mean, swing, top }) => mean + swing * Math.cos(phi - top) >= 0);
  if (cuts.length === 0) return holds(0) ? [{ from: 0, to: TURN }] : [];
  return cuts.flatMap((from, k) => {
    const to = cuts[k + 1] ?? (cuts[0] ?? 0) + TURN;
    return to > from && holds((from + to) / 2) ? [{ from, to }] : [];
  });
}
