import { defineConfig } from 'vite';

/** Serves the gallery from the sources: npx vite --config test/gallery/vite.config.ts --open test/gallery/index.html */
export default defineConfig({
  root: process.cwd(),
  cacheDir: 'node_modules/.cache/gallery', // a development server may be running beside it
  // Beforehand, so that no picture meets a reload.
  optimizeDeps: { entries: ['test/gallery/gallery.tsx'], include: ['react-dom/client', 'd3'] },
  server: { host: '127.0.0.1', hmr: false },
});
