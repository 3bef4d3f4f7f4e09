import { test } from 'vitest';
import { dateOfRun, machine, table, writeSection } from '../results.mjs';
import { centredStart } from './centredStart';
import { lane } from './lane';
import { type Outcome, trainSeeds } from './run';
import { degrees, range, summarise } from './summary';
import { fromShelf, type Workload } from './workload';

const arcFace = (name: string, values = {}, options = {}) => lane(name, 'arcFace', values, options, 3);

/** What might cure a class that sticks opposite its own centre, and the losses without that trouble. */
const THREE = [
  arcFace('ArcFace'),
  arcFace('– warm-up', {}, { schedule: 'ramp' }),
  arcFace('– m = .3', { m2: 0.3 }),
  arcFace('– m = .2', { m2: 0.2 }),
  arcFace('– s = 4', { s: 4 }),
  arcFace('– s = 8', { s: 8 }),
  arcFace('– s = 30', { s: 30 }),
  arcFace('– guard easy', {}, { guard: 'easy' }),
  lane('CosFace', 'cosFace', {}, {}, 3),
  lane('Norm-Softmax', 'normSoftmax', {}, {}, 3),
  lane('SphereFace', 'sphereFace', {}, {}, 3),
  lane('Softmax', 'softmax', {}, {}, 3),
];
const EIGHT = ['softmax', 'normSoftmax', 'sphereFace', 'cosFace', 'arcFace'].map((id) => lane(id, id));

/** Below it, a class is lost. */
const LOST = 0.85;
const lost = (outcomes: readonly Outcome[]): string =>
  `${outcomes.filter(({ train }) => train.accuracy < LOST).length} of ${outcomes.length}`;

test('Three classes', async () => {
  const parts: string[] = [machine(dateOfRun(), 'TensorFlow.js on wasm')];
  const seeds = 20;
  const start = async (workload: Workload): Promise<void> => {
    const configs = THREE.map(({ config }) => config);
    const usual = await trainSeeds(workload, configs);
    const centred = await trainSeeds(workload, configs, centredStart);
    const rows = THREE.map(({ name }, i) => [name, lost(usual[i] ?? []), lost(centred[i] ?? [])]);
    parts.push(
      `**${workload.name}**, 3 classes, ${workload.steps} steps: seeds with a lost class.`,
      table(['loss', 'as the page starts', 'embeddings centred first'], rows),
    );
  };
  await start({ ...(await fromShelf('identities', seeds, { classes: 3 })), steps: 300 });
  await start({ ...(await fromShelf('digits', seeds, { classes: [0, 1, 2], perClass: 200 })), steps: 300 });

  const harmless = async (workload: Workload): Promise<void> => {
    const configs = EIGHT.map(({ config }) => config);
    const usual = await trainSeeds(workload, configs);
    const centred = await trainSeeds(workload, configs, centredStart);
    const cells = (outcomes: readonly Outcome[] = []): string[] => {
      const { t90, gap, gapSd } = summarise(outcomes, 'test');
      return [range(t90), `${degrees(gap)} ± ${degrees(gapSd)}`];
    };
    const rows = EIGHT.map(({ name }, i) => [name, ...cells(usual[i]), ...cells(centred[i])]);
    parts.push(
      `**${workload.name}**, 8 classes, ${workload.seeds.length} seeds: what centring does where nothing is wrong.`,
      table(['loss', 't90', 'gap', 'centred: t90', 'gap'], rows),
    );
  };
  await harmless(await fromShelf('identities', 8));
  await harmless(await fromShelf('digits', 4));
  const text = parts.join('\n\n');
  console.log(text);
  writeSection('threeClasses', text);
});
