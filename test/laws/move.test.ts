import { describe, expect, test } from 'vitest';
import { placing as onCircle } from '../../src/figures/circle/placing';
import { placing as onGlobe } from '../../src/figures/globe/placing';
import { placing as onPlane } from '../../src/figures/rawFeatures/placing';
import type { Placing, Spot } from '../../src/figures/samples';
import { type Held, movedLook } from '../../src/lab/byHand';
import { DEGREE, TURN, turn } from '../../src/math/angle';
import { type Move, moveRow, shiftedBy, turnedAround, turnedBy } from '../../src/math/move';
import { stream } from '../../src/math/random';
import { angleTo, cross, dot, unit, type Vector } from '../../src/math/vector';
import { frameOf, seen } from '../../src/math/viewpoint';
import { anywhere, times } from '../tools/sphere';

const random = stream(7, 'move');
const vector = (v: readonly number[]): Vector => [v[0] ?? 0, v[1] ?? 0, v[2] ?? 0];

describe('A vector', () => {
  test.each([0, DEGREE, 1, -2.5, Math.PI])('is turned in space around an axis by %f radians', (by) => {
    for (let k = 0; k < 50; k++) {
      const [axis, v] = [anywhere(random), anywhere(random)];
      const after = vector(turnedAround(axis, by)(v));
      expect(Math.hypot(...after)).toBeCloseTo(1, 12);
      expect(dot(axis, after)).toBeCloseTo(dot(axis, v), 12);
      // Seen along the axis it goes around it by the right hand.
      const [a, b] = [cross(axis, v), cross(axis, after)];
      const sine = dot(axis, cross(a, b));
      expect(turn(by, Math.atan2(sine, dot(a, b)))).toBeCloseTo(0, 9);
    }
  });

  test('is moved alone of its rows, in a copy', () => {
    const rows = Float32Array.from(times(12, () => random()));
    const before = rows.slice();
    const moved = moveRow(rows, 3, 2, () => [7, 8, 9]);
    expect([...moved]).toEqual([...before.subarray(0, 6), 7, 8, 9, ...before.subarray(9)]);
    expect(rows).toEqual(before);
    expect([...moveRow(rows, 2, 5, shiftedBy(1, 2))].slice(10)).toEqual([
      Math.fround((before[10] ?? 0) + 1),
      Math.fround((before[11] ?? 0) + 2),
    ]);
  });

  test('of a sphere is moved in a look, too: a centre or a sample of one lane', () => {
    const [lanes, classes, n] = [2, 4, 5];
    const look = {
      moment: {
        step: 1,
        times: [1, 1],
        centres: Float32Array.from(times(lanes * classes, () => anywhere(random)).flat()),
        biases: new Float32Array(lanes * classes),
      },
      features: Float32Array.from(times(lanes * n, () => anywhere(random)).flat()),
    };
    const there: Move = () => [1, 2, 3];
    const changed = (before: Float32Array, after: Float32Array): number[] =>
      [...after.keys()].filter((i) => before[i] !== after[i]);
    const hold = (held: Held) => movedLook(look, 1, held, there);
    expect(changed(look.features, hold({ cls: null, sample: 3 }).features)).toEqual([24, 25, 26]);
    expect(changed(look.moment.centres, hold({ cls: 2, sample: null }).moment.centres)).toEqual([18, 19, 20]);
  });
});

/** One sample, in pictures of this size. */
const [WIDTH, HEIGHT] = [300, 280] as const;
const samples = {
  classes: ['a', 'b'],
  y: Uint8Array.of(0),
  count: 1,
  picked: null,
  pointed: null,
  lit: null,
};
const isAt = (placing: Placing, [x, y]: Spot): boolean => placing.isNear(0, x, y, WIDTH, HEIGHT, 1);
/** Some place, to a pixel, at which the sample is drawn. */
function whereIs(placing: Placing): Spot {
  const near = (x: number, y: number, reach: number): boolean =>
    placing.isNear(0, x, y, WIDTH, HEIGHT, reach);
  for (let left = 0; left < WIDTH; left += 10) {
    for (let top = 0; top < HEIGHT; top += 10) {
      if (!near(left, top, 8)) continue;
      for (let x = left - 8; x <= left + 8; x++)
        for (let y = top - 8; y <= top + 8; y++) if (near(x, y, 1)) return [x, y];
    }
  }
  throw new Error('it is drawn nowhere');
}

