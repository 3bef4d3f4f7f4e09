import { TURN } from '../math/angle';
import { combine, dot, tangents, type Vector } from '../math/vector';
import { changesAlong, type Ray, regionAlong, type Sampled } from './ray';

/** A stretch of a ray from a centre, as turns from it, radians 0 ... π. */
export interface Stretch {
  readonly towards: Vector;
  readonly from: number;
  readonly to: number;
}

/** What is satisfied around a centre, ray by ray, counter-clockwise seen from outside (GEOMETRY). */
export interface Cap {
  readonly centre: Vector;
  /** Unit vectors at right angles to the centre: where each ray goes. */
  readonly rays: readonly Vector[];
  /** How far each ray is satisfied without a break; null where the margin is infeasible. */
  readonly reach: Float64Array | null;
  /** How far each ray belongs to the class's region. */
  readonly region: Float64Array;
  /** What is satisfied further out, cut off from the first: of a ψ that rises again (guard `none`). */
  readonly detached: readonly Stretch[];
}

/** Rays from centre i in the directions of unit vectors at right angles to it. */
export function raysFrom(centres: readonly Vector[], i: number, directions: readonly Vector[]): Ray[] {
  const own = centres[i] ?? [0, 0, 0];
  const others = centres.filter((_, j) => j !== i);
  const along = Float64Array.from(others, (w) => dot(own, w));
  return directions.map((towards) => ({ along, across: Float64Array.from(others, (w) => dot(towards, w)) }));
}

/** The cap of class i; `rises`: further stretches have to be looked for. */
export function satisfiedCap(
  centres: readonly Vector[],
  i: number,
  psi: Sampled,
  count: number,
  rises: boolean,
): Cap {
  const centre = centres[i] ?? [0, 0, 1];
  const [u, v] = tangents(centre);
  const rays = Array.from({ length: count }, (_, k): Vector => {
    const azimuth = (TURN * k) / count;
    return combine(Math.cos(azimuth), u, Math.sin(azimuth), v);
  });
  const reach = new Float64Array(count);
  const region = new Float64Array(count);
  const detached: Stretch[] = [];
  let feasible = true;
  raysFrom(centres, i, rays).forEach((ray, k) => {
    region[k] = regionAlong(ray);
    const changes = changesAlong(ray, psi, rises);
    feasible &&= changes !== null;
    const [first = Math.PI, ...further] = changes ?? [];
    reach[k] = first;
    for (let c = 0; c < further.length; c += 2)
      detached.push({ towards: rays[k] ?? u, from: further[c] ?? 0, to: further[c + 1] ?? Math.PI });
  });
  return { centre, rays, reach: feasible ? reach : null, region, detached };
}

/** Where a ray from a centre has turned by θ. */
export const alongRay = (centre: Vector, towards: Vector, theta: number): Vector =>
  combine(Math.cos(theta), centre, Math.sin(theta), towards);
