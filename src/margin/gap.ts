import { satisfiedReach } from './circle';

/** A function that looks each argument up once: neighbouring distances ask ψ for the same angles. */
function remembered(psi: (theta: number) => number): (theta: number) => number {
  const known = new Map<number, number>();
  return (theta) => {
    const value = known.get(theta) ?? psi(theta);
    known.set(theta, value);
    return value;
  };
}

/**
 * The theoretical gap γ(δ): the free angle between the satisfied arcs of two centres `delta` radians apart, 0 ... π.
 * From ψ by the code that finds the arcs, so for any formula and any guard; in closed form (FACTS) it is m for ArcFace,
 * 2 asin(m/(2 sin(δ/2))) for CosFace, δ(m − 1)/(m + 1) for SphereFace. Negative where the arcs overlap (ψ > cosθ), null
 * where there are none: the margin is infeasible.
 */
export function gapOf(psi: (theta: number) => number): (delta: number) => number | null {
  const known = remembered(psi);
  return (delta) => {
    // The two centres see each other alike: the second arc reaches as far back as the first reaches forth.
    const reach = satisfiedReach([0, delta], 0, known, 1);
    return reach === null ? null : delta - 2 * Math.min(reach, delta);
  };
}
