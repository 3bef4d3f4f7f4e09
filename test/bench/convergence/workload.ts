import { readFile } from 'node:fs/promises';
import { type Dataset, type DataValues, defaultValues, type Samples } from '../../../src/data/dataset';
import { DATASETS } from '../../../src/datasets';
import { stream } from '../../../src/math/random';
import type { Structure } from '../../../src/train/protocol';
import { load } from '../../tools/samples';

/** A data set with the network and the pace that it is trained at. */
export interface Workload
  extends Pick<Dataset['training'], 'hidden' | 'activation' | 'learningRate' | 'batchSize'> {
  readonly name: string;
  readonly samples: Samples;
  readonly steps: number;
  readonly dim: Structure['dim'];
  /** Each names another initial network and another order of batches; the data stay. */
  readonly seeds: readonly number[];
}

const firstSeeds = (count: number): number[] => Array.from({ length: count }, (_, i) => i + 1);

/** A data set of the shelf as the page samples it, by default with all of the page's own values. */
export async function fromShelf(id: string, seeds: number, values: DataValues = {}): Promise<Workload> {
  const dataset = DATASETS[id];
  if (!dataset) throw new Error(`the shelf has no ${id}`);
  const samples = await dataset.sample(
    { ...defaultValues(dataset), ...values },
    stream(1, `data ${id}`), // the stream that the worker draws from
    load,
  );
  return { name: id, samples, dim: 2, seeds: firstSeeds(seeds), ...dataset.training };
}

/** Of test/reference/identities.bin: x of both splits as float32 little endian, then labels as uint8. */
const [TRAIN, TEST, INPUTS, CLASSES] = [2400, 800, 16, 8];

/** The very samples that the reference's table of identities was measured on. */
export async function referenceIdentities(seeds: number): Promise<Workload> {
  const file = await readFile(new URL('../../reference/identities.bin', import.meta.url));
  const count = (TRAIN + TEST) * INPUTS;
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const samples: Samples = {
    x: Float32Array.from({ length: count }, (_, i) => view.getFloat32(4 * i, true)),
    y: new Uint8Array(file.subarray(4 * count)),
    shape: [INPUTS],
    classes: Array.from({ length: CLASSES }, (_, c) => String(c)),
    trainCount: TRAIN,
  };
  const network = { hidden: [32, 16], activation: 'relu', learningRate: 5e-3, batchSize: 64 } as const;
  return { name: 'identities', samples, dim: 2, steps: 500, seeds: firstSeeds(seeds), ...network };
}

/** The reference's digits 0 ... 7, as nearly as the page's own file has them. */
export async function referenceDigits(seeds: number): Promise<Workload> {
  const digits = await fromShelf('digits', seeds, { perClass: 800, testPerClass: 180 });
  const network = { hidden: [128, 64], activation: 'relu', learningRate: 3e-3, batchSize: 128 } as const;
  return { ...digits, ...network, steps: 800 };
}
