import { satisfiedReach } from './circle';

/** The angles that every distance asks ψ for are some hundreds; those that only one asks for are not kept for long. */
const REMEMBERED = 2000;

/** A function that is asked once for each of the arguments that come again. */
function remembered(psi: (theta: number) => number): (theta: number) => number {
  const known = new Map<number, number>();
  return (theta) => {
    const value = known.get(theta) ?? psi(theta);
    if (known.size < REMEMBERED) known.set(theta, value);
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
