/** A vector in space. */
export type Vector = readonly [x: number, y: number, z: number];

export const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

export const cross = (a: Vector, b: Vector): Vector => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];

/** pa + qb */
export const combine = (p: number, a: Vector, q: number, b: Vector): Vector => [
  p * a[0] + q * b[0],
  p * a[1] + q * b[1],
  p * a[2] + q * b[2],
];

export const minus = (a: Vector, b: Vector): Vector => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];

/** At unit length; a vector of zeros stays. */
export function unit(v: Vector): Vector {
  const by = 1 / (Math.hypot(...v) || 1);
  return [v[0] * by, v[1] * by, v[2] * by];
}

/** Angle between two unit vectors, 0 ... π, exact at both ends. */
export const angleTo = (a: Vector, b: Vector): number =>
  2 * Math.atan2(Math.hypot(...minus(a, b)), Math.hypot(...combine(1, a, 1, b)));

/** Row i of [n, 3] row-major. */
export const rowOf = (rows: ArrayLike<number>, i: number): Vector => [
  rows[3 * i] ?? 0,
  rows[3 * i + 1] ?? 0,
  rows[3 * i + 2] ?? 0,
];

/** Two unit vectors u, v at right angles to a unit vector and to each other, so that u × v is that vector. */
export function tangents(axis: Vector): readonly [u: Vector, v: Vector] {
  // Any vector that is not nearly parallel to the axis will do.
  const other: Vector = Math.abs(axis[2]) < 0.9 ? [0, 0, 1] : [1, 0, 0];
  const u = unit(cross(other, axis));
  return [u, cross(axis, u)];
}
