// What a run needs: the page built, a browser, the addresses. In a process of its own, `prepare COUNT FROM`, that tells its
// parent and ends: what it leaves in memory would be cleared away beside the page, at the cost of the page's processors.
import { chromium } from '@playwright/test';
import { runnerImport } from 'vite';
import { launchOptions } from '../../setup/browser.mjs';
import { findBrowser } from '../../setup/findBrowser.mjs';
import { buildPage } from '../speed/serve.mjs';

/** @typedef {object} Prepared
 * @property {import('../../setup/browser.mjs').Browser} browser
 * @property {string} version the browser's
 * @property {string} folder where the built page is
 * @property {import('./log.mjs').Numbered[]} addresses */

const [count = 0, from = 0] = process.argv.slice(2).map(Number);
/** @type {{ module: typeof import('../../tools/hostile.ts') }} */
const { module } = await runnerImport('./test/tools/hostile.ts');
const browser = await findBrowser();
/** @type {Prepared} */
const prepared = {
  browser,
  version: await versionOf(browser),
  folder: await buildPage(),
  addresses: module.hostileAddresses(count, from).map((address, k) => ({ ...address, index: from + k })),
};
process.send?.(prepared);

/** @param {import('../../setup/browser.mjs').Browser} browser */
async function versionOf(browser) {
  const running = await chromium.launch(launchOptions(browser));
  const version = running.version();
  await running.close();
  return `Chromium ${version}`;
}
