import { describe, expect, test } from 'vitest';
import { lossById } from '../../src/losses';
import { compile } from '../../src/margin/compile';
import { type Floor, floorOf, lossOnCentre } from '../../src/margin/floor';
import { type Force, forceAt } from '../../src/margin/force';
import { head } from '../../src/margin/head';
import { initialCentres } from '../../src/math/centres';
import { stream } from '../../src/math/random';
import { LANES } from './lanes';

/** Both are a logarithm of a sum of exponentials in double precision. */
const SAME = 1e-10;
const CLASSES = [2, 3, 4, 5, 6, 7, 8, 9, 10];

/** The mean loss of samples turned by `aside` from their own of C even centres on a circle, by the reference head. */
function lossAside(force: Force, s: number, classes: number, aside: number): number {
  const w = initialCentres(classes, 2, 'even', 0);
  const x = Array.from({ length: classes }, (_, j) => {
    const angle = Math.atan2(w[2 * j + 1] ?? 0, w[2 * j] ?? 0) + aside;
    return [Math.cos(angle), Math.sin(angle)];
  }).flat();
  const y = Array.from({ length: classes }, (_, j) => j);
  return head({ x, w, b: null, y, n: classes, classes, dim: 2 }, { force, scale: 's', s, bias: false })
    .meanLoss;
}

const fixed = LANES.filter(({ margin }) => margin.scale === 's');

describe.each(CLASSES)('With %d classes', (classes) => {
  test('the floor is the loss of samples on their centres, and nowhere is it less, by any formula', () => {
    const random = stream(1, 'floor');
    for (const { margin, title } of fixed) {
      const force = forceAt(margin);
      const floor = floorOf(margin, force, classes, 2);
      if (floor.type !== 'floor') continue;
      const { loss } = floor;
      expect(Math.abs(loss - lossAside(force, margin.s, classes, 0)), title).toBeLessThan(
        SAME * Math.max(1, loss),
      );
      for (let k = 0; k < 5; k++) {
        const aside = Math.PI * (2 * random() - 1);
        expect(lossAside(force, margin.s, classes, aside), title).toBeGreaterThan(
          loss - SAME * Math.max(1, loss),
        );
      }
    }
  });
});

/** FACTS: floors of 8 classes, quoted with three decimals. */
test.each([
  ['normSoftmax', {}, 1, 1.315],
  ['normSoftmax', {}, 4, 0.506],
  ['normSoftmax', {}, 10, 0.102],
  ['arcFace', { m2: 0.5 }, 16, 0.123],
  ['cosFace', { m3: 0.1 }, 16, 0.087],
  ['cosFace', { m3: 0.2 }, 16, 0.373],
  ['cosFace', { m3: 0.35 }, 16, 1.79],
] as const)('The floor is as quoted for %s %j at s = %d', (id, values, s, quoted) => {
  const loss = lossById(id);
  if (!loss) throw new Error(`no loss ${id}`);
  const margin = compile(loss, { values: { ...values, s }, options: { schedule: 'none' } });
  const floor = floorOf(margin, forceAt(margin), 8, 2);
  expect(floor.type === 'floor' && floor.loss).toBeCloseTo(quoted, 3);
});

test('The floor overflows for no scale and no margin', () => {
  expect(lossOnCentre(64, 8)(-1000)).toBeCloseTo(64 * (1001 + Math.cos(Math.PI / 4) - 1) + Math.log(2), 6);
  expect(lossOnCentre(64, 2)(1)).toBeCloseTo(Math.exp(-128), 60);
});

test('There is none where lengths count, on a sphere, or where ψ is not largest at 0', () => {
  const own = lossById('own');
  const typeOf = (id: string, dim = 2, target?: string): Floor['type'] => {
    const loss = lossById(id);
    if (!loss || !own) throw new Error(`no loss ${id}`);
    const config = { values: { s: 16, m1: 1.35, m2: 0.5, m: 0.3 }, options: {} };
    const margin = compile(target === undefined ? loss : { ...own, target }, config);
    return floorOf(margin, forceAt(margin), 8, dim).type;
  };
  expect(typeOf('softmax')).toBe('lengths');
  expect(typeOf('sphereFace')).toBe('lengths');
  expect(typeOf('arcFace')).toBe('floor');
  expect(typeOf('arcFace', 3)).toBe('sphere');
  expect(typeOf('own', 2, 'cos(theta - m)')).toBe('aside');
  expect(typeOf('own', 2, 'log(theta)')).toBe('aside');
});
