import { TURN } from '../math/angle';

/** Two classes by what multiplies their cosines and what is added: two centres of unit length without biases are 1, 1, 0. */
export interface Pair {
  /** ‖W₁‖ and ‖W₂‖ where lengths count, else 1. */
  readonly weights: readonly [number, number];
  /** (b₁ − b₂)/r, r the length of the feature. */
  readonly offset: number;
}

export const EQUAL: Pair = { weights: [1, 1], offset: 0 };

/**
 * By how much class 1 keeps its margin at angles θ₁ and θ₂ to the two centres, as a difference of cosines: it is
 * satisfied where this is ≥ 0. Class 2 is the same with the pair and the angles swapped.
 * The inequality as it stands: solving ψ(θ₁) = cosθ₂ for θ₂ would need a clamp where ψ leaves −1 ... 1.
 */
export const lead = (
  psi: (theta: number) => number,
  { weights: [own, other], offset }: Pair,
  theta1: number,
  theta2: number,
): number => own * psi(theta1) + offset - other * Math.cos(theta2);

/**
 * The θ₂ from which on class 1 keeps its margin at θ₁: there and at all larger ones, since cosθ₂ falls. null where it
 * keeps it nowhere. The inequality is asked, and never solved.
 */
export function borderAt(psi: (theta: number) => number, pair: Pair, theta1: number): number | null {
  const value = psi(theta1);
  const holds = (theta2: number): boolean => lead(() => value, pair, theta1, theta2) >= 0;
  if (!holds(Math.PI)) return null;
  if (holds(0)) return 0;
  let [not, does] = [0, Math.PI];
  for (let k = 0; k < 60; k++) {
    const middle = (not + does) / 2;
    if (middle === not || middle === does) break;
    if (holds(middle)) does = middle;
    else not = middle;
  }
  return does;
}

/** Is there a direction at these angles to two centres that are `delta` apart? On the circle only its edges are. */
export const canOccur = (theta1: number, theta2: number, delta: number): boolean =>
  Math.abs(theta1 - theta2) <= delta && delta <= Math.min(theta1 + theta2, TURN - theta1 - theta2);
