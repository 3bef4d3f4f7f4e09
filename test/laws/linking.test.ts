import { describe, expect, test } from 'vitest';
import { distributionScene } from '../../src/figures/angleDistributions/scene';
import { planeScene } from '../../src/figures/decisionPlane/scene';
import type { FigureInput } from '../../src/figures/figure';
import { sampleAngles } from '../../src/figures/sampleAngles';
import { logitScene } from '../../src/figures/targetLogit/scene';
import { DEFAULT, inputOf } from './figureLab';

const input = await inputOf(DEFAULT);

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
