import { describe, expect, test } from 'vitest';
import map from '../../src/figures/feasibilityMap';
import { fieldOf, stretches } from '../../src/figures/feasibilityMap/field';
import { mapScene } from '../../src/figures/feasibilityMap/scene';
import { chosenNow, type FigureInput } from '../../src/figures/figure';
import { lossOf } from '../../src/lab/settings';
import { evenSeparation, isFeasible, largestFeasible } from '../../src/margin/feasibility';
import { lossOnCentre } from '../../src/margin/floor';
import { forceAt } from '../../src/margin/force';
import { defaultConfig } from '../../src/margin/loss';
import { TURN } from '../../src/math/angle';
import { stream } from '../../src/math/random';
import { DEFAULT, GUARDS, inputOf, say } from './figureLab';
import { LANES } from './lanes';

const [input, guards] = await Promise.all([inputOf(DEFAULT), inputOf(GUARDS)]);

describe('The map of margins and scales', () => {
  const SIZE = { width: 600, height: 430, ratio: 1 };
  const sceneOf = (of: FigureInput, chosen = {}) => mapScene(of, chosenNow(map, chosen, of, 'en'));
  const grabOf = (of: FigureInput, chosen = {}) => map.show(of, chosenNow(map, chosen, of, 'en'), 'en').grab;

  test('offers lanes with a margin and a fixed scale, and each of their margins', async () => {
    const offered = (of: FigureInput): string[][] => {
      const first = chosenNow(map, {}, of, 'en');
      return map.menus.map(({ offers }) => offers(of, 'en', first).map(({ value }) => value));
    };
    expect(offered(input)).toEqual([['CosFace', 'ArcFace'], ['m3']]);
    const combined = await inputOf('lanes=normSoftmax~combined~sphereFace~sphereFace,scale:s');
    expect(offered(combined)).toEqual([
      ['Combined', 'SphereFace 2'],
      ['m1', 'm2', 'm3'],
    ]);
    const none = await inputOf('lanes=softmax~normSoftmax~sphereFace');
    expect(sceneOf(none)).toBeNull();
    expect(grabOf(none)).toBeNull();
  });

  test('draws the boundary where the largest feasible margin is', () => {
    for (const lane of ['CosFace', 'ArcFace']) {
      const { even, margin, classes } = sceneOf(input, { lane })!;
      const loss = lossOf({ loss: lane === 'CosFace' ? 'cosFace' : 'arcFace' });
      const config = defaultConfig(loss, { classes, dim: 2 });
      const largest = largestFeasible(loss, config, margin.name, evenSeparation(classes, 2));
      expect(even).toEqual([[0, expect.closeTo(largest ?? -1, 9)]]);
    }
  });

  test.each(LANES.filter(({ margin }) => margin.scale === 's'))(
    'calls $title feasible where ψ(0) says so, and nowhere else',
    ({ margin, loss }) => {
      const random = stream(1, 'map');
      for (const [name, param] of Object.entries(loss.params)) {
        if (param.role !== 'margin') continue;
        const field = fieldOf(margin, name, param);
        for (const delta of [TURN / 8, 1.2 * random(), TURN / 3]) {
          const found = stretches(field, Math.cos(delta));
          for (let k = 0; k < 20; k++) {
            const value = param.min + (param.max - param.min) * random();
            const { psi } = forceAt({ ...margin, values: { ...margin.values, [name]: value } });
            const within = found.some(([from, to]) => from <= value && value <= to);
            expect(within, `${name} = ${value}, δ = ${delta}`).toBe(isFeasible(psi, delta));
          }
        }
      }
    },
  );

  test('has level lines where the floor is what they say', () => {
    for (const lane of ['CosFace', 'ArcFace']) {
      const { levels, margin, scale, classes } = sceneOf(input, { lane })!;
      const field = fieldOf(input.lanes.find(({ name }) => name === lane)!.margin, margin.name, margin.param);
      expect(levels.length).toBeGreaterThan(5);
      for (const { loss, rings } of levels) {
        const ofLine = rings
          .flat()
          .filter(
            ([m, s]) =>
              m > margin.param.min && m < margin.param.max && s > scale.param.min && s < scale.param.max,
          );
        for (const [m, s] of ofLine) {
          // Linear between the nodes of a grid, in the logarithm.
          const there = lossOnCentre(s, classes)(field.top(m));
          expect(Math.abs(Math.log10(there / loss)), `${lane} ${m} ${s}`).toBeLessThan(0.03);
        }
      }
    }
  });

  test('says what the lane’s own floor is', () => {
    expect(say(map, input, 'en', { lane: 'ArcFace' })).toMatch(
      /ArcFace, 8 centres spread evenly: m₂ = 0\.50, s = 16: feasible; floor 0\.123/,
    );
    expect(say(map, guards, 'en')).toMatch(/m₃ = 0\.60, s = 30: infeasible; floor/);
  });

  test('has its handle where the lane is, and gives from there what the lane has', () => {
    const grab = grabOf(input, { lane: 'ArcFace' })!;
    expect(grab.lane).toBe(3);
    const [x, y] = grab.place(SIZE);
    const { m2 = 0, s = 0 } = grab.at(x, y, SIZE);
    expect([m2, s]).toEqual([expect.closeTo(0.5, 9), expect.closeTo(16, 9)]);
    // Outside it is at the end.
    expect(grab.at(-50, -50, SIZE)).toEqual({ m2: 0, s: 64 });
    expect(grab.at(5000, 5000, SIZE)).toEqual({ m2: 1, s: 1 });
    expect(grab.by(1, -2)).toEqual({ m2: 0.51, s: 14 });
    expect(grab.by(-1000, 1000)).toEqual({ m2: 0, s: 64 });
  });
});
