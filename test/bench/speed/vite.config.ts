import { defineConfig } from 'vite';
import { assemblyScript } from '../../../build/assemblyScript.ts';
import { TENSORFLOW } from '../../../build/tensorflow.ts';

/** Serves the bench's own page from the sources, with no plugin of the real one but the one that compiles. */
export default defineConfig({
  root: process.cwd(),
  plugins: [assemblyScript],
  cacheDir: 'node_modules/.cache/bench/vite', // a development server may be running beside it
  // All at once and beforehand, so that every variant shares one tfjs-core and no round meets a reload.
  optimizeDeps: { entries: ['test/bench/speed/*.ts'], include: [...TENSORFLOW, '@tensorflow/tfjs'] },
  server: { host: '127.0.0.1', port: 0, hmr: false, watch: null },
});
