import type { Samples } from './dataset';

/** Which sample: number `index` of its class in its split. */
export interface Place {
  readonly split: 'train' | 'test';
  /** 0 ... classes.length − 1 */
  readonly label: number;
  readonly index: number;
}

export interface Plan {
  readonly classes: readonly string[];
  /** Shape of one sample. */
  readonly shape: readonly number[];
  /** Training samples of each class. */
  readonly train: number;
  /** Test samples of each class. */
  readonly test: number;
}

/**
 * Lays samples out as `Samples` wants them: training first, then testing, each with its classes in turn, so that every
 * beginning of a split is balanced. `write` fills in one sample at a time, in that order.
 */
export function inTurn(plan: Plan, write: (into: Float32Array, place: Place) => void): Samples {
  const { classes, shape, train, test } = plan;
  const count = classes.length;
  const size = shape.reduce((product, side) => product * side, 1);
  const trainCount = train * count;
  const n = trainCount + test * count;
  const x = new Float32Array(n * size);
  const y = new Uint8Array(n);
  for (let i = 0; i < n; i++) {
    const split = i < trainCount ? 'train' : 'test';
    // trainCount is a multiple of count: the test split starts with class 0 too.
    const label = i % count;
    const index = Math.floor((split === 'train' ? i : i - trainCount) / count);
    y[i] = label;
    write(x.subarray(i * size, (i + 1) * size), { split, label, index });
  }
  return { x, shape, y, classes, trainCount };
}
