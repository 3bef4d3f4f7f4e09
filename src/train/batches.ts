import { shuffle, stream } from '../math/random';

/** The order in which training samples are seen: one shuffle an epoch, the same for all lanes of a seed. */
export interface Batches {
  /** The next `size` samples, without repeating one within an epoch; an epoch's incomplete rest is left out. */
  next(size: number): Int32Array;
  /** A copy of where it stands. */
  state(): BatchesState;
}

/** Enough to go on with the same batches. */
export interface BatchesState {
  /** [trainCount] all samples in this epoch's order. */
  readonly order: Int32Array;
  /** How many of them have been seen. */
  readonly cursor: number;
  /** How many random numbers the shuffles have drawn. */
  readonly drawn: number;
}

/** Batches over samples 0 ... trainCount − 1, from the beginning or from where others stood. */
export function createBatches(trainCount: number, seed: number, from?: BatchesState): Batches {
  const order = from?.order.slice() ?? Int32Array.from({ length: trainCount }, (_, i) => i);
  let { cursor, drawn } = from ?? { cursor: trainCount, drawn: 0 };
  const random = stream(seed, 'batches', drawn);
  const counted = (): number => {
    drawn++;
    return random();
  };
  return {
    next(size) {
      const fits = Math.min(size, trainCount);
      if (cursor + fits > trainCount) {
        shuffle(order, counted);
        cursor = 0;
      }
      cursor += fits;
      return order.slice(cursor - fits, cursor);
    },
    state: () => ({ order: order.slice(), cursor, drawn }),
  };
}
