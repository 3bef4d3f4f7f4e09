import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Files } from './schema';

export const NAMES = [
  'losses.json',
  'curves.json',
  'boundaries.json',
  'metrics.json',
  'training.json',
] as const satisfies (keyof Files)[];

/** The project's own copy; any other folder with the same files does as well. */
const OWN = fileURLToPath(new URL('../reference', import.meta.url));
export const REFERENCE_DIR = process.env.REFERENCE_DIR || OWN;

/** The files of a folder that have a check. */
export function readFolder(folder: string): Partial<Files> {
  const present = NAMES.filter((name) => existsSync(join(folder, name)));
  return Object.fromEntries(
    present.map((name) => [name, JSON.parse(readFileSync(join(folder, name), 'utf8'))]),
  );
}
