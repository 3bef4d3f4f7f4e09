import { defineConfig } from 'vitest/config';
import { assemblyScript } from './build/assemblyScript.ts';
import { TENSORFLOW_IN_NODE } from './build/tensorflow.ts';

/** Measurements that take minutes and are no part of `npm test`. One at a time: they share the processor. */
export default defineConfig({
  plugins: [assemblyScript],
  test: {
    include: ['test/bench/**/*.bench.ts'],
    environment: 'node',
    fileParallelism: false,
    testTimeout: 60 * 60_000,
    deps: { optimizer: { ssr: { enabled: true, include: TENSORFLOW_IN_NODE } } },
  },
});
