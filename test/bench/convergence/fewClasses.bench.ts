import { test } from 'vitest';
import { LOSSES } from '../../../src/losses';
import { dateOfRun, machine, table, writeSection } from '../results.mjs';
import { centredStart } from './centredStart';
import { lane, type NamedLane } from './lane';
import { type Outcome, trainSeeds } from './run';
import { degrees, range, summarise } from './summary';
import { fromShelf, type Workload } from './workload';

const lanesFor = (classes: number): NamedLane[] =>
  LOSSES.map(({ id, name }) => lane(name, id, {}, {}, classes));

/** Below it, of the training samples, a class is lost. */
const lostBelow = (classes: number): number => 1 - 0.45 / classes;
const STEPS = 300;
const SEEDS = 12;

test('Few classes', async () => {
  const parts: string[] = [machine(dateOfRun(), 'WebAssembly SIMD')];
  const HEAD = ['classes', ...LOSSES.map(({ name }) => name)];

  const start = async (name: string, open: (classes: number) => Promise<Workload>): Promise<void> => {
    const rows: string[][] = [];
    for (const classes of [2, 3, 4, 5, 6]) {
      const workload = { ...(await open(classes)), steps: STEPS };
      const configs = lanesFor(classes).map(({ config }) => config);
      const usual = await trainSeeds(workload, configs);
      const centred = await trainSeeds(workload, configs, centredStart);
      const lost = (outcomes: readonly Outcome[] = []): number =>
        outcomes.filter(({ train }) => train.accuracy < lostBelow(classes)).length;
      rows.push([`${classes}`, ...configs.map((_, i) => `${lost(usual[i])} → ${lost(centred[i])}`)]);
      console.log(name, rows.at(-1)?.join(' | '));
    }
    parts.push(
      `**${name}**, ${STEPS} steps: of ${SEEDS} seeds so many lose a class from a network as it is drawn → with its ` +
        'embeddings centred.',
      table(HEAD, rows),
    );
  };
  await start('identities', (classes) => fromShelf('identities', SEEDS, { classes }));
  await start('digits', (classes) =>
    fromShelf('digits', SEEDS, { classes: Array.from({ length: classes }, (_, c) => c), perClass: 200 }),
  );

  const harmless = async (workload: Workload): Promise<void> => {
    const eight = lanesFor(8);
    const configs = eight.map(({ config }) => config);
    const usual = await trainSeeds(workload, configs);
    const centred = await trainSeeds(workload, configs, centredStart);
    const cells = (outcomes: readonly Outcome[] = []): string[] => {
      const { t90, gap, gapSd } = summarise(outcomes, 'test');
      return [range(t90), `${degrees(gap)} ± ${degrees(gapSd)}`];
    };
    const rows = eight.map(({ name }, i) => [name, ...cells(usual[i]), ...cells(centred[i])]);
    parts.push(
      `**${workload.name}**, 8 classes, ${workload.seeds.length} seeds: what centring does where nothing is wrong.`,
      table(['loss', 't90', 'gap', 'centred: t90', 'gap'], rows),
    );
  };
  await harmless(await fromShelf('identities', 8));
  await harmless(await fromShelf('digits', 4));
  const text = parts.join('\n\n');
  console.log(text);
  writeSection('fewClasses', text);
});
