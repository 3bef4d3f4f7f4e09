import { expect, test } from 'vitest';
import { choose } from '../../src/train/choose';
import { EXECUTORS } from '../../src/train/protocol';
import { compareFloat32, trainOn } from '../golden/float32';
import { inWords } from '../golden/report';
import type { Files } from '../golden/schema';
import source from '../reference/training.json?raw';

// The schema is the reference README's; a file that is otherwise fails in the comparison.
const file: Files['training.json'] = JSON.parse(source);

test.each(EXECUTORS)('%s makes the first steps of training.json', async (wanted) => {
  const { executor, create } = await choose(wanted);
  expect(executor).toBe(wanted);
  const report = compareFloat32(file, await trainOn(create, file));
  console.log(`training.json, ${executor}  ${inWords(report)}`);
  expect(report.mismatches).toEqual([]);
  expect(report.compared.length).toBeGreaterThan(0);
});
