import { expect, test } from 'vitest';
import { mean } from '../../../src/math/quantile';
import { dateOfRun, machine, table, writeSection } from '../results.mjs';
import { compare, type Expected, LEAD, REFERENCE } from './reference';
import { type Outcome, trainSeeds } from './run';
import { degrees, range, type Summary, share, summarise } from './summary';
import { referenceDigits, referenceIdentities, type Workload } from './workload';

const HEAD = ['loss', 't90', 'lowest', 'gap', 'narrowest pair', 'intra', 'W-EC', 'agrees'];

const withSd = (value: number, sd: number): string => `${degrees(value)} ± ${degrees(sd)}`;

/** What agrees and what does not. */
function inWords(own: Summary, expected: Expected): string {
  const verdict = Object.entries(compare(own, expected));
  const off = verdict.filter(([, agrees]) => !agrees).map(([name]) => name);
  return off.length === 0 ? 'all' : `not ${off.join(', ')}`;
}

/** The row of this project above the row of the reference. */
function rows(name: string, outcomes: readonly Outcome[], expected: Expected): string[][] {
  const own = summarise(outcomes, 'test');
  return [
    [
      name,
      range(own.t90),
      share(own.lowest),
      withSd(own.gap, own.gapSd),
      degrees(own.gapMin),
      withSd(own.intra, own.intraSd),
      withSd(own.wec, own.wecSd),
      inWords(own, expected),
    ],
    [
      '– PyTorch',
      range(expected.t90),
      share(expected.lowest),
      withSd(expected.gap, expected.gapSd),
      '',
      degrees(expected.intra),
      degrees(expected.wec, 0),
      '',
    ],
  ];
}

test('The reference’s runs, made again by this project’s trainer', async () => {
  const parts: string[] = [machine(dateOfRun(), 'WebAssembly SIMD')];
  const leads = { identities: 0, digits: 0 };
  const strays: string[] = [];
  const measure = async (which: 'identities' | 'digits', workload: Workload): Promise<void> => {
    const { samples, seeds, steps } = workload;
    // Lanes that start alike train side by side; the others by themselves.
    const outcomes: Outcome[][] = [];
    for (const open of new Set(REFERENCE.map((entry) => entry.open))) {
      const group = REFERENCE.filter((entry) => entry.open === open);
      const made = await trainSeeds(
        workload,
        group.map(({ config }) => config),
        open,
      );
      group.forEach((entry, i) => {
        outcomes[REFERENCE.indexOf(entry)] = made[i] ?? [];
      });
    }
    REFERENCE.forEach((entry, i) => {
      const found = inWords(summarise(outcomes[i] ?? [], 'test'), entry[which]);
      if (entry.name !== 'softmax' && found !== 'all') strays.push(`${which} ${entry.name}: ${found}`);
    });
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
  expect(strays).toEqual([]);
  expect(leads.identities).toBeGreaterThanOrEqual(LEAD.identities);
  expect(leads.digits).toBeGreaterThanOrEqual(LEAD.digits);
});
