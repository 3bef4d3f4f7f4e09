import type { Force } from '../../src/margin/force';

/** Further than any rounding of an angle, and too little to move a value by 1e-10. */
const BESIDE = 1e-11;
/** A difference across `BESIDE` that only a jump makes. */
const JUMP = 1e-3;

/**
 * The same margin, read beside a jump where an angle falls on one: `easy` jumps at 90°, and a sample that is at right
 * angles to its centre lies on one side or the other by the rounding of its last digit. Either is right.
 */
export function beside(force: Force, side: -1 | 1): Force {
  const { psi } = force;
  const moved = (theta: number): number =>
    Math.abs(psi(theta + BESIDE) - psi(theta - BESIDE)) > JUMP ? theta + side * BESIDE : theta;
  return {
    psi: (theta) => psi(moved(theta)),
    slope: (theta) => force.slope(moved(theta)),
    backward: (theta) => force.backward(moved(theta)),
    bend: (theta) => force.bend(moved(theta)),
  };
}
