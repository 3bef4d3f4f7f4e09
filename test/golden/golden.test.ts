import { describe, expect, test } from 'vitest';
import { IN_NODE } from './backend';
import { check } from './checks';
import { compareFloat32, trainOn } from './float32';
import { NAMES, REFERENCE_DIR, readFolder } from './folder';
import { inWords } from './report';

const files = readFolder(REFERENCE_DIR);

test('The reference folder has a file that is known', () => {
  expect(Object.keys(files), `none of ${NAMES.join(', ')} in ${REFERENCE_DIR}`).not.toEqual([]);
});

describe('In double precision', () => {
  for (const name of NAMES) {
    const title = name in files ? `${name} agrees` : `${name} is skipped: it is not in the folder`;
    test.skipIf(!(name in files))(title, () => {
      const report = check(files, name);
      console.log(`${name}  ${report && inWords(report)}`);
      expect(report?.mismatches).toEqual([]);
      expect(report?.compared.length).toBeGreaterThan(0);
    });
  }
});

const training = files['training.json'];
describe.skipIf(!training)('In float32, the executor', () => {
  test.each(Object.entries(IN_NODE))('%s makes the first steps of training.json', async (name, bring) => {
    if (!training) return;
    const report = compareFloat32(training, await trainOn(await bring(), training));
    console.log(`training.json, ${name}  ${inWords(report)}`);
    expect(report.mismatches).toEqual([]);
  });
});
