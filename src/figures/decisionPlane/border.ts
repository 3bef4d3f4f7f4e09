import type { Force } from '../../margin/force';
import { gridBetween } from '../../margin/graph';
import { borderAt, type Pair } from '../../margin/plane';
import { diagnosisOf } from '../findings';

/** Points (θ₁, θ₂) of the border of class 1's satisfied region, radians; it lies at larger θ₂. */
export type Border = readonly (readonly [theta1: number, theta2: number])[];

/** Every how many-th angle of the graph's grid: whole degrees are near enough for a small square. */
const NTH = 4;

/** The last θ₁ on the way from `inside` at which class 1 is satisfied anywhere. */
function lastSatisfied(at: (theta1: number) => number | null, inside: number, outside: number): number {
  let [a, b] = [inside, outside];
  for (let k = 0; k < 50; k++) {
    const middle = (a + b) / 2;
    if (at(middle) === null) b = middle;
    else a = middle;
  }
  return a;
}

/** Kept for each margin, by what else counts; softmax needs two, one for each of its classes. */
const borders = new WeakMap<Force, Map<string, readonly Border[]>>();
const MOST_KEPT = 2;

/** The border in pieces: a new one begins behind a jump of ψ, and where the class is satisfied nowhere between. */
export function borderOf(force: Force, pair: Pair): readonly Border[] {
  const key = [...pair.weights, pair.offset].join();
  const kept = borders.get(force) ?? new Map<string, readonly Border[]>();
  const known = kept.get(key);
  if (known) return known;
  const at = (theta1: number): number | null => borderAt(force.psi, pair, theta1);
  const pieces: (readonly [number, number])[][] = [];
  for (const grid of gridBetween(diagnosisOf(force).jumps)) {
    const angles = grid.filter((_, i) => i % NTH === 0 || i === grid.length - 1);
    let piece: (readonly [number, number])[] = [];
    angles.forEach((theta1, i) => {
      const [theta2, before] = [at(theta1), angles[i - 1]];
      if (before !== undefined && (theta2 === null) !== (piece.length === 0)) {
        const edge = theta2 === null ? lastSatisfied(at, before, theta1) : lastSatisfied(at, theta1, before);
        piece.push([edge, at(edge) ?? Math.PI]);
      }
      if (theta2 !== null) piece.push([theta1, theta2]);
      else if (piece.length > 0) {
        pieces.push(piece);
        piece = [];
      }
    });
    if (piece.length > 0) pieces.push(piece);
  }
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(key, pieces);
  borders.set(force, kept);
  return pieces;
}
