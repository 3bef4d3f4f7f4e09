import { test } from 'vitest';
import { mean } from '../../../src/math/quantile';
import { dateOfRun, machine, table, writeSection } from '../results.mjs';
import { lane } from './lane';
import { type Outcome, trainSeeds } from './run';
import { degrees, median, range, share, summarise } from './summary';
import { fromShelf, referenceDigits, referenceIdentities, type Workload } from './workload';

const cosFace = (s: number, m3: number) => lane(`CosFace, s = ${s}, m = ${m3}`, 'cosFace', { s, m3 });

/** The candidates for CosFace's default at eight classes, and what else to know beside them. */
const LANES = [
  cosFace(30, 0.25),
  cosFace(16, 0.25),
  cosFace(16, 0.2),
  cosFace(16, 0.15),
  lane('ArcFace', 'arcFace'),
  lane('SphereFace', 'sphereFace'),
];

/** A look whose gap is so far below its own run's median is a dip. */
const DIP = 10;
const gapsOf = ({ late }: Outcome): number[] => late.map(({ gap }) => gap);
function dips(outcome: Outcome): number {
  const gaps = gapsOf(outcome);
  const usual = median(gaps);
  return gaps.filter((gap) => gap < usual - DIP).length / gaps.length;
}

const HEAD = [
  'loss',
  't90',
  'lowest',
  'gap at the end',
  'narrowest pair',
  'settled gap',
  'worst seed',
  'dips',
];

function row(name: string, outcomes: readonly Outcome[]): string[] {
  const end = summarise(outcomes, 'test');
  const settled = outcomes.map((outcome) => median(gapsOf(outcome)));
  return [
    name,
    range(end.t90),
    share(end.lowest),
    `${degrees(end.gap)} ± ${degrees(end.gapSd)}`,
    degrees(end.gapMin),
    degrees(mean(settled)),
    degrees(Math.min(...settled)),
    `${(100 * mean(outcomes.map(dips))).toFixed(1)} %`,
  ];
}

test('Defaults for CosFace', async () => {
  const parts: string[] = [machine(dateOfRun(), 'WebAssembly SIMD')];
  const measure = async (title: string, workload: Workload): Promise<void> => {
    const outcomes = await trainSeeds(
      workload,
      LANES.map(({ config }) => config),
    );
    const rows = LANES.map(({ name }, i) => row(name, outcomes[i] ?? []));
    parts.push(`**${title}**, ${workload.seeds.length} seeds.`, table(HEAD, rows));
  };
  await measure('identities, the page’s', await fromShelf('identities', 8));
  await measure('identities, the reference’s', await referenceIdentities(8));
  await measure('digits, the page’s', await fromShelf('digits', 5));
  await measure('digits, 683 training images per class', await referenceDigits(5));
  const text = parts.join('\n\n');
  console.log(text);
  writeSection('cosFace', text);
});
