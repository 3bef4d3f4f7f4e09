import { describe, expect, test } from 'vitest';
import { createFigureInput } from '../../src/app/figureInput';
import type { Theme } from '../../src/draw/theme';
import { FIGURES } from '../../src/figures';
import { chosenNow, type Figure, type FigureInput } from '../../src/figures/figure';
import type { Language } from '../../src/i18n/language';
import { NO_COURSE } from '../../src/lab/course';
import { writeLane } from '../../src/lab/laneAddress';
import { lossOf } from '../../src/lab/settings';
import { defaultConfig } from '../../src/margin/loss';
import { galleryLab } from '../gallery/lab';

const theme: Theme = {
  surface: '#ffffff',
  ink: '#14171c',
  muted: '#5a6372',
  line: '#dfe3e8',
  font: 'sans-serif',
  lettering: 1,
  classes: Array.from({ length: 10 }, (_, i) => `#0068b${i}`),
  lanes: Array.from({ length: 6 }, (_, i) => `#1f67b${i}`),
};

const own = (formula: string): string =>
  writeLane({ ...defaultConfig(lossOf({ loss: 'own', formula }), { classes: 8, dim: 2 }), formula });

/** Lanes of all kinds, one, six, and margins that are no number somewhere. */
const INPUTS: Readonly<Record<string, string>> = {
  'the default lanes': '',
  'one lane': 'lanes=arcFace,m2:0.5',
  'guards and infeasible margins':
    'lanes=cosFace,m3:0.6~arcFace,m2:1,guard:none~arcFace,guard:easy~arcFace,guard:clip~sphereFace,m1:1.35,guard:none~combined',
  'typed margins': `lanes=${['log(2 - theta)', 'cos(theta - 0.2)', 'sqrt(theta)', '-3', 'theta < 1 ? cos(theta) : 2'].map(own).join('~')}`,
};

/** A context that notes every number that is none. */
function watched(context: CanvasRenderingContext2D, bad: string[]): CanvasRenderingContext2D {
  const check = (what: string, values: readonly unknown[]): void => {
    if (values.some((value) => typeof value === 'number' && !Number.isFinite(value)))
      bad.push(`${what}(${values.join(', ')})`);
  };
  return new Proxy(context, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key);
      if (typeof value !== 'function') return value;
      return (...args: unknown[]) => {
        check(String(key), args);
        return Reflect.apply(value, target, args);
      };
    },
    set(target, key, value) {
      check(String(key), [value]);
      return Reflect.set(target, key, value);
    },
  });
}

/** Paints a figure as it is at first and with the last choice of each menu, with and without a crosshair. */
function paintAll(
  figure: Figure,
  input: FigureInput,
  width: number,
  language: Language,
): { bad: string[]; blank: boolean } {
  const bad: string[] = [];
  let blank = false;
  const first = chosenNow(figure, {}, input, 'en');
  const choices = figure.menus.map(({ id, offers }) => ({
    ...first,
    [id]: offers(input, 'en', first).at(-1)?.value ?? '',
  }));
  for (const chosen of [first, ...choices]) {
    const { pointing } = figure.show(input, chosen, language, null);
    for (const pointed of pointing ? [null, pointing.from, pointing.to] : [null]) {
      const canvas = document.createElement('canvas');
      const size = { width, height: Math.round(figure.height(width, input.lanes.length)), ratio: 1 };
      Object.assign(canvas, { width: size.width, height: size.height });
      const context = canvas.getContext('2d', { willReadFrequently: true });
      if (!context) throw new Error('no canvas');
      figure.show(input, chosen, language, pointed).paint(watched(context, bad), size, theme);
      blank ||= !context.getImageData(0, 0, size.width, size.height).data.some((value) => value > 0);
    }
  }
  return { bad, blank };
}

describe.each(Object.entries(INPUTS))('With %s', (_title, address) => {
  const lab = galleryLab(address);
  const full = createFigureInput(lab)();
  const empty: FigureInput = {
    ...full,
    count: 0,
    lit: null,
    marked: [],
    lanes: full.lanes.map((lane) => ({
      ...lane,
      now: null,
      start: null,
      middle: null,
      pairs: [],
      table: null,
      course: NO_COURSE,
    })),
  };

  test.each(FIGURES.map((figure) => [figure.id, figure] as const))(
    '%s is painted in every form at every size, and never at a place that is no number',
    (_id, figure) => {
      for (const input of [full, empty])
        for (const [width, language] of [
          [300, 'ko'],
          [1240, 'en'],
        ] as const)
          expect(paintAll(figure, input, width, language)).toEqual({ bad: [], blank: false });
    },
  );
});
