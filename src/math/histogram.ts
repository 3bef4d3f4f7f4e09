import { direction, TURN } from './angle';

/**
 * Smooths counts in even bins around the circle: a Gaussian of `bandwidth` radians, wrapped. Of `count` samples; as a
 * density it integrates to 1.
 */
function smoothAround(counts: Float64Array, count: number, bandwidth: number): Float64Array {
  const bins = counts.length;
  const width = TURN / bins;
  const reach = Math.min(Math.floor(bins / 2), Math.ceil((3 * bandwidth) / width));
  const kernel = Array.from({ length: 2 * reach + 1 }, (_, k) =>
    Math.exp(-0.5 * (((k - reach) * width) / bandwidth) ** 2),
  );
  const total = kernel.reduce((a, b) => a + b, 0) * width * Math.max(1, count);
  const density = new Float64Array(bins);
  counts.forEach((inBin, bin) => {
    if (inBin === 0) return;
    kernel.forEach((weight, k) => {
      const at = (bin + k - reach + bins) % bins;
      density[at] = (density[at] ?? 0) + (inBin * weight) / total;
    });
  });
  return density;
}

/** Density of directions around the circle, smoothed: share of them per radian at `bins` even directions from 0. */
export function circularDensity(
  directions: ArrayLike<number>,
  bins: number,
  bandwidth: number,
): Float64Array {
  const counts = new Float64Array(bins);
  for (let i = 0; i < directions.length; i++) {
    const bin = Math.round((direction(directions[i] ?? 0) / TURN) * bins) % bins;
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return smoothAround(counts, directions.length, bandwidth);
}

/**
 * Density of angles between vectors, smoothed: share per radian at `bins` + 1 even angles 0 ... π; it integrates to 1.
 * An angle stands for both turns that make it, so what is smoothed across an end comes back from there.
 */
export function angleDensity(angles: ArrayLike<number>, bins: number, bandwidth: number): Float64Array {
  const around = 2 * bins;
  const counts = new Float64Array(around);
  for (let i = 0; i < angles.length; i++) {
    const bin = Math.round(((angles[i] ?? 0) / Math.PI) * bins);
    const back = (around - bin) % around;
    counts[bin] = (counts[bin] ?? 0) + 1;
    counts[back] = (counts[back] ?? 0) + 1;
  }
  // Twice as many turns as angles: dividing by the angles doubles the density of half a circle.
  return smoothAround(counts, angles.length, bandwidth).slice(0, bins + 1);
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
