import { describe, expect, test } from 'vitest';
import { readAddress } from '../../src/lab/address';
import { conduct, EXPERIMENTS, experimentOf } from '../../src/lab/experiments';
import { setValue } from '../../src/lab/lanes';
import { defaultSettings } from '../../src/lab/settings';

describe.each(EXPERIMENTS.map((experiment) => [experiment.id, experiment] as const))(
  'The experiment %s',
  (_, experiment) => {
    const now = { ...defaultSettings(), language: 'ko', theme: 'dark', type: 'large' } as const;
    const settings = conduct(experiment, now);

    test('is an address in which nothing has to be repaired', () => {
      expect(readAddress(`#${experiment.address}`).repairs).toEqual([]);
    });
    test('keeps language, theme and the size of the letters', () => {
      expect(settings).toMatchObject({ language: 'ko', theme: 'dark', type: 'large' });
    });
    test('is known by its settings, also when a slider has been moved', () => {
      expect(experimentOf(settings)).toBe(experiment);
      const name = Object.keys(settings.lanes[0]?.values ?? {})[0] ?? '';
      const lanes = setValue(settings.lanes, 0, name, 1, false);
      expect(experimentOf({ ...settings, lanes })).toBe(experiment);
    });
    test('is another with another seed', () => {
      expect(experimentOf({ ...settings, seed: settings.seed + 1 })).toBeNull();
    });
  },
);

test('The page as it first opens is no experiment', () => {
  expect(experimentOf(defaultSettings())).toBeNull();
});
