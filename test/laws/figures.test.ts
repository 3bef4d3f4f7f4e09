import { describe, expect, test } from 'vitest';
import { createFigureInput } from '../../src/app/figureInput';
import { FIGURES } from '../../src/figures';
import { distributionScene } from '../../src/figures/angleDistributions/scene';
import { STATISTICS, type Statistic, TABLE_3 } from '../../src/figures/angleStatistics/paper';
import { statisticsScene } from '../../src/figures/angleStatistics/scene';
import { borderOf } from '../../src/figures/decisionPlane/border';
import { planeScene } from '../../src/figures/decisionPlane/scene';
import { chosenNow, type Figure, type FigureInput } from '../../src/figures/figure';
import { courseScene, pointAt } from '../../src/figures/lossCourse/scene';
import { sampleAngles, shareBetween } from '../../src/figures/sampleAngles';
import { logitScene } from '../../src/figures/targetLogit/scene';
import { LANGUAGES, type Language } from '../../src/i18n/language';
import { NO_COURSE } from '../../src/lab/course';
import { writeLane } from '../../src/lab/laneAddress';
import { headInput, headLoss, laneFeatures, laneMoment } from '../../src/lab/laneView';
import { read } from '../../src/lab/readings';
import { lossOf, marginOf } from '../../src/lab/settings';
import type { Lab } from '../../src/lab/state';
import { forceAt } from '../../src/margin/force';
import { sampleRow } from '../../src/margin/head';
import { defaultConfig } from '../../src/margin/loss';
import { EQUAL, lead, type Pair } from '../../src/margin/plane';
import { toDegrees } from '../../src/math/angle';
import { stream } from '../../src/math/random';
import { galleryLab } from '../gallery/lab';
import { REFERENCE_DIR, readFolder } from '../golden/folder';
import { LANES } from './lanes';

const DEFAULT = 'lanes=softmax~sphereFace~cosFace,m3:0.25~arcFace,m2:0.5';
const GUARDS =
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
const ODD = `lanes=${TYPED.map((formula) => writeLane({ ...defaultConfig(lossOf({ loss: 'own', formula }), { classes: 8, dim: 2 }), formula })).join('~')}`;

/** A lab of the gallery with its readings, which are taken a lane at a time. */
async function readLab(address: string): Promise<Lab> {
  const lab = galleryLab(address);
  const whole = lab.feed.now.whole;
  while (lab.store.getState().vitals.some((vitals) => vitals?.readings.step !== whole?.moment.step))
    await new Promise((resolve) => setTimeout(resolve));
  return lab;
}
const inputOf = async (address: string): Promise<FigureInput> => createFigureInput(await readLab(address))();

function say(figure: Figure, input: FigureInput, language: Language, chosen = {}): string {
  const now = chosenNow(figure, chosen, input.classes, language);
  return figure.show(input, now, language, null).say().join('\n');
}

const [input, guards, odd] = await Promise.all([inputOf(DEFAULT), inputOf(GUARDS), inputOf(ODD)]);
/** Before anything was trained: centres are known, samples are not. */
const empty: FigureInput = {
  ...input,
  count: 0,
  lit: null,
  marked: [],
  lanes: input.lanes.map((lane) => ({
    ...lane,
    now: null,
    start: null,
    middle: null,
    pairs: [],
    table: null,
    course: NO_COURSE,
  })),
};

