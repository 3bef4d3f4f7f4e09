import type { Finding } from './diagnose';
import { CELL, CELLS, sidesOfJump } from './jump';

/** A point of a curve over the angle: θ in radians, and the value there. */
export type GraphPoint = readonly [theta: number, value: number];

/** A curve as it is drawn: its pieces from jump to jump, so that nothing is drawn where it has no value. */
export type Graph = readonly (readonly GraphPoint[])[];

/** Both sides of every jump that a diagnosis found in ψ. */
export const jumpSides = (
  psi: (theta: number) => number,
  findings: readonly Finding[],
): (readonly [left: number, right: number])[] =>
  findings.flatMap((finding) => (finding.type === 'jumps' ? [sidesOfJump(psi, finding.theta)] : []));

/** The angles at which a curve is looked at, in pieces: the grid, and both sides of each jump. */
export function gridBetween(jumps: readonly (readonly [left: number, right: number])[]): number[][] {
  const pieces: number[][] = [];
  let begin = 0;
  let first = 0;
  for (const [left, right] of [...jumps, [Math.PI, Math.PI] as const]) {
    const last = Math.min(CELLS, Math.floor(left / CELL));
    const inside = Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => (first + i) * CELL);
    const piece = [begin, ...inside.filter((theta) => theta > begin && theta < left), left];
    pieces.push(piece);
    begin = right;
    first = Math.ceil(right / CELL);
  }
  return pieces;
}

/** A curve over 0 ... π; it has gaps where ψ jumps, each end of a piece being the value on that side. */
export const graph = (
  f: (theta: number) => number,
  jumps: readonly (readonly [left: number, right: number])[],
): Graph => gridBetween(jumps).map((angles) => angles.map((theta) => [theta, f(theta)]));