const lengthOf = (v: Float32Array): number => Math.hypot(...v);
const HELD = { cls: null, sample: 0 };
describe('What a hand drags stands where the hand has gone', () => {
  test('in the plane of raw features, and a key moves it along the axes', () => {
    const classifier = { weights: [[1, 0] as const, [-1, 0] as const], biases: [0, 0] };
    let features: Float32Array = Float32Array.of(2, 3);
    // The reach of the picture stays: of many samples one is moved.
    const frame = times(400, (i) => [5 * Math.cos(i), 5 * Math.sin(i)]).flat();
    const input = () => ({
      ...samples,
      classifier,
      features: Float32Array.from([...features, ...frame]),
      y: new Uint8Array(401),
      count: 401,
    });
    const placing = onPlane(input);
    for (const to of [
      [40, 50],
      [200, 120],
      [150, 140],
    ] as const) {
      const from = whereIs(placing);
      features = moveRow(features, 2, 0, placing.drag(HELD, from, to, WIDTH, HEIGHT));
      expect(isAt(placing, to)).toBe(true);
    }
    const [x = 0, y = 0] = features;
    const [right = 0, up = 0] = placing.nudge(HELD, 1, 0)([x, y]);
    expect(right).toBeGreaterThan(x);
    expect(up).toBe(y);
    expect(placing.nudge(HELD, 0, -1)([x, y])[1]).toBeLessThan(y);
    // A class's label shows the direction of its centre, whose length a hand leaves.
    const centre = placing.drag({ cls: 0, sample: null }, [280, 140], [150, 10], WIDTH, HEIGHT)([2, 0]);
    expect(centre[0]).toBeCloseTo(0, 12);
    expect(centre[1]).toBeCloseTo(2, 12);
  });

  test('on the circle', () => {
    let features: Float32Array = Float32Array.of(3, 0);
    const placing = onCircle(() => ({
      ...samples,
      features,
      classifier: { angles: [0, Math.PI], weights: [1, 1], offsets: [0, 0] },
      psi: null,
      rises: false,
      push: null,
    }));
    for (const angle of [0.5, 2, -2, Math.PI]) {
      const from = whereIs(placing);
      const r = Math.hypot(from[0] - WIDTH / 2, from[1] - HEIGHT / 2);
      const to: Spot = [WIDTH / 2 + r * Math.cos(angle), HEIGHT / 2 - r * Math.sin(angle)];
      features = moveRow(features, 2, 0, placing.drag(HELD, from, to, WIDTH, HEIGHT));
      expect(placing.isNear(0, ...to, WIDTH, HEIGHT, 2)).toBe(true);
      expect(lengthOf(features)).toBeCloseTo(3, 5);
    }
    expect(placing.nudge(HELD, 1, 0)([1, 0])).toEqual(turnedBy(DEGREE)([1, 0]));
  });

  test('on the globe, and beyond it on its rim', () => {
    for (const latitude of [0.4, -1]) {
      const viewpoint = { longitude: TURN * random(), latitude };
      const frame = frameOf(viewpoint);
      let features: Float32Array = Float32Array.from(frame.towards.map((part) => 4 * part));
      const placing = onGlobe(() => ({
        ...samples,
        features,
        classifier: { weights: [frame.towards, frame.right], offsets: [0, 0] },
        psi: null,
        rises: false,
        push: null,
        viewpoint,
      }));
      for (const to of [
        [120, 150],
        [200, 100],
        [150, 140],
      ] as const) {
        features = moveRow(features, 3, 0, placing.drag(HELD, whereIs(placing), to, WIDTH, HEIGHT));
        expect(placing.isNear(0, to[0], to[1], WIDTH, HEIGHT, 3)).toBe(true);
        expect(lengthOf(features)).toBeCloseTo(4, 5);
      }
      // Pulled away from the ball it is on its rim, in the direction of the hand.
      const away = placing.drag(HELD, whereIs(placing), [WIDTH, HEIGHT / 2], WIDTH, HEIGHT);
      const [right, , towards] = seen(frame, unit(vector(away([...features]))));
      expect(right).toBeGreaterThan(0.98);
      expect(Math.abs(towards)).toBeLessThan(0.1);
      // A degree to the right, and upwards, from the middle.
      const middle = [...frame.towards];
      expect(angleTo(unit(vector(placing.nudge(HELD, 1, 0)(middle))), frame.towards)).toBeCloseTo(DEGREE, 9);
      expect(seen(frame, vector(placing.nudge(HELD, 1, 0)(middle)))[0]).toBeCloseTo(Math.sin(DEGREE), 9);
      expect(seen(frame, vector(placing.nudge(HELD, 0, 1)(middle)))[1]).toBeCloseTo(Math.sin(DEGREE), 9);
    }
  });
});
