import { availableParallelism } from 'node:os';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { assemblyScript } from './build/assemblyScript.ts';
import { TENSORFLOW, TENSORFLOW_IN_NODE } from './build/tensorflow.ts';
import { launchOptions } from './test/setup/browser.mjs';
import { bitsAfterInNode } from './test/setup/inNode.ts';

/** No test measures time: this only ends what hangs, on a machine that is busy with other things too. ms */
const SLOW_MACHINE = 60_000;

/** Tests in Node; Vite still reads the files, so the shelves' import.meta.glob works. */
const inNode = (name: string, include: string[]) => ({
  plugins: [assemblyScript],
  test: {
    name,
    include,
    environment: 'node',
    isolate: false, // laws are of pure functions, so their files can share the modules, which takes half as long
    testTimeout: SLOW_MACHINE,
    maxWorkers: Math.max(2, availableParallelism() - 1), // nobody else runs meanwhile
    deps: { optimizer: { ssr: { enabled: true, include: TENSORFLOW_IN_NODE } } },
  },
});

export default defineConfig({
  test: {
    passWithNoTests: true,
    projects: [
      inNode('laws', ['test/*.test.ts', 'test/laws/**/*.test.ts', 'test/setup/**/*.test.ts']),
      inNode('golden', ['test/golden/**/*.test.ts']),
      {
        plugins: [assemblyScript],
        worker: { plugins: () => [assemblyScript] },
        optimizeDeps: { entries: ['src/**/*.{ts,tsx}'], include: TENSORFLOW },
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.{ts,tsx}'],
          testTimeout: SLOW_MACHINE,
          maxWorkers: Math.max(2, availableParallelism() - 1),
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            commands: { bitsAfterInNode },
            provider: playwright({ launchOptions: launchOptions() }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
