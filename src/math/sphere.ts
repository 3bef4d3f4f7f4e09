/** Angle between two unit vectors, 0 ... π; exact at both ends, where arccos of a dot product is not. */
export function angleBetween(
  a: ArrayLike<number>,
  atA: number,
  b: ArrayLike<number>,
  atB: number,
  dim: number,
): number {
  let minus = 0;
  let plus = 0;
  for (let k = 0; k < dim; k++) {
    const [p, q] = [a[atA + k] ?? 0, b[atB + k] ?? 0];
    minus += (p - q) ** 2;
    plus += (p + q) ** 2;
  }
  return 2 * Math.atan2(Math.sqrt(minus), Math.sqrt(plus));
}

/** Angle from each row to the nearest other, radians. [rows, dim] row-major, of any lengths. */
export function nearestAngles(rows: ArrayLike<number>, dim: number): number[] {
  const unit = normaliseRows(rows, dim);
  const all = Array.from({ length: unit.length / dim }, (_, i) => i);
  return all.map((i) =>
    Math.min(...all.map((j) => (j === i ? Math.PI : angleBetween(unit, i * dim, unit, j * dim, dim)))),
  );
}

/** Length of one row of a row-major matrix. */
export function length(a: ArrayLike<number>, at: number, dim: number): number {
  let sum = 0;
  for (let k = 0; k < dim; k++) sum += (a[at + k] ?? 0) ** 2;
  return Math.sqrt(sum);
}

/** Lengths below this count as it, so that a vector of zeros gives numbers: 90° from everything. */
const TINY = 1e-30;

/** Angle between two vectors of any length, 0 ... π; exact at both ends. */
export function angleOfAny(
  a: ArrayLike<number>,
  atA: number,
  b: ArrayLike<number>,
  atB: number,
  dim: number,
): number {
  const byA = 1 / Math.max(TINY, length(a, atA, dim));
  const byB = 1 / Math.max(TINY, length(b, atB, dim));
  let minus = 0;
  let plus = 0;
  for (let k = 0; k < dim; k++) {
    const p = (a[atA + k] ?? 0) * byA;
    const q = (b[atB + k] ?? 0) * byB;
    minus += (p - q) ** 2;
    plus += (p + q) ** 2;
  }
  return 2 * Math.atan2(Math.sqrt(minus), Math.sqrt(plus));
}

/** Every row at unit length; a row of zeros stays. [rows, dim] row-major. */
export function normaliseRows(a: ArrayLike<number>, dim: number): Float64Array {
  const unit = Float64Array.from(a);
  for (let at = 0; at < unit.length; at += dim) {
    const size = length(unit, at, dim);
    if (size > 0) for (let k = 0; k < dim; k++) unit[at + k] = (unit[at + k] ?? 0) / size;
  }
  return unit;
}
