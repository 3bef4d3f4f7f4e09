import type { Figure } from './figure';

/** In the order of the page; a figure that is not named here comes after these. */
const ORDER = [
  'targetLogit',
  'decisionPlane',
  'angleDistributions',
  'classGap',
  'lossCourse',
  'angleStatistics',
  'verification',
];

const folders = import.meta.glob<Figure>('./*/index.ts', { eager: true, import: 'default' });

const rank = ({ id }: Figure): number => (ORDER.includes(id) ? ORDER.indexOf(id) : ORDER.length);

/** The shelf: every figure in a folder of its own. */
export const FIGURES: readonly Figure[] = Object.values(folders).sort((a, b) => rank(a) - rank(b));
