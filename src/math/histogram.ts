import { direction, TURN } from './angle';

/**
 * Density of directions around the circle, smoothed: share of the samples per radian at `bins` even directions from 0.
 * Binned first, then a Gaussian of `bandwidth` radians, wrapped; it integrates to 1.
 */
export function circularDensity(
  directions: ArrayLike<number>,
  bins: number,
  bandwidth: number,
): Float64Array {
  const counts = new Float64Array(bins);
  const width = TURN / bins;
  for (let i = 0; i < directions.length; i++) {
    const bin = Math.round(direction(directions[i] ?? 0) / width) % bins;
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  const reach = Math.min(Math.floor(bins / 2), Math.ceil((3 * bandwidth) / width));
  const kernel = Array.from({ length: 2 * reach + 1 }, (_, k) =>
    Math.exp(-0.5 * (((k - reach) * width) / bandwidth) ** 2),
  );
  const total = kernel.reduce((a, b) => a + b, 0) * width * Math.max(1, directions.length);
  const density = new Float64Array(bins);
  counts.forEach((count, bin) => {
    if (count === 0) return;
    kernel.forEach((weight, k) => {
      const at = (bin + k - reach + bins) % bins;
      density[at] = (density[at] ?? 0) + (count * weight) / total;
    });
  });
  return density;
}

/** Share of the angles in each of `bins` even bins of 0 ... π; π itself counts in the last. */
export function angleShares(angles: ArrayLike<number>, bins: number): Float64Array {
  const shares = new Float64Array(bins);
  for (let i = 0; i < angles.length; i++) {
    const bin = Math.min(bins - 1, Math.floor(((angles[i] ?? 0) / Math.PI) * bins));
    shares[bin] = (shares[bin] ?? 0) + 1 / angles.length;
  }
  return shares;
}

/**
 * Density of angles between vectors, smoothed: share per radian at `bins` + 1 even angles 0 ... π; it integrates to 1.
 * An angle stands for both turns that make it, so what is smoothed across an end comes back from there.
 */
export function angleDensity(angles: ArrayLike<number>, bins: number, bandwidth: number): Float64Array {
  const turns = new Float64Array(2 * angles.length);
  for (let i = 0; i < angles.length; i++) {
    turns[2 * i] = angles[i] ?? 0;
    turns[2 * i + 1] = -(angles[i] ?? 0);
  }
  const around = circularDensity(turns, 2 * bins, bandwidth);
  return Float64Array.from({ length: bins + 1 }, (_, bin) => 2 * (around[bin] ?? 0));
}
