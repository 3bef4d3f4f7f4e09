import { readFile } from 'node:fs/promises';
import {
  type Dataset,
  type DataValues,
  defaultValues,
  type Load,
  type Samples,
} from '../../src/data/dataset';
import { stream } from '../../src/math/random';

/** Reads public/ from the disk. */
export const load: Load = async (file) =>
  new Uint8Array(await readFile(new URL(`../../public/${file}`, import.meta.url))).buffer;

/** Samples with the default values, but for some; these may be wrong on purpose. */
export const sampleOf = (
  dataset: Dataset,
  values: Readonly<Record<string, unknown>> = {},
  seed = 1,
): Promise<Samples> =>
  // Not safe, and meant so: data sets repair what they are given.
  dataset.sample({ ...defaultValues(dataset), ...values } as DataValues, stream(seed, 'data'), load);

/** Numbers in one sample. */
export const sizeOf = ({ shape }: Samples): number => shape.reduce((product, side) => product * side, 1);

export const rowOf = (samples: Samples, i: number): Float32Array =>
  samples.x.subarray(i * sizeOf(samples), (i + 1) * sizeOf(samples));

export const mean = (values: ArrayLike<number>): number =>
  Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;

function squaredDistance(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += ((a[k] ?? 0) - (b[k] ?? 0)) ** 2;
  return sum;
}

/** Accuracy on the test split of the vote of the k nearest training samples, 0 ... 1. */
export function nearestNeighbours(samples: Samples, k: number): number {
  const { y, trainCount, classes } = samples;
  const training = Array.from({ length: trainCount }, (_, i) => ({
    row: rowOf(samples, i),
    label: y[i] ?? 0,
  }));
  const vote = (test: Float32Array): number => {
    const near = training
      .map(({ row, label }) => ({ label, distance: squaredDistance(row, test) }))
      .sort((a, b) => a.distance - b.distance)
      .slice(0, k);
    const votes = classes.map((_, c) => near.filter(({ label }) => label === c).length);
    return votes.indexOf(Math.max(...votes));
  };
  const tests = Array.from(y.subarray(trainCount));
  const right = tests.filter((label, i) => vote(rowOf(samples, trainCount + i)) === label);
  return right.length / tests.length;
}
