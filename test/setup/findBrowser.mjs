// Finds a Chromium that really starts and has WebGL 2, and gets one when the machine has none.
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { candidates, launchOptions } from './browser.mjs';
import { fromDebian, fromNpm, fromPlaywright, unpackedFromNpm } from './fetchBrowser.mjs';

/** @typedef {import('./browser.mjs').Browser} Browser */

/** @returns {Promise<Browser>} */
export async function findBrowser() {
  /** @type {string[]} */
  const tried = [];

  const own = { executablePath: chromium.executablePath() };
  const here = candidates().map((executablePath) => ({ executablePath }));
  for (const browser of [...here, own, unpackedFromNpm()]) {
    if (existsSync(browser.executablePath) && (await works(browser, tried))) return browser;
  }
  if (tried.length === 0) tried.push('no Chrome, Chromium or Edge in the usual places');

  for (const fetch of [fromDebian, fromNpm, fromPlaywright]) {
    const browser = fetch(tried);
    if (browser && (await works(browser, tried))) return browser;
  }
  throw new Error(
    `No Chromium with WebGL 2 for the tests in a browser. Tried:\n${tried.map((line) => `  - ${line}`).join('\n')}\n` +
      'Install Chrome or Chromium, or set CHROME_PATH to the program, and run the tests again.',
  );
}

/** Proves it by starting it and asking.
 * @param {Browser} browser @param {string[]} tried */
async function works(browser, tried) {
  const { executablePath } = browser;
  let running;
  try {
    running = await chromium.launch({ ...launchOptions(browser), timeout: 30_000 });
    const page = await running.newPage();
    const webgl2 = await page.evaluate(() => document.createElement('canvas').getContext('webgl2') !== null);
    if (!webgl2) tried.push(`${executablePath}: starts, but has no WebGL 2`);
    return webgl2;
  } catch (error) {
    tried.push(`${executablePath}: ${reason(String(error))}`);
    return false;
  } finally {
    await running?.close();
  }
}

/** The line of a long report that says what was wrong.
 * @param {string} report */
function reason(report) {
  const lines = report.split('\n').map((line) => line.trim());
  return lines.find((line) => /error while loading|cannot open|not found|denied/i.test(line)) ?? lines[0];
}
