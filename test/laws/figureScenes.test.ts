import { describe, expect, test } from 'vitest';
import { FIGURES } from '../../src/figures';
import { borderOf } from '../../src/figures/decisionPlane/border';
import { planeScene } from '../../src/figures/decisionPlane/scene';
import { chosenNow, type FigureInput } from '../../src/figures/figure';
import { sampleAngles, shareBetween } from '../../src/figures/sampleAngles';
import { logitScene } from '../../src/figures/targetLogit/scene';
import { forceAt } from '../../src/margin/force';
import { EQUAL, lead, type Pair } from '../../src/margin/plane';
import { stream } from '../../src/math/random';
import { DEFAULT, GUARDS, inputOf, say } from './figureLab';
import { LANES } from './lanes';

const [input, guards] = await Promise.all([inputOf(DEFAULT), inputOf(GUARDS)]);

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
