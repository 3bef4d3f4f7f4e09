import { describe, expect, test } from 'vitest';
import { alongRay, type Cap, raysFrom, satisfiedCap } from '../../src/margin/cap';
import { detachedArcs, satisfiedArc } from '../../src/margin/circle';
import type { Margin } from '../../src/margin/compile';
import { forceAt } from '../../src/margin/force';
import { changesAlong, sample } from '../../src/margin/ray';
import { DEGREE, TURN } from '../../src/math/angle';
import { type Random, stream } from '../../src/math/random';
import { combine, dot, tangents, type Vector } from '../../src/math/vector';
import { anywhere, times } from '../tools/sphere';
import { LANES, settingsOf } from './lanes';

/** Rims are pinned down to 1e-12 here and to rounding on the circle; 1e-6° is what the reference asks of angles. */
const NEAR = 1e-9;

/** What a margin comes to when its schedule has ended. */
const curveOf = ({ target, schedule }: Margin): string =>
  JSON.stringify([target, schedule.type === 'blend' && schedule]);

/** The cap of the first of some centres on one great circle, at these angles; ray 5 and its opposite run along it. */
const RAYS = 8;
const FORWARDS = 1;
function capOnCircle(
  angles: readonly number[],
  psi: (theta: number) => number,
  random: Random,
  rises: boolean,
): Cap {
  const axis = anywhere(random);
  const [u, v] = tangents(axis);
  const azimuth = (TURN * FORWARDS) / RAYS;
  const towards = combine(Math.cos(azimuth), u, Math.sin(azimuth), v);
  const own = angles[0] ?? 0;
  const centres = angles.map((angle) => alongRay(axis, towards, angle - own));
  return satisfiedCap(centres, 0, sample(psi), RAYS, rises);
}

/** Every loss and guard once: what changes only the gradient, or how the margin begins, changes no cap in the end. */
const CURVES = LANES.filter(
  (lane, k) => LANES.findIndex(({ margin }) => curveOf(margin) === curveOf(lane.margin)) === k,
);

describe.each(CURVES.map((lane) => [lane.title, lane] as const))('%s:', (_title, lane) => {
  const random = stream(3, lane.title);
  const forces = settingsOf(lane).map(({ margin }) => forceAt(margin));

  test('in the plane of its centres the cap is the arc of the circle', () => {
    for (const { psi } of forces) {
      for (const angles of [
        ...[20, 45, 60, 90, 120, 175].map((apart) => [0, apart * DEGREE]),
        ...times(4, (k) => times(3 + k, () => TURN * random())),
      ]) {
        const arc = satisfiedArc(angles, 0, psi);
        const { reach } = capOnCircle(angles, psi, random, false);
        expect(reach === null).toBe(arc === null);
        if (!reach || !arc) continue;
        expect(Math.abs((reach[FORWARDS] ?? 0) - arc.hi)).toBeLessThan(NEAR);
        expect(Math.abs((reach[FORWARDS + RAYS / 2] ?? 0) + arc.lo)).toBeLessThan(NEAR);
      }
    }
  });

  test('further stretches along that plane are the detached arcs of the circle', () => {
    for (const { psi } of forces) {
      // All centres in nearly one direction: there a ψ that rises again is satisfied opposite to them.
      for (const angles of [
        [0, 0.1],
        [0, 0.2, 6.1],
        [0, 60 * DEGREE],
      ]) {
        const first = satisfiedArc(angles, 0, psi);
        if (!first) continue;
        const arcs = detachedArcs(angles, 0, psi, first);
        const { detached, rays } = capOnCircle(angles, psi, random, true);
        const ends = (ray: number): number[] =>
          detached.filter(({ towards }) => towards === rays[ray]).flatMap(({ from, to }) => [from, to]);
        // The circle counts on from the centre all the way around; a ray ends half way.
        const halves = [ends(FORWARDS), ends(FORWARDS + RAYS / 2).map((end) => TURN - end)].flat();
        for (const end of arcs.flatMap(({ lo, hi }) => [lo, hi])) {
          expect(Math.min(...halves.map((other) => Math.abs(other - end)))).toBeLessThan(NEAR);
        }
        const length = (all: readonly number[]) =>
          all.reduce((sum, end, k) => sum + (k % 2 === 0 ? -end : end), 0);
        const onRays = length(ends(FORWARDS)) + length(ends(FORWARDS + RAYS / 2));
        expect(onRays).toBeCloseTo(length(arcs.flatMap(({ lo, hi }) => [lo, hi])), 6);
      }
    }
  });

  test('a cap ends where the margin is just met, in its region if it is no easier, however all is turned', () => {
    for (const { psi } of forces) {
      const centres = times(7, () => anywhere(random));
      const sampled = sample(psi);
      const harder = sampled.values.every((value, k, { length }) => {
        return value <= Math.cos((k / (length - 1)) * Math.PI) + 1e-12;
      });
      const axis = anywhere(random);
      const halfTurn = (w: Vector): Vector => combine(2 * dot(w, axis), axis, -1, w);
      centres.forEach((centre, i) => {
        const others = centres.filter((_, j) => j !== i);
        const nearest = (x: Vector): number => Math.max(...others.map((w) => dot(w, x)));
        const { rays, reach, region } = satisfiedCap(centres, i, sampled, RAYS, false);
        expect(reach !== null).toBe(psi(0) >= nearest(centre));
        const again = raysFrom(centres.map(halfTurn), i, rays.map(halfTurn));
        rays.forEach((towards, k) => {
          const edge = alongRay(centre, towards, region[k] ?? 0);
          expect(dot(edge, centre)).toBeCloseTo(nearest(edge), 12);
          const end = reach?.[k];
          expect(changesAlong(again[k]!, sampled) === null).toBe(end === undefined);
          if (end === undefined || end === Math.PI) return;
          expect(Math.abs((changesAlong(again[k]!, sampled)?.[0] ?? Math.PI) - end)).toBeLessThan(NEAR);
          if (harder) expect(end).toBeLessThanOrEqual((region[k] ?? 0) + NEAR);
          const lead = (theta: number): number => psi(theta) - nearest(alongRay(centre, towards, theta));
          expect(lead(end)).toBeGreaterThanOrEqual(-NEAR);
          expect(lead(end + 1e-9)).toBeLessThan(NEAR);
        });
      });
    }
  });
});
