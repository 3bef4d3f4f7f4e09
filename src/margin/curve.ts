import { onGrid } from '../math/grid';
import type { Force } from './force';

/** Nodes on each half of the curve: with them a cubic between nodes is as exact as float32 can show. */
export const NODES = 2048;
/** The half chord at 90°, where both halves end. */
export const LAST = Math.SQRT1_2;
/** Numbers at a node: ψ, dψ/du, ψ′(θ) as the backward pass uses it, dψ′/du. */
export const CHANNELS = 4;

/**
 * A margin as the trainer sees it: sampled over the half chord u, no formula left.
 * First the near half by u = sin(θ/2) for θ ≤ 90°, then the far half by u = cos(θ/2) for θ ≥ 90°: each has its nodes
 * densest where float32 needs it. [2, NODES, CHANNELS] row-major.
 */
export type Curve = Float32Array;

/** π, read from inside: SphereFace's formula with a whole m₁ changes at π itself, where its curve has ended. */
const END = Math.PI * (1 - 1e-12);

/**
 * The grids of angles, of a curve's values and of their derivatives by u, so that a curve is the same in every
 * JavaScript engine (math/grid.ts). Angles, or a formula that changes over at a node, as guard `easy` at 90°, might do so
 * in one engine only. Values are rounded by 2.4e-7 at most, and a derivative counts as much as its cell is wide, 3.5e-4.
 */
const ANGLE_GRID = 2 ** -40;
const GRID = 2 ** -21;
const DERIVATIVE_GRID = 2 ** -10;

/** The angle at a node; u in 0 ... √½. */
const nearAngle = (u: number): number => onGrid(2 * Math.asin(u), ANGLE_GRID);
const farAngle = (u: number): number => Math.min(END, onGrid(2 * Math.acos(u), ANGLE_GRID));

/** Samples a margin in double precision, keeping float32. A cell that ψ jumps in is a ramp of one cell's width. */
export function sampleCurve(force: Force, curve: Curve = new Float32Array(2 * NODES * CHANNELS)): Curve {
  for (let half = 0; half < 2; half++) {
    for (let i = 0; i < NODES; i++) {
      const u = (i / (NODES - 1)) * LAST;
      const theta = half === 0 ? nearAngle(u) : farAngle(u);
      // du/dθ = cos(θ/2)/2 on the near half, −sin(θ/2)/2 on the far one; at least √½/2 in size on its own half.
      const dThetaDu = (half === 0 ? 2 : -2) / Math.sqrt(1 - u * u);
      const at = (half * NODES + i) * CHANNELS;
      curve[at] = onGrid(force.psi(theta), GRID);
      curve[at + 1] = onGrid(force.slope(theta) * dThetaDu, DERIVATIVE_GRID);
      curve[at + 2] = onGrid(force.backward(theta), GRID);
      curve[at + 3] = onGrid(force.bend(theta) * dThetaDu, DERIVATIVE_GRID);
    }
  }
  return curve;
}

const hermite = (p0: number, d0: number, p1: number, d1: number, f: number): number => {
  const g = 1 - f;
  return g * g * ((1 + 2 * f) * p0 + f * d0) + f * f * ((3 - 2 * f) * p1 - g * d1);
};

/** Reads a curve at half chords t = sin(θ/2), v = cos(θ/2), as the executors do: a cubic between two nodes. */
export function readCurve(
  curve: Curve,
  t: number,
  v: number,
): { readonly psi: number; readonly backward: number } {
  const cell = LAST / (NODES - 1);
  const position = Math.min(t, v) / cell;
  const i = Math.min(NODES - 2, Math.floor(position));
  const at = ((t <= v ? 0 : NODES) + i) * CHANNELS;
  const channel = (c: number): number =>
    hermite(
      curve[at + c] ?? 0,
      (curve[at + c + 1] ?? 0) * cell,
      curve[at + CHANNELS + c] ?? 0,
      (curve[at + CHANNELS + c + 1] ?? 0) * cell,
      position - i,
    );
  return { psi: channel(0), backward: channel(2) };
}