describe('Every figure', () => {
  test('is on the shelf once, with a question in both languages', () => {
    expect(new Set(FIGURES.map(({ id }) => id)).size).toBe(FIGURES.length);
    expect(FIGURES.length).toBeGreaterThanOrEqual(6);
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

    test('says other numbers when a margin has moved', async () => {
      const moved = await inputOf(DEFAULT.replace('m2:0.5', 'm2:0.3').replace('m3:0.25', 'm3:0.1'));
      // Angles of samples are measured without a margin.
      if (figure.id.startsWith('angle')) expect(say(figure, moved, 'en')).toBe(say(figure, input, 'en'));
      else expect(say(figure, moved, 'en')).not.toBe(say(figure, input, 'en'));
    });

    test('says something else for every choice of its menus', () => {
      for (const { id, offers } of figure.menus) {
        const first = chosenNow(figure, {}, input.classes, 'en');
        for (const { value } of offers(input.classes, 'en', first).slice(1)) {
          const { pointing, say: sentences } = figure.show(input, { ...first, [id]: value }, 'en', null);
          const other = figure.show(input, first, 'en', null);
          const all = [...sentences(), pointing?.to];
          expect(all).not.toEqual([...other.say(), other.pointing?.to]);
        }
      }
    });

    test('takes what is not offered for its default', () => {
      const nonsense = Object.fromEntries(figure.menus.map(({ id }) => [id, 'nonsense']));
      expect(chosenNow(figure, nonsense, input.classes, 'en')).toEqual(
        chosenNow(figure, {}, input.classes, 'en'),
      );
    });

    test('with a crosshair says what stands at every place', () => {
      const { pointing } = figure.show(input, chosenNow(figure, {}, input.classes, 'en'), 'en', null);
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
    const chosen = (first: string, second: string) =>
      chosenNow(plane, { first, second }, input.classes, 'en');
    expect(chosen('', '')).toEqual({ first: '0', second: '1' });
    expect(chosen('7', '')).toEqual({ first: '7', second: '0' });
    expect(chosen('3', '3')).toEqual({ first: '3', second: '4' });
    expect(chosen('3', '1')).toEqual({ first: '3', second: '1' });
  });
});

describe('Loss and accuracy over steps', () => {
  test('ends with the readings of the lanes, and has the floors of FACTS', async () => {
    const lab = await readLab('lanes=cosFace,m3:0.2,s:16~arcFace,m2:0.5,s:16~normSoftmax,s:4~softmax');
    const { lanes, to, step } = courseScene(createFigureInput(lab)(), {});
    expect([to, step]).toEqual([120, 120]);
    lab.store.getState().vitals.forEach((vitals, i) => {
      expect(lanes[i]?.points.at(-1)?.loss).toBe(vitals?.readings.loss);
      expect(lanes[i]?.points.at(-1)?.accuracy).toBe(vitals?.readings.accuracy);
    });
    const floors = lanes.map(({ floor }) => (floor.type === 'floor' ? floor.loss.toFixed(3) : floor.type));
    expect(floors).toEqual(['0.373', '0.123', '0.506', 'lengths']);
  });

  test('has every loss and every floor that it draws within its axis', () => {
    for (const of of [input, guards, odd, empty]) {
      const { lanes, low, high } = courseScene(of, {});
      expect(high / low).toBeGreaterThanOrEqual(10);
      for (const { loss } of lanes.flatMap(({ points }) => points)) {
        expect(loss).toBeGreaterThanOrEqual(low);
        expect(loss).toBeLessThanOrEqual(high);
      }
    }
  });

  test('marks where a slider was moved, and how far', () => {
    const last = courseScene(input, {}).lanes.at(-1);
    expect(last?.marks).toEqual([{ step: 60, moved: ['s 8 → 16'] }]);
    expect(courseScene(input, {}).lanes[0]?.marks).toEqual([]);
  });

  test('stands at the step that is looked back at, and nowhere in the present', async () => {
    const lab = await readLab(DEFAULT);
    const read = createFigureInput(lab);
    expect(courseScene(read(), {}).back).toBeNull();
    const [, second] = lab.feed.live.history.looks;
    if (!second) throw new Error('the run was looked at more than once');
    lab.lookBack(second);
    expect(courseScene(read(), {}).back).toBe(second.moment.step);
    expect(say(FIGURES.find(({ id }) => id === 'lossCourse')!, read(), 'en')).toContain(
      `Looking back: step ${second.moment.step}`,
    );
  });

  test('gives at a step the newest readings before it', () => {
    const lane = courseScene(input, {}).lanes[0]!;
    const stepAt = (step: number) => pointAt(lane, step)?.step;
    expect([0, 9, 10, 59.5, 115, 1000].map(stepAt)).toEqual([0, 0, 10, 50, 110, 120]);
    expect(pointAt(courseScene(empty, {}).lanes[0]!, 5)).toBeNull();
  });
});

describe('Angle statistics', () => {
  /** ArcFace v3, Table 3, as it is printed: Norm-Softmax, ArcFace, Intra-L, Inter-L, Triplet. */
  const PRINTED: Readonly<Record<Statistic, string>> = {
    wec: '44.26 14.29 8.83 46.85 –',
    wInter: '69.66 71.61 31.34 75.66 –',
    intraTrain: '50.50 38.45 17.50 52.74 41.19',
    interTrain: '59.23 65.83 24.07 62.40 50.23',
    intraTest: '33.97 28.05 12.94 35.38 27.42',
    interTest: '65.60 66.55 26.28 67.90 55.94',
  };

  test('stand beside the paper’s own numbers', () => {
    for (const one of STATISTICS) {
      const row = TABLE_3.map(({ degrees }) => degrees[one]?.toFixed(2) ?? '–');
      expect(row.join(' ')).toBe(PRINTED[one]);
    }
    const said = say(FIGURES.find(({ id }) => id === 'angleStatistics')!, empty, 'en');
    expect(said).toMatch(/ArcFace v3 \(CVPR 2019\), Table 3, other data/);
    expect(said).toMatch(/v3 ArcFace: W-EC 14\.29°; W-Inter 71\.61°; Intra, training 38\.45°/);
  });

  const { sets } = readFolder(REFERENCE_DIR)['metrics.json'] ?? { sets: [] };
  test.each(sets.map((set, i) => [i, set] as const))(
    'are those of the reference, set %d, as they are drawn',
    (_, { inputs, paperTable3: expected }) => {
      const { x, xTest, labels, labelsTest, W } = inputs;
      const rows = (matrix: typeof x): Float32Array => Float32Array.from(matrix.flat());
      const classes = W.map((_, j) => String(j));
      const samples = {
        x: new Float32Array(0),
        shape: [1],
        y: Uint8Array.from([...labels, ...labelsTest]),
        classes,
        trainCount: labels.length,
      };
      const moment = { step: 7, times: [7], centres: rows(W), biases: new Float32Array(W.length) };
      const whole = { moment, features: rows([...x, ...xTest]) };
      const lane = input.lanes[0]!;
      const { table } = read(whole, samples, lane.margin, 0);
      const scene = statisticsScene({ ...input, classes, lanes: [{ ...lane, table }] });
      const drawn = scene.lanes[0]!.angles;
      const inDegrees = (one: Statistic): number => toDegrees(drawn[one] ?? Number.NaN);
      const apart = [
        inDegrees('wec') - expected.W_EC,
        inDegrees('wInter') - expected.W_Inter,
        inDegrees('intraTrain') - expected.Intra1,
        inDegrees('interTrain') - expected.Inter1,
        inDegrees('intraTest') - expected.Intra2,
        inDegrees('interTest') - expected.Inter2,
      ];
      // A run's embeddings are float32, and so are these: a part in 10⁷ of a radian or two.
      for (const by of apart) expect(Math.abs(by)).toBeLessThan(2e-5);
      expect(Math.max(...Object.values(drawn).map(Number))).toBeLessThanOrEqual(scene.to);
    },
  );

  test('are without a test split where there is none, and without any before there are samples', () => {
    const lane = input.lanes[0]!;
    const alone = statisticsScene({ ...input, lanes: [{ ...lane, table: { ...lane.table!, test: null } }] });
    expect(alone.lanes[0]?.angles).toMatchObject({ intraTest: null, interTest: null, wec: lane.table!.wec });
    expect(statisticsScene(empty).lanes[0]?.angles.wec).toBeNull();
    expect(statisticsScene(empty).step).toBeNull();
  });
});

describe('A class that is lit up', () => {
  const of = (cls: number): FigureInput => ({ ...input, lit: cls });
  const sum = (parts: readonly ArrayLike<number>[]): number[] =>
    Array.from(parts[0] ?? [], (_, i) => parts.reduce((all, part) => all + (part[i] ?? 0), 0));
  const classes = input.classes.map((_, cls) => cls);

  test('is the part of a histogram, and of a density, that all classes make together', () => {
    input.lanes.forEach((_, i) => {
      const logits = classes.map((cls) => logitScene(of(cls), {}).lanes[i]);
      sum(logits.map((lane) => lane?.litPart ?? [])).forEach((share, bin) => {
        expect(share).toBeCloseTo(logits[0]?.histogram?.[bin] ?? Number.NaN, 12);
      });
      const courses = classes.map((cls) => distributionScene(of(cls), {}).rows[i]?.course);
      for (const kind of ['own', 'nearest'] as const)
        sum(courses.map((course) => course?.litPart?.[kind] ?? [])).forEach((density, bin) => {
          expect(density).toBeCloseTo(courses[0]?.now[kind].density[bin] ?? Number.NaN, 9);
        });
    });
  });

  test('fades nothing in the plane of two others', () => {
    const chosen = { first: '0', second: '1' };
    expect(planeScene(of(1), chosen).lit).toBe(1);
    expect(planeScene(of(2), chosen).lit).toBeNull();
  });
});

test('A marked sample stands where its angles are, in every figure that has them', () => {
  const sample = Array.from(input.y).indexOf(1);
  const marked = { ...input, marked: [sample] };
  const plane = planeScene(marked, { first: '0', second: '1' });
  input.lanes.forEach((lane, i) => {
    if (!lane.now) throw new Error('it was looked at');
    const { own, nearest } = sampleAngles(lane.now, input);
    expect(logitScene(marked, {}).lanes[i]?.marks).toEqual([{ cls: 1, theta: own[sample] }]);
    expect(distributionScene(marked, {}).rows[i]?.course?.marks).toEqual([
      { cls: 1, own: own[sample], nearest: nearest[sample] },
    ]);
    const [mark] = plane.lanes[i]?.marks ?? [];
    expect(mark?.cls).toBe(1);
    expect(mark?.at[1]).toBeCloseTo(own[sample] ?? 0, 6);
  });
  expect(planeScene(marked, { first: '2', second: '3' }).lanes[0]?.marks).toEqual([]);
});
