import type { Dataset } from '../data/dataset';

/** In the order of the menu; a data set that is not named here comes after these. */
const ORDER = ['digits', 'identities'];

const files = import.meta.glob<Dataset>(['./*.ts', '!./index.ts'], { eager: true, import: 'default' });

const rank = (dataset: Dataset): number =>
  ORDER.includes(dataset.id) ? ORDER.indexOf(dataset.id) : ORDER.length;

/** The shelf: every data set in this folder. */
export const DATASET_LIST: readonly Dataset[] = Object.values(files).sort((a, b) => rank(a) - rank(b));

/** The same by id. */
export const DATASETS: Readonly<Record<string, Dataset>> = Object.fromEntries(
  DATASET_LIST.map((dataset) => [dataset.id, dataset]),
);
