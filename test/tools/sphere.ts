import { TURN } from '../../src/math/angle';
import type { Outline, Point } from '../../src/math/outline';
import { normal, type Random } from '../../src/math/random';
import { unit, type Vector } from '../../src/math/vector';
import { type Frame, frameOf } from '../../src/math/viewpoint';

// Places on the sphere at random, and what outlines go around.

export const times = <T>(count: number, make: (i: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));

/** Every place on the sphere as likely. */
export const anywhere = (random: Random): Vector => unit([normal(random), normal(random), normal(random)]);

export const anyFrame = (random: Random): Frame =>
  frameOf({ longitude: TURN * random(), latitude: Math.PI * (random() - 0.5) });

/** How often outlines run counter-clockwise around a point: 1 within, 0 without. */
export function winding(outlines: readonly Outline[], [x, y]: Point): number {
  let turns = 0;
  for (const outline of outlines) {
    outline.forEach(([ax, ay], k) => {
      const [bx, by] = outline[(k + 1) % outline.length] ?? [ax, ay];
      const [p, q, r, s] = [ax - x, ay - y, bx - x, by - y];
      turns += Math.atan2(p * s - r * q, p * r + q * s);
    });
  }
  return Math.round(turns / TURN) + 0; // no −0
}
