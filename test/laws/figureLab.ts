import { createFigureInput } from '../../src/app/figureInput';
import { chosenNow, type Figure, type FigureInput } from '../../src/figures/figure';
import type { Language } from '../../src/i18n/language';
import { NO_COURSE } from '../../src/lab/course';
import { writeLane } from '../../src/lab/laneAddress';
import { lossOf } from '../../src/lab/settings';
import type { Lab } from '../../src/lab/state';
import { defaultConfig } from '../../src/margin/loss';
import { galleryLab } from '../gallery/lab';

export const DEFAULT = 'lanes=softmax~sphereFace~cosFace,m3:0.25~arcFace,m2:0.5';
export const GUARDS =
  'lanes=normSoftmax~cosFace,m3:0.6~arcFace,m2:0.5,guard:none~arcFace,m2:0.5,guard:easy~combined,m1:2,m2:0.3,m3:0.1,guard:none';

/** Margins as somebody may type them: no number somewhere, easier than none, rising, above 1, far below −1. */
const TYPED = [
  'log(2 - theta)',
  'cos(theta - 0.2)',
  'cos(3*theta)',
  'theta < 1 ? cos(theta) : 2',
  '-3',
  'sqrt(theta)',
];
export const ODD = `lanes=${TYPED.map((formula) => writeLane({ ...defaultConfig(lossOf({ loss: 'own', formula }), { classes: 8, dim: 2 }), formula })).join('~')}`;

/** A lab of the gallery with its readings, which are taken a lane at a time. */
export async function readLab(address: string): Promise<Lab> {
  const lab = galleryLab(address);
  const whole = lab.feed.now.whole;
  while (lab.store.getState().vitals.some((vitals) => vitals?.readings.step !== whole?.moment.step))
    await new Promise((resolve) => setTimeout(resolve));
  return lab;
}
export const inputOf = async (address: string): Promise<FigureInput> =>
  createFigureInput(await readLab(address))();

export function say(figure: Figure, input: FigureInput, language: Language, chosen = {}): string {
  const now = chosenNow(figure, chosen, input, language);
  return figure.show(input, now, language, null).say().join('\n');
}

/** The same before anything was trained: centres are known, samples are not. */
export const untrained = (input: FigureInput): FigureInput => ({
  ...input,
  count: 0,
  lanes: input.lanes.map((lane) => ({
    ...lane,
    now: null,
    start: null,
    middle: null,
    pairs: [],
    table: null,
    testAccuracy: null,
    course: NO_COURSE,
  })),
});
