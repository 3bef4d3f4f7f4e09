import { describe, expect, test } from 'vitest';
import { createFigureInput } from '../../src/app/figureInput';
import verification from '../../src/figures/verification';
import { heightFor, placesIn, thresholdAt } from '../../src/figures/verification/place';
import { verificationScene } from '../../src/figures/verification/scene';
import { TARGETS, verifiedBy } from '../../src/figures/verification/verified';
import { LANGUAGES } from '../../src/i18n/language';
import { DEGREE } from '../../src/math/angle';
import { equalErrorRate, pairsOf, ratesWithin, rocOf, tarAtFar } from '../../src/math/verification';
import { REFERENCE_DIR, readFolder } from '../golden/folder';
import { DEFAULT, inputOf, readLab, say, untrained } from './figureLab';

const input = await inputOf(DEFAULT);
const empty = untrained(input);
const scene = verificationScene(input, {}, null);
const heldOut = input.heldOut!;

/** Angle of every pair of a lane's held-out embeddings, from the embeddings themselves, and whether it is of one class. */
function pairAngles(lane: number): { angle: number; same: boolean }[] {
  const { features } = input.lanes[lane]!.now!;
  const direction = (i: number): number => {
    const at = 2 * (heldOut.from + i);
    return Math.atan2(features[at + 1] ?? 0, features[at] ?? 0);
  };
  const pairs: { angle: number; same: boolean }[] = [];
  for (let i = 0; i < heldOut.y.length; i++)
    for (let j = 0; j < i; j++) {
      const turn = Math.abs(direction(i) - direction(j));
      pairs.push({ angle: Math.min(turn, 2 * Math.PI - turn), same: heldOut.y[i] === heldOut.y[j] });
    }
  return pairs;
}

