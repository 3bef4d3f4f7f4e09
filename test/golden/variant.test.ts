import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { check } from './checks';
import { NAMES, REFERENCE_DIR, readFolder } from './folder';
import { VARIANTS } from './variant';

const folder = mkdtempSync(join(tmpdir(), 'reference-'));
afterAll(() => rmSync(folder, { recursive: true }));

const own = readFolder(REFERENCE_DIR);
const write = (name: string, content: unknown): void =>
  writeFileSync(join(folder, name), JSON.stringify(content));

describe('A folder with other numbers of the same schema works unchanged:', () => {
  const present = NAMES.filter((name) => name in own);
  test.each(present)('%s', (name) => {
    // The variant of a file is made from that file: the table's type says so, a union of names loses it.
    const vary = VARIANTS[name] as (file: unknown) => unknown;
    write(name, vary(own[name]));
    const report = check(readFolder(folder), name);
    expect(report?.mismatches).toEqual([]);
    expect(report?.compared.length).toBeGreaterThan(0);
  });
});

test('A file that is missing is missing, and others in the folder are not read', () => {
  const lonely = mkdtempSync(join(tmpdir(), 'reference-'));
  try {
    writeFileSync(join(lonely, 'notes.json'), 'not JSON');
    writeFileSync(join(lonely, 'curves.json'), JSON.stringify({ thetaDeg: [], curves: [] }));
    expect(Object.keys(readFolder(lonely))).toEqual(['curves.json']);
  } finally {
    rmSync(lonely, { recursive: true });
  }
});
