import { expect, test } from 'vitest';
import { LOSSES } from '../../../src/losses';
import { dateOfRun, machine, table, writeSection } from '../results.mjs';
import { lane } from './lane';
import { type Outcome, trainSeeds } from './run';
import { degrees, range, share, summarise } from './summary';
import { fromShelf } from './workload';

/** Every loss of the shelf as the menu gives it for eight classes: among them the four that the page opens with. */
const LANES = LOSSES.map(({ id, name }) => lane(name, id));

const HEAD = [
  'loss',
  't90',
  'lowest',
  'train: acc.',
  'gap',
  'narrowest',
  'intra',
  'W-EC',
  'test: acc.',
  'gap',
  'narrowest',
  'intra',
  'W-EC',
];

function row(name: string, outcomes: readonly Outcome[]): string[] {
  const splits = (['train', 'test'] as const).map((split) => summarise(outcomes, split));
  const cells = splits.flatMap((s) => [
    share(s.accuracy),
    `${degrees(s.gap)} ± ${degrees(s.gapSd)}`,
    degrees(s.gapMin),
    degrees(s.intra),
    degrees(s.wec, 0),
  ]);
  const [train] = splits;
  return [name, train ? range(train.t90) : '', train ? share(train.lowest) : '', ...cells];
}

test('Every loss at its defaults reaches 90 % on every seed of both data sets at theirs', async () => {
  const parts: string[] = [machine(dateOfRun(), 'WebAssembly SIMD')];
  const late: string[] = [];
  for (const workload of [await fromShelf('identities', 8), await fromShelf('digits', 3)]) {
    const { name, samples, seeds, steps } = workload;
    const outcomes = await trainSeeds(
      workload,
      LANES.map(({ config }) => config),
    );
    const ofLane = (i: number): Outcome[] => outcomes[i] ?? [];
    late.push(
      ...LANES.filter((_, i) => ofLane(i).some(({ t90 }) => t90 === null)).map((l) => `${l.name} on ${name}`),
    );
    const size = `${samples.trainCount} training and ${samples.y.length - samples.trainCount} test samples`;
    parts.push(
      `**${name}**: ${size}, ${steps} steps, ${seeds.length} seeds.`,
      table(
        HEAD,
        LANES.map((entry, i) => row(entry.name, ofLane(i))),
      ),
    );
  }
  const text = parts.join('\n\n');
  console.log(text);
  writeSection('defaults', text);
  expect(late).toEqual([]);
});
