import type { MarginLoss } from '../margin/loss';

/** In the order of the menu; a loss that is not named here comes after these. */
const ORDER = ['softmax', 'normSoftmax', 'sphereFace', 'cosFace', 'arcFace', 'combined', 'own'];

const files = import.meta.glob<MarginLoss>(['./*.ts', '!./index.ts'], { eager: true, import: 'default' });

const rank = (loss: MarginLoss): number => (ORDER.includes(loss.id) ? ORDER.indexOf(loss.id) : ORDER.length);

/** The shelf: every loss in this folder. */
export const LOSSES: readonly MarginLoss[] = Object.values(files).sort((a, b) => rank(a) - rank(b));

export const lossById = (id: string): MarginLoss | undefined => LOSSES.find((loss) => loss.id === id);
