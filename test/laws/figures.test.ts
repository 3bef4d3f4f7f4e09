import { describe, expect, test } from 'vitest';
import { createFigureInput } from '../../src/app/figureInput';
import { FIGURES } from '../../src/figures';
import { chosenNow } from '../../src/figures/figure';
import { sampleAngles } from '../../src/figures/sampleAngles';
import { LANGUAGES } from '../../src/i18n/language';
import { headInput, headLoss, laneFeatures, laneMoment } from '../../src/lab/laneView';
import { read } from '../../src/lab/readings';
import { marginOf } from '../../src/lab/settings';
import { sampleRow } from '../../src/margin/head';
import { galleryLab } from '../gallery/lab';
import { DEFAULT, GUARDS, inputOf, ODD, readLab, say, untrained } from './figureLab';

const [input, guards, odd] = await Promise.all([inputOf(DEFAULT), inputOf(GUARDS), inputOf(ODD)]);
const empty = untrained(input);

describe('Every figure', () => {
  test('is on the shelf once, with a question in both languages', () => {
    expect(new Set(FIGURES.map(({ id }) => id)).size).toBe(FIGURES.length);
    expect(FIGURES.length).toBeGreaterThanOrEqual(7);
    for (const { text } of FIGURES)
      for (const language of LANGUAGES) expect(text[language].about.length).toBeGreaterThan(20);
  });

  describe.each(FIGURES.map((figure) => [figure.id, figure] as const))('%s', (_id, figure) => {
    test.each([
      ['with samples', input],
      ['of guards', guards],
      ['of margins that are typed', odd],
      ['before there are samples', empty],
    ] as const)('%s says in both languages what it shows', (_title, shown) => {
      const said = LANGUAGES.map((language) => say(figure, shown, language));
      for (const text of said) {
        expect(text.length).toBeGreaterThan(10);
        expect(text).not.toMatch(/NaN|Infinity|undefined|null|\[object/);
      }
      expect(said[0]).not.toBe(said[1]);
      // Numbers are the same in any language.
      const numbers = (text = ''): string[] => (text.match(/[−\d.]*\d/g) ?? []).toSorted();
      expect(numbers(said[0])).toEqual(numbers(said[1]));
    });

    test('says the same whether it was prepared or not, of each lane, and of one that is gone', async () => {
      if (!figure.prepare) return;
      const [prepared, other] = [await inputOf(GUARDS), await inputOf(GUARDS)];
      const chosen = chosenNow(figure, {}, prepared, 'en');
      for (let lane = 0; lane <= prepared.lanes.length; lane++) figure.prepare(prepared, chosen, lane);
      expect(say(figure, prepared, 'en')).toBe(say(figure, other, 'en'));
      figure.prepare(empty, chosenNow(figure, {}, empty, 'en'), 0);
    });

    test('says other numbers when a margin has moved', async () => {
      const moved = await inputOf(DEFAULT.replace('m2:0.5', 'm2:0.3').replace('m3:0.25', 'm3:0.1'));
      // Angles of samples are measured without a margin.
      if (/^angle|^verification/.test(figure.id))
        expect(say(figure, moved, 'en')).toBe(say(figure, input, 'en'));
      else expect(say(figure, moved, 'en')).not.toBe(say(figure, input, 'en'));
    });

    test('says something else for every choice of its menus', () => {
      for (const { id, offers } of figure.menus) {
        const first = chosenNow(figure, {}, input, 'en');
        for (const { value } of offers(input, 'en', first).slice(1)) {
          const { pointing, say: sentences } = figure.show(input, { ...first, [id]: value }, 'en', null);
          const other = figure.show(input, first, 'en', null);
          const all = [...sentences(), pointing?.to];
          expect(all).not.toEqual([...other.say(), other.pointing?.to]);
        }
      }
    });

    test('takes what is not offered for its default', () => {
      const nonsense = Object.fromEntries(figure.menus.map(({ id }) => [id, 'nonsense']));
      expect(chosenNow(figure, nonsense, input, 'en')).toEqual(chosenNow(figure, {}, input, 'en'));
    });

    test('with a crosshair says what stands at every place', () => {
      const { pointing } = figure.show(input, chosenNow(figure, {}, input, 'en'), 'en', null);
      if (!pointing) return;
      const places = [0, 0.3, 0.7, 1].map((part) => pointing.from + part * (pointing.to - pointing.from));
      const said = places.map(pointing.say);
      expect(new Set(said).size).toBe(places.length);
      for (const text of said) for (const { name } of input.lanes) expect(text).toContain(name);
    });

    test('needs a height for any width and number of lanes', () => {
      for (const width of [300, 560, 1240])
        for (const lanes of [1, 2, 3, 4, 5, 6]) {
          expect(figure.height(width, lanes)).toBeGreaterThan(60);
          expect(figure.height(width, lanes)).toBeLessThan(1300);
        }
    });
  });
});

describe('The input of figures', () => {
  test('is the same object until something of it has changed', async () => {
    const lab = await readLab(DEFAULT);
    const read = createFigureInput(lab);
    const before = read();
    expect(read()).toBe(before);
    lab.store.setState({ enlarged: 1 });
    expect(read()).toBe(before);
    const lanes = before.lanes.map(({ force }) => force);
    lab.change({ theme: 'dark' });
    expect(read().lanes.map(({ force }) => force)).toEqual(lanes);
    lab.setRadius(0, 2);
    expect(read()).not.toBe(before);
    expect(read().lanes[0]?.radius).toBe(2);
  });

  test('marks the sample that is picked and the one that is pointed at, and knows the class that is lit up', async () => {
    const lab = await readLab(DEFAULT);
    const read = createFigureInput(lab);
    expect(read()).toMatchObject({ marked: [], lit: null });
    lab.pick(3);
    lab.lit.point({ cls: null, sample: 5 });
    expect(read()).toMatchObject({ marked: [3, 5], lit: null });
    lab.lit.keep(2);
    expect(read().lit).toBe(2);
    lab.lit.point({ cls: 1, sample: 3 });
    expect(read()).toMatchObject({ marked: [3], lit: 1 });
    lab.lit.point({ cls: null, sample: null });
    expect(lab.lit.letGo()).toBe(true);
    expect(lab.lit.letGo()).toBe(false);
    // A sample of the test split is none of the figures'.
    lab.pick(read().count);
    expect(read()).toMatchObject({ marked: [], lit: null });
  });

  test('has what was at the start, half-way and now', () => {
    for (const { start, middle, now } of input.lanes)
      expect([start?.step, middle?.step, now?.step]).toEqual([0, 60, 120]);
  });

  test('has no samples before the first look, but centres', () => {
    const lab = galleryLab(DEFAULT);
    lab.restart();
    const { lanes, count, classes } = createFigureInput(lab)();
    expect(count).toBe(0);
    expect(classes.length).toBeGreaterThan(2);
    for (const lane of lanes) {
      expect(lane.now).toBeNull();
      expect(lane.centres.length).toBe(2 * classes.length);
    }
  });
});

/** Degrees of half chords, in double precision, of float32 numbers. */
const SAME = 1e-9;

test('The angles of samples are those that the loss sees', async () => {
  const { feed, store } = await readLab(DEFAULT);
  const { whole, samples } = feed.now;
  if (!whole || !samples) throw new Error('no samples');
  input.lanes.forEach((lane, i) => {
    const now = laneMoment(whole.moment, i);
    const margin = marginOf(store.getState().settings.lanes[i]!);
    const head = headInput(laneFeatures(whole.features, i, input.lanes.length), now, samples);
    const { own, nearest } = sampleAngles(lane.now!, input);
    expect(own.length).toBe(samples.trainCount);
    for (let k = 0; k < samples.trainCount; k++) {
      const { theta, cos } = sampleRow(head, headLoss(margin, now.time), k);
      expect(Math.abs((own[k] ?? 0) - theta)).toBeLessThan(SAME);
      const others = [...cos].filter((_, j) => j !== samples.y[k]);
      expect(Math.abs(Math.cos(nearest[k] ?? 0) - Math.max(...others))).toBeLessThan(SAME);
    }
  });
});

test('The pairs of a lane are what its class gap is made of', async () => {
  const { feed, store } = await readLab(DEFAULT);
  const { whole, samples } = feed.now;
  if (!whole || !samples) throw new Error('no samples');
  store.getState().settings.lanes.forEach((config, lane) => {
    const { pairs, gap } = read(whole, samples, marginOf(config), lane);
    expect(pairs).toHaveLength(samples.classes.length);
    const gaps = pairs.map((pair) => pair.gap);
    expect(gaps.reduce((a, b) => a + b) / gaps.length).toBeCloseTo(gap.mean, 12);
    expect(Math.min(...gaps)).toBe(gap.min);
    // Neighbours all around the circle: their distances make a full turn.
    const turn = pairs.reduce((sum, { delta }) => sum + delta, 0);
    expect(turn).toBeCloseTo(2 * Math.PI, 6);
  });
});
