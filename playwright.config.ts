import { createServer } from 'node:net';
import { availableParallelism } from 'node:os';
import { defineConfig } from '@playwright/test';
import { launchOptions } from './test/setup/browser.mjs';

// Playwright reads this file again in every process it starts: they inherit the ports that the first one found.
process.env.PREVIEW_PORT ??= String(await freePort());
process.env.GALLERY_PORT ??= String(await freePort());
const { PREVIEW_PORT: port, GALLERY_PORT: galleryPort } = process.env;

/** Vite's own program: npx would leave it running behind. */
const vite = `"${process.execPath}" node_modules/vite/bin/vite.js`;

export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'node_modules/.cache/e2e',
  snapshotPathTemplate: '{testDir}/pictures/{arg}{ext}',
  // A page trains on one core and draws on another, but most tests wait.
  workers: Math.max(2, Math.floor(availableParallelism() / 2)),
  timeout: 60_000, // only ends what hangs: nothing here measures time
  retries: process.env.CI ? 1 : 0, // a test that needs its second try is listed as flaky
  forbidOnly: Boolean(process.env.CI),
  reporter: 'list',
  expect: { toHaveScreenshot: { maxDiffPixelRatio: 0.01, animations: 'disabled' } },
  use: {
    baseURL: `http://127.0.0.1:${port}/`,
    reuseContext: true,
    launchOptions: launchOptions(),
    serviceWorkers: 'block', // a fresh page every time; offline.test.ts asks for them
  },
  webServer: [
    {
      command: `${vite} preview --port ${port} --strictPort`,
      url: `http://127.0.0.1:${port}/`,
      reuseExistingServer: false,
    },
    {
      command: `${vite} --config test/gallery/vite.config.ts --port ${galleryPort} --strictPort`,
      url: `http://127.0.0.1:${galleryPort}/test/gallery/index.html`,
      reuseExistingServer: false,
    },
  ],
});

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
