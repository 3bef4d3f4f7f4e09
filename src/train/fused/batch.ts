import type { EngineSpec } from '../engine';
import type { Device, Texture } from './device';

/**
 * Samples as the first layer reads them: two samples to a row, their inputs in 2×2 blocks (sample 1 above sample 2),
 * then the constant 1 that biases are the weights of, and in a block of its own each sample's class and weight:
 *
 *     x₁₁ x₁₂ │ x₁₃ x₁₄ │ … │ 1  0 │ y₁ 1/n
 *     x₂₁ x₂₂ │ x₂₃ x₂₄ │ … │ 1  0 │ y₂ 1/n
 *
 * The weights make sums over samples means; an odd number of samples is filled up with one of weight 0.
 */
export interface Batch {
  /** Where the block of classes and weights is. */
  readonly about: number;
  /** Puts samples into a texture, for programs that are run before the next call: it holds one batch at a time. */
  load(samples: ArrayLike<number>): Texture;
  dispose(): void;
}

/** The number of samples up to which the texture is not made anew. */
export const TILE = 512;

export const pairs = (samples: number): number => Math.ceil(samples / 2);

export function createBatch(device: Device, { x, y, inputs }: Pick<EngineSpec, 'x' | 'y' | 'inputs'>): Batch {
  const about = Math.ceil((inputs + 1) / 2);
  const row = 4 * (about + 1);
  let [texture, texels] = made(pairs(TILE));

  function made(rows: number): [Texture, Float32Array] {
    const ones = new Float32Array(row * rows);
    const one = 4 * Math.floor(inputs / 2) + (inputs % 2);
    for (let at = one; at < ones.length; at += row) {
      ones[at] = 1;
      ones[at + 2] = 1;
    }
    return [device.blank(about + 1, rows), ones];
  }

  /** Writes number b of the batch: every second pair of a row's numbers. */
  function put(b: number, sample: number, weight: number): void {
    const at = row * Math.floor(b / 2) + 2 * (b % 2);
    const from = sample * inputs;
    for (let i = 0; i < inputs; i++) texels[at + 2 * i - (i % 2)] = x[from + i] ?? 0;
    texels[at + 4 * about] = y[sample] ?? 0;
    texels[at + 4 * about + 1] = weight;
  }

  return {
    about,
    load(samples) {
      const length = row * pairs(samples.length);
      if (length > texels.length) {
        texture.dispose();
        [texture, texels] = made(pairs(samples.length));
      }
      for (let b = 0; b < samples.length; b++) put(b, samples[b] ?? 0, 1 / samples.length);
      if (samples.length % 2 === 1) put(samples.length, samples[samples.length - 1] ?? 0, 0);
      device.write(texture, 0, texels.subarray(0, length));
      return texture;
    },
    dispose: () => texture.dispose(),
  };
}
