import type { Dataset } from '../data/dataset';
import { holdOut } from '../data/heldOut';
import { inTurn, type Place } from '../data/inTurn';
import { standardise } from '../data/standardise';
import { repair } from '../data/values';
import { onGrid } from '../math/grid';
import { normal, type Random } from '../math/random';

/** Numbers that make a face: three say who it is, one is the pose. */
const WHO = 3;
const LATENT = WHO + 1;
const CURVED = 24;
/** Numbers that the network sees of a face. */
const SEEN = 16;
/** All identities are as far from the origin. */
const RADIUS = 1.5;
const PLACEMENTS = 2000;
/** Identities that are never trained. */
const STRANGERS = 6;
/** Poses are uniform in −POSE ... POSE: as wide as the identities themselves, and no help in telling them apart. */
const POSE = 2;
const GAIN = 0.8;
const NOISE = 0.3;
/** Far finer than the noise, and far coarser than the last bits of sines and tanh, which differ between engines. */
const GRID = 2 ** -16;

const params = {
  classes: {
    type: 'number',
    label: { en: 'identities', ko: '인물 수' },
    value: 8,
    min: 2,
    max: 10,
    step: 1,
  },
  perClass: {
    type: 'number',
    label: { en: 'training samples per identity', ko: '인물당 학습 샘플 수' },
    value: 300,
    min: 50,
    max: 800,
    step: 50,
  },
  testPerClass: {
    type: 'number',
    label: { en: 'test samples per identity', ko: '인물당 테스트 샘플 수' },
    value: 100,
    min: 20,
    max: 180,
    step: 20,
  },
  spread: {
    type: 'number',
    label: { en: 'spread within an identity', ko: '인물 내 분산 정도' },
    value: 0.25,
    min: 0.1,
    max: 0.5,
    step: 0.05,
  },
} as const satisfies Dataset['params'];

/** Letters, from A for 0. */
const namesFrom = (first: number, count: number): string[] =>
  Array.from({ length: count }, (_, c) => String.fromCharCode(65 + first + c));

/** [rows, columns] of normal numbers. */
const randomMatrix = (rows: number, columns: number, random: Random): Float64Array =>
  Float64Array.from({ length: rows * columns }, () => normal(random));

/** Row vector times matrix [row.length, columns]. */
function times(row: Float64Array, matrix: Float64Array, into: Float64Array): void {
  const columns = into.length;
  into.fill(0);
  for (let i = 0; i < row.length; i++) {
    const factor = row[i] ?? 0;
    for (let j = 0; j < columns; j++) into[j] = (into[j] ?? 0) + factor * (matrix[i * columns + j] ?? 0);
  }
}

/** [count, WHO] points anywhere on the sphere, each place as likely (Archimedes: the height is uniform). */
function placeOnSphere(count: number, into: Float64Array, random: Random): void {
  for (let c = 0; c < count; c++) {
    const height = 2 * random() - 1;
    const around = 2 * Math.PI * random();
    const ring = Math.sqrt(1 - height * height);
    into.set([RADIUS * ring * Math.cos(around), RADIUS * ring * Math.sin(around), RADIUS * height], c * WHO);
  }
}

/** Square of the distance between the two nearest of the points [count, WHO]. */
function nearestSquared(points: Float64Array, count: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let a = 0; a < count * WHO; a += WHO) {
    for (let b = 0; b < a; b += WHO) {
      let sum = 0;
      for (let k = 0; k < WHO; k++) sum += ((points[a + k] ?? 0) - (points[b + k] ?? 0)) ** 2;
      if (sum < least) least = sum;
    }
  }
  return least;
}

/** [count, WHO] the identities: of many random placements the one whose nearest two are farthest apart. */
function placeApart(count: number, random: Random): Float64Array {
  const best = new Float64Array(count * WHO);
  const points = new Float64Array(count * WHO);
  let widest = -1;
  for (let i = 0; i < PLACEMENTS; i++) {
    placeOnSphere(count, points, random);
    const nearest = nearestSquared(points, count);
    if (nearest > widest) {
      widest = nearest;
      best.set(points);
    }
  }
  return best;
}

/**
 * Made-up faces, small enough to learn in a second. Each identity is a point on a sphere in three dimensions. A sample z
 * is that point with normal scatter `spread`, and the pose. What is seen is x = tanh(0.8 z A) B + noise, with A and B
 * random but the same for all, then standardised. So pose and identity are mixed in every number that is seen. Before it
 * is standardised, which is plain arithmetic, x is put on a grid: it is the same in every JavaScript engine. Held out are
 * six more identities, drawn after all others, in the same world: as far apart from one another, wherever the others are.
 */
export default {
  id: 'identities',
  text: {
    en: {
      name: 'Synthetic identities',
      about:
        'Made-up people as 16 numbers each: who it is and the pose, mixed by a nonlinear map. Fast to train.',
    },
    ko: {
      name: '합성 인물',
      about: '가상 인물의 특징과 포즈를 비선형 사상으로 섞어 만든 16차원 데이터입니다. 학습이 빠릅니다.',
    },
  },
  params,
  training: { hidden: [32, 16], activation: 'relu', learningRate: 5e-3, batchSize: 64, steps: 500 },
  classCount: (given) => repair(params, given).values.classes,
  async sample(given, random) {
    const { classes, perClass, testPerClass, spread } = repair(params, given).values;
    const bend = randomMatrix(LATENT, CURVED, random);
    const mix = randomMatrix(CURVED, SEEN, random);
    const identities = placeApart(classes, random);
    const z = new Float64Array(LATENT);
    const curved = new Float64Array(CURVED);
    const seen = new Float64Array(SEEN);
    const plan = {
      classes: namesFrom(0, classes),
      shape: [SEEN],
      train: perClass,
      test: testPerClass,
    };
    const write =
      (identities: Float64Array) =>
      (into: Float32Array, { label }: Place): void => {
        for (let k = 0; k < WHO; k++) z[k] = (identities[label * WHO + k] ?? 0) + spread * normal(random);
        z[WHO] = POSE * (2 * random() - 1);
        times(z, bend, curved);
        for (let k = 0; k < CURVED; k++) curved[k] = Math.tanh(GAIN * (curved[k] ?? 0));
        times(curved, mix, seen);
        // 2/√CURVED keeps what is seen at about the same size whatever CURVED is.
        for (let k = 0; k < SEEN; k++)
          into[k] = onGrid(((seen[k] ?? 0) * 2) / Math.sqrt(CURVED) + NOISE * normal(random), GRID);
      };
    const samples = inTurn(plan, write(identities));
    const strangers = placeApart(STRANGERS, random);
    const heldOut = holdOut(
      namesFrom(classes, STRANGERS),
      Number.POSITIVE_INFINITY,
      plan.shape,
      write(strangers),
    );
    return standardise({ ...samples, heldOut });
  },
} as const satisfies Dataset;
