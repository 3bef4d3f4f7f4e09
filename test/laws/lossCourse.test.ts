import { describe, expect, test } from 'vitest';
import { createFigureInput } from '../../src/app/figureInput';
import course from '../../src/figures/lossCourse';
import { courseScene, pointAt } from '../../src/figures/lossCourse/scene';
import { DEFAULT, GUARDS, inputOf, ODD, readLab, say, untrained } from './figureLab';

const [input, guards, odd] = await Promise.all([inputOf(DEFAULT), inputOf(GUARDS), inputOf(ODD)]);
const empty = untrained(input);

describe('Loss and accuracy over steps', () => {
  test('ends with the readings of the lanes, and has the floors of FACTS', async () => {
    const lab = await readLab('lanes=cosFace,m3:0.2,s:16~arcFace,m2:0.5,s:16~normSoftmax,s:4~softmax');
    const { lanes, to, step } = courseScene(createFigureInput(lab)(), {});
    expect([to, step]).toEqual([120, 120]);
    lab.store.getState().vitals.forEach((vitals, i) => {
      expect(lanes[i]?.points.at(-1)?.loss).toBe(vitals?.readings.loss);
      expect(lanes[i]?.points.at(-1)?.accuracy).toBe(vitals?.readings.accuracy);
    });
    const floors = lanes.map(({ floor }) => (floor.type === 'floor' ? floor.loss.toFixed(3) : floor.type));
    expect(floors).toEqual(['0.373', '0.123', '0.506', 'lengths']);
  });

  test('has every loss and every floor that it draws within its axis', () => {
    for (const of of [input, guards, odd, empty]) {
      const { lanes, low, high } = courseScene(of, {});
      expect(high / low).toBeGreaterThanOrEqual(10);
      for (const { loss } of lanes.flatMap(({ points }) => points)) {
        expect(loss).toBeGreaterThanOrEqual(low);
        expect(loss).toBeLessThanOrEqual(high);
      }
    }
  });

  test('marks where a slider was moved, and how far', () => {
    const last = courseScene(input, {}).lanes.at(-1);
    expect(last?.marks).toEqual([{ step: 60, moved: ['s 8 → 16'] }]);
    expect(courseScene(input, {}).lanes[0]?.marks).toEqual([]);
  });

  test('gives at a step the newest readings before it', () => {
    const lane = courseScene(input, {}).lanes[0]!;
    const stepAt = (step: number) => pointAt(lane, step)?.step;
    expect([0, 9, 10, 59.5, 115, 1000].map(stepAt)).toEqual([0, 0, 10, 50, 110, 120]);
    expect(pointAt(courseScene(empty, {}).lanes[0]!, 5)).toBeNull();
  });

  test('has a line at the step that is looked back at, and none at the newest', () => {
    expect(courseScene(input, {}).lookedAt).toBeNull();
    const back = { ...input, lanes: input.lanes.map((lane) => ({ ...lane, now: lane.middle })) };
    expect(courseScene(back, {}).lookedAt).toBe(60);
    expect(say(course, back, 'en')).toMatch(/Step 120\nshown: step 60$/);
  });
});
