import { expect, test } from 'vitest';
import { mean } from '../../../src/math/quantile';
import { dateOfRun, machine, table, writeSection } from '../results.mjs';
import { type Expected, LEAD, REFERENCE, toleranceOf } from './reference';
import { type Outcome, trainSeeds } from './run';
import { degrees, range, share, summarise } from './summary';
import { referenceDigits, referenceIdentities, type Workload } from './workload';

const HEAD = ['loss', 't90', 'lowest', 'gap', 'lowest gap', 'narrowest pair', 'intra', 'W-EC', 'gap agrees'];

/** The row of this project above the row of the reference. */
function rows(name: string, outcomes: readonly Outcome[], expected: Expected): string[][] {
  const own = summarise(outcomes, 'test');
  const off = Math.abs(own.gap - expected.gap);
  const verdict = off <= toleranceOf(expected) ? 'yes' : 'NO';
  return [
    [
      name,
      range(own.t90),
      share(own.lowest),
      `${degrees(own.gap)} ± ${degrees(own.gapSd)}`,
      degrees(own.gapLowest),
      degrees(own.gapMin),
      degrees(own.intra),
      degrees(own.wec, 0),
      `${verdict} (${degrees(off)} of ${degrees(toleranceOf(expected))})`,
    ],
    [
      '– PyTorch',
      range(expected.t90),
      share(expected.lowest),
      `${degrees(expected.gap)} ± ${degrees(expected.gapSd)}`,
      '',
      '',
      degrees(expected.intra),
      degrees(expected.wec, 0),
      '',
    ],
  ];
}

test('The reference’s runs, made again by this project’s trainer', async () => {
  const parts: string[] = [machine(dateOfRun(), 'TensorFlow.js on wasm')];
  const leads = { identities: 0, digits: 0 };
  const measure = async (which: 'identities' | 'digits', workload: Workload): Promise<void> => {
    const { samples, seeds, steps } = workload;
    const outcomes = await trainSeeds(
      workload,
      REFERENCE.map(({ config }) => config),
    );
    const ofLane = (lane: number): Outcome[] => outcomes[lane] ?? [];
    const lane = (name: string): number => REFERENCE.findIndex((entry) => entry.name.startsWith(name));
    const [softmax, arcFace] = [ofLane(lane('softmax')), ofLane(lane('ArcFace'))];
    const paired = seeds.map((_, i) => (arcFace[i]?.test.gap ?? 0) - (softmax[i]?.test.gap ?? 0));
    leads[which] = mean(paired);
    const size = `${samples.trainCount} training and ${samples.y.length - samples.trainCount} test samples`;
    parts.push(
      `**${which}**: ${size}, ${steps} steps, ${seeds.length} seeds.`,
      table(
        HEAD,
        REFERENCE.flatMap((entry, i) => rows(entry.name, ofLane(i), entry[which])),
      ),
      `ArcFace (s = 16) minus softmax, seed by seed: ${paired.map((d) => degrees(d)).join(', ')}; ` +
        `on average ${degrees(leads[which])}°, expected at least ${LEAD[which]}°.`,
    );
  };
  await measure('identities', await referenceIdentities(8));
  await measure('digits', await referenceDigits(3));
  const text = parts.join('\n\n');
  console.log(text);
  writeSection('reference', text);
  expect(leads.identities).toBeGreaterThanOrEqual(LEAD.identities);
  expect(leads.digits).toBeGreaterThanOrEqual(LEAD.digits);
});
