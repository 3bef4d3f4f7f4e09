// The page for an hour: opened so that it does not rest, and watched from within.
import { hearLongTasks } from '../../tools/longTasks.mjs';

/** @typedef {import('@playwright/test').Page} Page */

/** No run gets there. */
const ENDLESS = 1_000_000_000;

/** Opens the page at full speed and waits until everything that comes once has come.
 * @param {Page} page @param {string} address @param {string} settings */
export async function openForLong(page, address, settings) {
  await page.goto(`${address}#lang=en&until=${ENDLESS}&${settings}`);
  await page.waitForFunction(() => document.querySelector('.status')?.textContent?.includes('steps/s'));
  await page.evaluate(watch);
  await page.evaluate(`(${hearLongTasks})(({ took }) => {
    seen.tasks++;
    seen.longest = Math.max(seen.longest, took);
  })`);
  await page.waitForTimeout(5000); // fonts, formulas, the copy for offline use
}

/** In the page: notes the time from frame to frame until asked. */
function watch() {
  /** @type {{ frames: number[], longest: number, tasks: number }} */
  const seen = { frames: [], longest: 0, tasks: 0 };
  let last = performance.now();
  const frame = (/** @type {number} */ time) => {
    seen.frames.push(time - last);
    last = time;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  Object.assign(window, { seen });
}

/** What was seen since the last time, and how far the run is. @param {Page} page */
export const lookAt = (page) =>
  page.evaluate(() => {
    // Set by `watch`.
    const { seen } = /** @type {{ seen: { frames: number[], longest: number, tasks: number } }} */ (
      /** @type {unknown} */ (window)
    );
    const now = {
      ...seen,
      frames: [...seen.frames],
      time: performance.now(),
      step: Number(document.querySelector('output[aria-label="step"]')?.textContent),
      status: document.querySelector('.status')?.textContent ?? '',
      // It does not go on, or it went on after an interruption.
      trouble:
        document.querySelector('[role="alert"]')?.textContent ||
        document.querySelector('.run-news')?.textContent ||
        null,
    };
    Object.assign(seen, { frames: [], longest: 0, tasks: 0 });
    return now;
  });
