import { describe, expect, test } from 'vitest';
import { symbols } from '../../src/expr/expr';
import { LANGUAGES } from '../../src/i18n/language';
import { LOSSES, lossById } from '../../src/losses';
import { choose } from '../../src/margin/compile';
import { defaultConfig, defaultValue } from '../../src/margin/loss';
import { LANES } from './lanes';

test('The shelf begins with the losses of the ArcFace paper, in the order of the menu', () => {
  const menu = ['softmax', 'normSoftmax', 'sphereFace', 'cosFace', 'arcFace', 'combined'];
  expect(LOSSES.map(({ id }) => id).slice(0, menu.length)).toEqual(menu);
});

test('Each loss is found under its own id, and no two have the same', () => {
  for (const loss of LOSSES) expect(lossById(loss.id)).toBe(loss);
  expect(new Set(LOSSES.map(({ id }) => id)).size).toBe(LOSSES.length);
  expect(lossById('toString')).toBeUndefined();
});

describe.each(LOSSES.map((loss) => [loss.id, loss] as const))('%s', (_id, loss) => {
  const choices = Object.values(loss.options).flatMap((option) => Object.values(option.choices));

  test.each(LANGUAGES)('has words for everything in %s', (language) => {
    const words = [
      loss.text[language].about,
      ...Object.values(loss.options).map((option) => option.text[language]),
      ...choices.flatMap(({ text }) => [text[language].label, text[language].about]),
    ];
    expect(words.filter((word) => word.trim() === '')).toEqual([]);
  });

  test('says the same in two languages, not twice in one', () => {
    expect(loss.text.ko.about).not.toBe(loss.text.en.about);
    expect(loss.text.ko.about).toMatch(/\p{Script=Hangul}/u);
    for (const { text } of choices) expect(text.ko.about).toMatch(/\p{Script=Hangul}/u);
  });

  test('names its source, unless it is typed', () => {
    if (!loss.source) {
      expect(loss.typed).toBeDefined();
      return;
    }
    const { cite, year, url, equation } = loss.source;
    expect([cite, equation].every((text) => text.trim() !== '')).toBe(true);
    expect(year).toBeGreaterThan(1990);
    expect(new URL(url).protocol).toBe('https:');
  });

  test('has defaults that its sliders can show, for every number of classes', () => {
    for (const param of Object.values(loss.params)) {
      for (let classes = 2; classes <= 10; classes++) {
        const value = defaultValue(param, { classes, dim: 2 });
        expect(value).toBeGreaterThanOrEqual(param.min);
        expect(value).toBeLessThanOrEqual(param.max);
        const steps = (value - param.min) / param.step;
        expect(Math.abs(steps - Math.round(steps))).toBeLessThan(1e-6);
      }
    }
  });

  test('has margins with a place where they do nothing, and a scale without', () => {
    for (const { role, neutral, min, max } of Object.values(loss.params)) {
      if (role === 'scale') expect(neutral).toBeUndefined();
      else {
        expect(neutral).toBeGreaterThanOrEqual(min);
        expect(neutral).toBeLessThanOrEqual(max);
      }
    }
  });

  test('has a scale slider just where a scale can be fixed', () => {
    const fixed = [loss, ...choices].some(({ scale }) => scale === 's');
    expect('s' in loss.params).toBe(fixed);
  });

  test('starts with the first choice of each option, which changes nothing', () => {
    const { options } = defaultConfig(loss, { classes: 8, dim: 2 });
    const { target, scale, bias } = choose(loss, options);
    expect({ target, scale, bias }).toEqual({ target: loss.target, scale: loss.scale, bias: loss.bias });
  });
});

test.each(LANES.map((lane) => [lane.title, lane] as const))(
  '%s: its formula knows theta and its parameters only',
  (_title, lane) => {
    const known = ['theta', ...Object.keys(lane.loss.params)];
    expect([...symbols(lane.margin.target)].filter((name) => !known.includes(name))).toEqual([]);
    expect(lane.margin.target).toBeDefined();
  },
);
