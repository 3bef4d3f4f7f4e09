import { describe, expect, test } from 'vitest';
import { type Held, movedLook } from '../../src/lab/byHand';
import type { Whole } from '../../src/lab/whole';
import { DEGREE, turn } from '../../src/math/angle';
import { turnedBy } from '../../src/math/move';
import { stream } from '../../src/math/random';
import { LANES, openLab } from '../tools/openLab';

const [COUNT, CLASSES, LANE] = [20, 5, 2];
/** Turned by these, radians; on float32 rows, so a turn is exact to about 1e-7 of itself. */
const TURNS = [0, DEGREE, -DEGREE, 1, -3, Math.PI, 7];
const DIGITS = 5;

function anyLook(): Whole {
  const random = stream(3, 'look');
  const some = (count: number) => Float32Array.from({ length: count }, () => 20 * random() - 10);
  return {
    moment: {
      step: 9,
      times: [9, 9, 9, 9],
      centres: some(4 * CLASSES * 2),
      biases: some(4 * CLASSES),
    },
    features: some(4 * COUNT * 2),
  };
}
const at = (rows: Float32Array, row: number) => {
  const [x = 0, y = 0] = rows.subarray(2 * row, 2 * row + 2);
  return { angle: Math.atan2(y, x), length: Math.hypot(x, y) };
};
/** Of rows that are pairs, those that differ. */
const others = (before: Float32Array, after: Float32Array): number[] =>
  Array.from({ length: before.length / 2 }, (_, row) => row).filter(
    (row) => before[2 * row] !== after[2 * row] || before[2 * row + 1] !== after[2 * row + 1],
  );

const HELD = [
  ['a centre', { cls: 3, sample: null }, LANE * CLASSES + 3],
  ['a sample', { cls: null, sample: 11 }, LANE * COUNT + 11],
] as const satisfies readonly (readonly [string, Held, number])[];

describe.each(HELD)('A look with %s moved', (what, held, row) => {
  const rowsOf = ({ moment, features }: Whole) => (what === 'a centre' ? moment.centres : features);
  const restOf = ({ moment, features }: Whole) => (what === 'a centre' ? features : moment.centres);

  test.each(TURNS)('has it turned by %f radians, of its old length', (by) => {
    const look = anyLook();
    const [before, after] = [
      at(rowsOf(look), row),
      at(rowsOf(movedLook(look, LANE, held, turnedBy(by))), row),
    ];
    expect(turn(before.angle + by, after.angle)).toBeCloseTo(0, DIGITS);
    expect(after.length).toBeCloseTo(before.length, DIGITS);
  });

  test('is in all else the look that it was made of, which stays as it was', () => {
    const [look, untouched] = [anyLook(), anyLook()];
    const moved = movedLook(look, LANE, held, turnedBy(1));
    expect(others(rowsOf(look), rowsOf(moved))).toEqual([row]);
    expect(restOf(moved)).toBe(restOf(look));
    expect(moved.moment).toMatchObject({ step: 9, times: [9, 9, 9, 9], biases: look.moment.biases });
    expect(look).toEqual(untouched);
  });
});

/** A run that stands still and has been looked at. */
function openStill() {
  const page = openLab();
  page.started(0);
  for (const step of [0, 10, 20]) {
    page.save(step);
    page.see(step);
  }
  page.lab.pause();
  page.asked.length = 0;
  return page;
}
const SAMPLE = { cls: null, sample: 1 };

describe('What is moved by hand', () => {
  test('is shown, and nothing else of the run knows of it', () => {
    const { lab, names } = openStill();
    const { whole, features } = lab.feed.live;
    lab.moveByHand(1, SAMPLE, turnedBy(1));
    lab.moveByHand(1, SAMPLE, turnedBy(0.5));
    const angle = ({ whole }: { readonly whole: Whole | null }): number =>
      at(whole?.features ?? new Float32Array(), 1 * 2 + 1).angle;
    expect(angle(lab.feed.now)).toBeCloseTo(Math.PI / 4 + 1.5, DIGITS);
    expect(lab.feed.now.features).toBe(lab.feed.now.whole?.features);
    expect(lab.feed.live.whole).toBe(whole);
    expect(lab.feed.live.features).toBe(features);
    expect(lab.store.getState().byHand).toEqual([1]);
    lab.moveByHand(3, SAMPLE, turnedBy(1));
    expect(lab.store.getState().byHand).toEqual([3, 1]);
    expect(names()).toEqual([]);
  });

  test('is put back as it was', () => {
    const { lab } = openStill();
    expect(lab.putBack()).toBe(false);
    lab.moveByHand(1, SAMPLE, turnedBy(1));
    expect(lab.putBack()).toBe(true);
    expect(lab.feed.now).toBe(lab.feed.live);
    expect(lab.store.getState().byHand).toBeNull();
  });

  test('is moved of what is looked back at, and put back there', () => {
    const { lab } = openStill();
    const [, look] = lab.feed.live.history.looks;
    if (!look) throw new Error('it was looked at');
    lab.lookBack(look);
    lab.moveByHand(0, SAMPLE, turnedBy(1));
    expect(lab.feed.now.moment.step).toBe(10);
    expect(lab.feed.now.whole).not.toBe(look);
    lab.putBack();
    expect(lab.feed.now.whole).toBe(look);
    expect(lab.store.getState().lookBack?.look).toBe(look);
  });

  test('is bookmarked as little as it is learnt', () => {
    const { lab } = openStill();
    lab.moveByHand(0, SAMPLE, turnedBy(1));
    expect(lab.addBookmark('the run')?.look).toBe(lab.feed.live.whole);
  });

  test.each(['play', 'step', 'restart', 'present'] as const)('goes back by itself with %s', (act) => {
    const { lab } = openStill();
    lab.moveByHand(0, SAMPLE, turnedBy(1));
    lab[act]();
    expect(lab.store.getState().byHand).toBeNull();
    expect(lab.feed.now).toBe(lab.feed.live);
  });

  test('goes back by itself with a look back, and with other lanes', () => {
    const { lab } = openStill();
    const [look] = lab.feed.live.history.looks;
    if (!look) throw new Error('it was looked at');
    lab.moveByHand(0, SAMPLE, turnedBy(1));
    lab.lookBack(look);
    expect(lab.store.getState().byHand).toBeNull();
    lab.moveByHand(LANES - 1, SAMPLE, turnedBy(1));
    lab.change({ lanes: lab.store.getState().settings.lanes.slice(1) });
    expect(lab.store.getState().byHand).toBeNull();
    expect(lab.feed.now.whole?.moment.times).toHaveLength(LANES - 1);
  });

  test('is nothing while training, nor before the run has been looked at where it stands', () => {
    const { lab, tell } = openStill();
    lab.play();
    lab.moveByHand(0, SAMPLE, turnedBy(1));
    expect(lab.store.getState().byHand).toBeNull();
    lab.pause();
    const { moment, whole } = lab.feed.live;
    tell({
      type: 'snapshot',
      snapshot: {
        ...moment,
        run: 1,
        rate: null,
        step: 21,
        points: { type: 'batch', samples: Int32Array.of(0), features: new Float32Array(LANES * 2).fill(1) },
      },
    });
    lab.moveByHand(0, SAMPLE, turnedBy(1));
    expect(lab.store.getState().byHand).toBeNull();
    expect(lab.feed.now.whole).toBe(whole);
  });
});
