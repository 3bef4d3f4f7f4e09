import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import type { BrowserCommand } from 'vitest/node';
import { assemblyScript } from '../../build/assemblyScript.ts';
import type { SameRun } from '../browser/sameRun.ts';

declare module 'vitest/browser' {
  interface BrowserCommands {
    /** What sameRun.ts gives in the process of the test run, which is Node and not the browser. */
    bitsAfterInNode: (name: SameRun) => Promise<number[]>;
  }
}

const root = new URL('../../', import.meta.url);

export const bitsAfterInNode: BrowserCommand<[name: SameRun]> = async (_, name) => {
  const { module } = await runnerImport<typeof import('../browser/sameRun.ts')>(
    fileURLToPath(new URL('test/browser/sameRun.ts', root)),
    { configFile: false, plugins: [assemblyScript] },
  );
  return module.bitsAfter(
    name,
    async (file) => new Uint8Array(await readFile(new URL(`public/${file}`, root))).buffer,
  );
};
