// What the built page feels like: frames, long tasks, and how soon a slider answers, while it trains and while it rests.
import { quantiles } from './quantiles.mjs';
import { measureSlider } from './slider.mjs';

const WATCHED_MS = 10_000;

/** @typedef {import('@playwright/test').Page} Page */

/** @param {import('@playwright/test').Browser} browser @param {string} address */
export async function measurePage(browser, address) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(`${address}#lang=en&until=10000000`); // or it would rest before it is measured
  await page.waitForFunction(() => document.querySelector('.status')?.textContent?.includes('steps/s'));
  await page.waitForTimeout(3000); // fonts, formulas, the copy for offline use: what comes once
  const training = await measure(page, 'training at full speed');
  await page.getByRole('button', { name: 'Pause' }).click();
  await page.waitForTimeout(1000);
  const paused = await measure(page, 'paused');
  await page.close();
  return [training, paused];
}

/** @param {Page} page @param {string} state */
async function measure(page, state) {
  const { frames, longestTask, stepsPerSecond } = await page.evaluate(watch, WATCHED_MS);
  return { state, stepsPerSecond, frames: quantiles(frames), longestTask, slider: await measureSlider(page) };
}

/** In the page: the time from frame to frame, and the longest task, 0 for none over 50 ms. @param {number} ms */
async function watch(ms) {
  const step = () => Number(document.querySelector('output[aria-label="step"]')?.textContent);
  let longestTask = 0;
  const note = (/** @type {PerformanceEntryList} */ tasks) => {
    for (const { duration } of tasks) longestTask = Math.max(longestTask, duration);
  };
  const observer = new PerformanceObserver((list) => note(list.getEntries()));
  observer.observe({ type: 'longtask' });
  const [begin, first] = [performance.now(), step()];
  /** @type {number[]} */
  const times = [];
  while (performance.now() - begin < ms) times.push(await new Promise(requestAnimationFrame));
  const stepsPerSecond = (1000 * (step() - first)) / (performance.now() - begin);
  note(observer.takeRecords());
  observer.disconnect();
  return { frames: times.slice(1).map((time, i) => time - (times[i] ?? 0)), longestTask, stepsPerSecond };
}
