import { shuffle, stream } from '../math/random';

/** The order in which training samples are seen: one shuffle an epoch, the same for all lanes of a seed. */
export interface Batches {
  /** The next `size` samples, without repeating one within an epoch; an epoch's incomplete rest is left out. */
  next(size: number): Int32Array;
}

/** Batches over samples 0 ... trainCount − 1. */
export function createBatches(trainCount: number, seed: number): Batches {
  const random = stream(seed, 'batches');
  const order = Int32Array.from({ length: trainCount }, (_, i) => i);
  let cursor = trainCount;
  return {
    next(size) {
      const fits = Math.min(size, trainCount);
      if (cursor + fits > trainCount) {
        shuffle(order, random);
        cursor = 0;
      }
      cursor += fits;
      return order.slice(cursor - fits, cursor);
    },
  };
}
