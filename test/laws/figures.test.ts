import { describe, expect, test } from 'vitest';
import { createFigureInput } from '../../src/app/figureInput';
import { FIGURES } from '../../src/figures';
import { borderOf } from '../../src/figures/decisionPlane/border';
import { planeScene } from '../../src/figures/decisionPlane/scene';
import { chosenNow, type FigureInput } from '../../src/figures/figure';
import { sampleAngles, shareBetween } from '../../src/figures/sampleAngles';
import { logitScene } from '../../src/figures/targetLogit/scene';
import { LANGUAGES } from '../../src/i18n/language';
import { headInput, headLoss, laneFeatures, laneMoment } from '../../src/lab/laneView';
import { read } from '../../src/lab/readings';
import { marginOf } from '../../src/lab/settings';
import { forceAt } from '../../src/margin/force';
import { sampleRow } from '../../src/margin/head';
import { EQUAL, lead, type Pair } from '../../src/margin/plane';
import { stream } from '../../src/math/random';
import { galleryLab } from '../gallery/lab';
import { DEFAULT, GUARDS, inputOf, ODD, readLab, say, untrained } from './figureLab';
import { LANES } from './lanes';

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

describe('Target logit', () => {
  test('marks where ψ rises, with the share of samples there', () => {
    const { lanes } = logitScene(guards, { curve: 'psi', range: 'whole' });
    const none = lanes[2];
    expect(none?.rises?.from).toBeCloseTo(Math.PI - 0.5, 6);
    expect(none?.rises?.to).toBeCloseTo(Math.PI, 6);
    const angles = sampleAngles(guards.lanes[2]!.now!, guards).own;
    expect(none?.rises?.share).toBe(shareBetween(angles, none!.rises!.from, none!.rises!.to));
    // At the start directions are at random: about .5/π of them are there.
    const early = { ...guards, lanes: guards.lanes.map((lane) => ({ ...lane, now: lane.start })) };
    const share = logitScene(early, { curve: 'psi', range: 'whole' }).lanes[2]?.rises?.share ?? 0;
    expect(Math.abs(share - 0.5 / Math.PI)).toBeLessThan(0.06);
    expect(lanes[0]?.rises).toBeNull();
  });

  test('calls plain softmax and Norm-Softmax cosθ, and no margin so', () => {
    const plain = (of: FigureInput): boolean[] => logitScene(of, {}).lanes.map((lane) => lane.plain);
    expect(plain(input)).toEqual([true, false, false, false]);
    expect(plain(guards)).toEqual([true, false, false, false, false]);
    expect(say(FIGURES[0]!, input, 'en')).toMatch(/Softmax: cos θ itself/);
  });

  test('has every value that it draws within its axis', () => {
    for (const curve of ['psi', 'slope'])
      for (const range of ['whole', 'paper']) {
        const { lanes, low, high, from, to } = logitScene(guards, { curve, range });
        for (const [theta, value] of lanes.flatMap(({ drawn }) => drawn.flat())) {
          if (theta < from || theta > to) continue;
          expect(value).toBeGreaterThanOrEqual(low);
          expect(value).toBeLessThanOrEqual(high);
        }
      }
  });
});

describe('The decision plane', () => {
  const softmaxPair: Pair = { weights: [1.4, 0.9], offset: 0.15 };

  test.each(LANES)(
    'of $title draws the border between what the inequality holds for and what not',
    ({ margin }) => {
      const force = forceAt(margin, 300);
      const random = stream(1, 'plane');
      for (const pair of [EQUAL, softmaxPair]) {
        const pieces = borderOf(force, pair);
        for (const [theta1, theta2] of pieces.flat()) {
          expect(lead(force.psi, pair, theta1, Math.min(Math.PI, theta2 + 1e-6))).toBeGreaterThanOrEqual(
            -1e-9,
          );
          if (theta2 > 1e-6) expect(lead(force.psi, pair, theta1, theta2 - 1e-6)).toBeLessThan(1e-9);
        }
        // Where no piece is, the class is satisfied nowhere.
        for (let k = 0; k < 60; k++) {
          const theta1 = Math.PI * random();
          const covered = pieces.some((piece) => piece[0]![0] <= theta1 && theta1 <= piece.at(-1)![0]);
          expect(lead(force.psi, pair, theta1, Math.PI) >= 0).toBe(covered);
        }
      }
    },
  );

  test('counts the samples that keep their margin against the other class', () => {
    const classes = ['2', '5'];
    const scene = planeScene(input, { first: classes[0]!, second: classes[1]! });
    scene.lanes.forEach(({ satisfied, points, delta }, i) => {
      const { force, margin } = input.lanes[i]!;
      points.forEach((angles) => {
        for (let k = 0; k < angles.length; k += 2) {
          // In two dimensions a sample lies on the edge of what can occur.
          const [a, b] = [angles[k]!, angles[k + 1]!];
          const edges = [
            Math.abs(Math.abs(a - b) - delta),
            Math.abs(a + b - delta),
            Math.abs(2 * Math.PI - a - b - delta),
          ];
          expect(Math.min(...edges)).toBeLessThan(1e-6);
        }
      });
      if (margin.scale === 'norm*wnorm') return;
      const [first] = points;
      const kept = Array.from({ length: first.length / 2 }, (_, k) => k).filter(
        (k) => force.psi(first[2 * k]!) >= Math.cos(first[2 * k + 1]!),
      );
      expect(satisfied[0]).toBeCloseTo(kept.length / (first.length / 2), 12);
    });
  });

  test('offers as the second class every other one, the next first', () => {
    const plane = FIGURES.find(({ id }) => id === 'decisionPlane')!;
    const chosen = (first: string, second: string) => chosenNow(plane, { first, second }, input, 'en');
    expect(chosen('', '')).toEqual({ first: '0', second: '1' });
    expect(chosen('7', '')).toEqual({ first: '7', second: '0' });
    expect(chosen('3', '3')).toEqual({ first: '3', second: '4' });
    expect(chosen('3', '1')).toEqual({ first: '3', second: '1' });
  });
});