describe('Open-set verification', () => {
  test('is of the held-out samples alone: they lie behind those of training and test', () => {
    expect(heldOut.from).toBe(input.y.length);
    for (const { now } of input.lanes)
      expect(now?.features.length).toBe(2 * (input.y.length + heldOut.y.length));
    expect(scene.pairs).toEqual({
      whose: 'heldOut',
      classes: ['8', '9'],
      samples: 60,
      same: 2 * 435,
      different: 900,
    });
  });

  test('is of the first of the test split, if that is chosen', () => {
    const { pairs, rows } = verificationScene(input, { whose: 'test' }, null);
    const { features } = input.lanes[1]!.now!;
    const tested = input.y.length - input.count;
    expect(pairs).toMatchObject({ whose: 'test', classes: input.classes, samples: tested });
    const { scores } = pairsOf(features, input.y, 2, input.count, input.y.length);
    expect(pairs!.same + pairs!.different).toBe(scores.length);
    const accepted = rows[1]!.verified!.roc.thresholds.slice(1);
    expect([...accepted]).toEqual([...new Set(scores)].sort((a, b) => b - a));
    expect(say(verification, input, 'en', { whose: 'test' })).toMatch(/^test split of 0, 1, 2/);
    expect(say(verification, { ...input, heldOut: null }, 'en', { whose: 'test' })).toMatch(/EER/);
  });

  test('counts at a threshold the pairs whose angles it accepts', () => {
    for (const theta of [0, 10, 25.3, 60, 120, 180].map((degrees) => degrees * DEGREE)) {
      verificationScene(input, {}, theta).rows.forEach(({ far, frr }, lane) => {
        const pairs = pairAngles(lane);
        const share = (same: boolean): number => {
          const mine = pairs.filter((pair) => pair.same === same);
          return mine.filter(({ angle }) => angle <= theta).length / mine.length;
        };
        expect(far).toBeCloseTo(share(false), 12);
        expect(1 - frr).toBeCloseTo(share(true), 12);
      });
    }
  });

  test('stands, until it is moved, where the first lane accepts wrongly as often as it rejects wrongly', () => {
    const { far, frr } = scene.rows[0]!;
    // One pair of either kind is the finest step.
    expect(Math.abs(far - frr)).toBeLessThanOrEqual(1 / 870 + 1e-12);
    expect(say(verification, input, 'en')).toContain(`θ = ${(scene.threshold! / DEGREE).toFixed(1)}°`);
    expect(verification.show(input, {}, 'en', null).pointing.rest).toBe(scene.threshold);
  });

  test('draws the characteristic that it is: at each FAR the largest TAR', () => {
    for (const { verified } of scene.rows) {
      const { curve, roc, tarAt, eer } = verified!;
      for (const [log, tar] of curve) expect(tar).toBe(tarAtFar(roc, 10 ** log).tar);
      expect([curve[0]![0], ...curve.at(-1)!]).toEqual([-3, 0, 1]);
      TARGETS.forEach((target, i) => {
        expect(tarAt[i]).toBe(tarAtFar(roc, target).tar);
      });
      expect(eer).toBe(equalErrorRate(roc));
    }
  });

  test('has densities that integrate to 1, no higher than its axis', () => {
    for (const { verified } of scene.rows) {
      for (const density of [verified!.same, verified!.different]) {
        const wide = Math.PI / (density.length - 1);
        const ends = ((density[0] ?? 0) + (density.at(-1) ?? 0)) / 2;
        expect((density.reduce((sum, value) => sum + value, 0) - ends) * wide).toBeCloseTo(1, 9);
        expect(Math.max(...density)).toBeLessThanOrEqual(verified!.peak);
      }
    }
  });

  const { sets } = readFolder(REFERENCE_DIR)['metrics.json'] ?? { sets: [] };
  test.each(sets.map((set, i) => [i, set] as const))(
    'has the rates of the reference, set %d, as they are drawn',
    (_, { inputs: { xTest, labelsTest, W }, verificationTest: expected }) => {
      const features = Float32Array.from(xTest.flat());
      const centres = Float32Array.from(W.flat());
      const of = {
        ...input,
        classes: W.map((_, j) => String(j)),
        heldOut: { from: 0, y: Uint8Array.from(labelsTest), classes: W.map((_, j) => String(j)) },
      };
      const verified = verifiedBy({ step: 1, centres, features }, of, 'heldOut')!;
      expect([verified.roc.positives, verified.roc.negatives]).toEqual([
        expected.positivePairs,
        expected.negativePairs,
      ]);
      // A run's embeddings are float32, which may change the order of a pair or two.
      const few = 2 / Math.min(expected.positivePairs, expected.negativePairs);
      expect(Math.abs(verified.eer - expected.eer)).toBeLessThanOrEqual(few);
    },
  );

  test('finds rates within an angle at every vertex, and between two', () => {
    const features = [1, 0, 1, 0, 1, 1, 0, 1, -1, 0];
    const roc = rocOf(pairsOf(features, [0, 0, 0, 1, 1], 2, 0, 5));
    roc.thresholds.forEach((threshold, k) => {
      if (k === 0) return;
      const angle = Math.acos(threshold);
      const here = { far: roc.far[k], tar: roc.tar[k] };
      expect(ratesWithin(roc, angle)).toEqual(here);
      expect(ratesWithin(roc, Math.min(Math.PI, angle + 1e-3))).toEqual(here);
    });
    expect(ratesWithin(roc, 0)).toEqual({ far: 0, tar: 1 / 4 });
    expect(ratesWithin(roc, Math.PI)).toEqual({ far: 1, tar: 1 });
  });

  test('is measured once for a look, whatever is moved', () => {
    const look = input.lanes[0]!.now;
    expect(verifiedBy(look, input, 'test')).toBe(verifiedBy(look, { ...input, lit: 2 }, 'test'));
    expect(verificationScene(input, {}, 1).rows[0]?.verified).toBe(scene.rows[0]?.verified);
  });

  test.each([300, 800, 1240])('is set by a place of the rows, and of the characteristic (%i px)', (width) => {
    const size = { width, height: heightFor(width, 4), ratio: 1 };
    const { rows, roc } = placesIn(size, scene);
    for (const theta of [0, 0.5, 2, Math.PI])
      expect(thresholdAt(rows[0]!.x(theta), size, scene)).toBeCloseTo(theta, 9);
    for (const { top, bottom } of rows) expect(bottom - top).toBeGreaterThan(40);
    if (roc.left < rows[0]!.right) return;
    const moved = verificationScene(input, {}, thresholdAt(roc.x(-1) + 1e-6, size, scene)).rows[0]!;
    expect(1 - moved.frr).toBeCloseTo(moved.verified!.tarAt[1]!, 12);
    expect(moved.far).toBeLessThanOrEqual(0.1);
  });

  test('says why there is nothing to see: no samples yet, no class left out, a run gone astray', async () => {
    expect(say(verification, empty, 'en')).toBe('no samples yet');
    for (const language of LANGUAGES) {
      const all = say(verification, { ...input, heldOut: null }, language);
      expect(all).toMatch(/Fewer than two classes|두 개보다 적습니다/);
      expect(verificationScene({ ...input, heldOut: null }, {}, 1).threshold).toBeNull();
    }
    const [first, ...others] = input.lanes;
    const astray = { ...first!.now!, features: first!.now!.features.map(() => Number.NaN) };
    const odd = { ...input, lanes: [{ ...first!, now: astray }, ...others] };
    expect(verificationScene(odd, {}, null).rows.map(({ verified }) => verified === null)).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect(say(verification, odd, 'en')).not.toMatch(/NaN|Softmax/);
  });

  test('has beside it the test accuracy of the same look', async () => {
    const lab = await readLab(DEFAULT);
    const vitals = lab.store.getState().vitals;
    createFigureInput(lab)().lanes.forEach(({ testAccuracy }, i) => {
      expect(testAccuracy).toBe(vitals[i]?.readings.testAccuracy);
    });
  });
});
