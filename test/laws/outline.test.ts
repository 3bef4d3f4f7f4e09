import { describe, expect, test } from 'vitest';
import { TURN } from '../../src/math/angle';
import { chain, inFront, type Point } from '../../src/math/outline';
import { stream } from '../../src/math/random';
import { angleTo, combine, dot, tangents, type Vector } from '../../src/math/vector';
import { facing, frameOf, seen, turned } from '../../src/math/viewpoint';
import { anyFrame, anywhere, times, winding } from '../tools/sphere';

describe('What is seen of a part of the sphere', () => {
  // As far around a centre as a wave of three crests says: small and large ones, in front, behind and across.
  test.each([0.2, 0.8, 1.5, 2.2, 2.9])(
    'that reaches %f radians and more or less is what is in it and in front',
    (mean) => {
      const random = stream(Math.round(100 * mean), 'outline');
      let looked = 0;
      for (let k = 0; k < 60; k++) {
        const centre = anywhere(random);
        const [u, v] = tangents(centre);
        const swing = 0.2 * random();
        const reach = (azimuth: number): number => mean + swing * Math.cos(3 * azimuth);
        const ring = times(180, (i): Vector => {
          const azimuth = (TURN * i) / 180;
          const towards = combine(Math.cos(azimuth), u, Math.sin(azimuth), v);
          return combine(Math.cos(reach(azimuth)), centre, Math.sin(reach(azimuth)), towards);
        });
        const view = anyFrame(random);
        const outlines = inFront(ring.map((x) => seen(view, x)));
        for (let i = 0; i < 30; i++) {
          const x = anywhere(random);
          const [right, up, towards] = seen(view, x);
          const inside = reach(Math.atan2(dot(x, v), dot(x, u))) - angleTo(x, centre);
          // Outlines are drawn with chords.
          if (towards < 0.05 || Math.abs(inside) < 0.03) continue;
          expect(winding(outlines, [right, up])).toBe(inside > 0 ? 1 : 0);
          looked++;
        }
      }
      expect(looked).toBeGreaterThan(500);
    },
  );

  test('is bounded by nothing beyond the horizon', () => {
    const random = stream(1, 'horizon');
    for (let k = 0; k < 50; k++) {
      const ring = times(5, () => anywhere(random));
      for (const [x, y] of inFront(ring).flat()) expect(Math.hypot(x, y)).toBeLessThanOrEqual(1 + 1e-12);
    }
  });
});

test('Curves are put together to closed ones, in whatever order they come', () => {
  const square: Point[] = [
    [0, 0],
    [1, 0],
    [1, 1],
    [0, 1],
  ];
  const sides = (corners: readonly Point[], far: number) =>
    corners.map(
      ([x, y], k) =>
        [
          [x + far, y],
          [(corners[(k + 1) % 4]?.[0] ?? 0) + far, corners[(k + 1) % 4]?.[1] ?? 0],
        ] as const,
    );
  const [a, b] = [sides(square, 0), sides(square, 5)];
  const outlines = chain([a[2]!, b[0]!, a[0]!, b[3]!, a[1]!, b[2]!, a[3]!, b[1]!]);
  expect(outlines).toHaveLength(2);
  for (const outline of outlines) {
    expect(outline).toHaveLength(8);
    expect(outline[0]).toEqual(outline.at(-1));
  }
  expect(winding(outlines, [0.5, 0.5])).toBe(1);
  expect(winding(outlines, [5.5, 0.5])).toBe(1);
  expect(winding(outlines, [3, 0.5])).toBe(0);
});

describe('A viewpoint', () => {
  const random = stream(1, 'viewpoint');
  test('has three axes at right angles, right × up = towards the viewer, and up is up', () => {
    for (let k = 0; k < 50; k++) {
      const { right, up, towards } = anyFrame(random);
      const self = [right, up, towards].map((axis) => seen({ right, up, towards }, axis));
      self.forEach((axis, i) => {
        axis.forEach((value, j) => {
          expect(value).toBeCloseTo(i === j ? 1 : 0, 12);
        });
      });
      expect(up[2]).toBeGreaterThanOrEqual(0);
    }
  });

  test('can be had of every place, which then is right in front', () => {
    for (let k = 0; k < 50; k++) {
      const x = anywhere(random);
      expect(seen(frameOf(facing(x)), x)[2]).toBeCloseTo(1, 12);
    }
  });

  test('turns the sphere after the pointer: what is in front moves right and up', () => {
    const before = { longitude: 1, latitude: 0.3 };
    const { towards } = frameOf(before);
    const [right, up] = seen(frameOf(turned(before, 0.1, 0.05)), towards);
    expect(right).toBeCloseTo(0.1 * Math.cos(0.3), 2);
    expect(up).toBeCloseTo(0.05, 2);
    expect(turned(before, 0, -9).latitude).toBe(Math.PI / 2);
  });
});
