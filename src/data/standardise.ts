import type { Samples } from './dataset';

/**
 * Gives every coordinate of x, in place, mean 0 and standard deviation 1 over the training split.
 * All else is moved and scaled by the same numbers: a network must know nothing about it.
 */
export function standardise(samples: Samples): Samples {
  const { x, y, trainCount, heldOut } = samples;
  const size = x.length / y.length;
  for (let k = 0; k < size; k++) {
    let mean = 0;
    for (let i = 0; i < trainCount; i++) mean += (x[i * size + k] ?? 0) / trainCount;
    let variance = 0;
    for (let i = 0; i < trainCount; i++) variance += ((x[i * size + k] ?? 0) - mean) ** 2 / trainCount;
    // A coordinate that never changes stays 0.
    const scale = variance > 0 ? 1 / Math.sqrt(variance) : 1;
    for (const all of heldOut ? [x, heldOut.x] : [x])
      for (let at = k; at < all.length; at += size) all[at] = ((all[at] ?? 0) - mean) * scale;
  }
  return samples;
}
