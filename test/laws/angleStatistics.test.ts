import { describe, expect, test } from 'vitest';
import statistics from '../../src/figures/angleStatistics';
import { STATISTICS, type Statistic, TABLE_3 } from '../../src/figures/angleStatistics/paper';
import { statisticsScene } from '../../src/figures/angleStatistics/scene';
import { read } from '../../src/lab/readings';
import { toDegrees } from '../../src/math/angle';
import { REFERENCE_DIR, readFolder } from '../golden/folder';
import { DEFAULT, inputOf, say, untrained } from './figureLab';

const input = await inputOf(DEFAULT);
const empty = untrained(input);

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
    const said = say(statistics, empty, 'en');
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
