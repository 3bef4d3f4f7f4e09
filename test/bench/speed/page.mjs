// What the built page feels like: frames, long tasks, and how soon a slider answers, while it trains and while it rests.
import { hearLongTasks } from '../../tools/longTasks.mjs';
import { openPage, stepsBy } from './open.mjs';
import { quantiles } from './quantiles.mjs';
import { measureSlider } from './slider.mjs';

const WATCHED_MS = 10_000;
const SCREEN = { width: 1280, height: 800 };
/** So high that the lanes and all figures are in view together. */
const ALL_IN_VIEW = { width: 1280, height: 3600 };

/** What is measured: what is asked for in the address, on which screen, and whether it trains.
 * @type {{ state: string, screen: typeof SCREEN, settings?: string, paused?: boolean }[]} */
const STATES = [
  { state: 'training at full speed', screen: SCREEN },
  { state: '– all figures in view', screen: ALL_IN_VIEW },
  { state: '– fused', screen: SCREEN, settings: '&engine=fused' },
  { state: 'paused', screen: SCREEN, paused: true },
];

/** @param {import('@playwright/test').Browser} browser @param {string} address */
export async function measurePage(browser, address) {
  const measured = [];
  for (const { state, screen, settings = '', paused } of STATES) {
    const page = await openPage(browser, `${address}#lang=en&until=10000000${settings}`, screen);
    await page.waitForTimeout(3000); // fonts, formulas, the copy for offline use: what comes once
    if (paused) {
      await page.getByRole('button', { name: 'Pause' }).click();
      await page.waitForTimeout(1000);
    }
    const stepsPerSecond = await stepsBy(page, WATCHED_MS / 2);
    await page.evaluate(
      `longest = 0; (${hearLongTasks})(({ took }) => { longest = Math.max(longest, took); })`,
    );
    const frames = await page.evaluate(watch, WATCHED_MS);
    await page.waitForTimeout(500); // the browser tells of a task some time after it
    measured.push({
      state,
      stepsPerSecond,
      frames: quantiles(frames),
      // 0 for none over 50 ms.
      longestTask: Number(await page.evaluate('longest')),
      slider: await measureSlider(page),
    });
    await page.close();
  }
  return measured;
}

/** In the page: the time from frame to frame. @param {number} ms */
async function watch(ms) {
  const begin = performance.now();
  /** @type {number[]} */
  const times = [];
  while (performance.now() - begin < ms) times.push(await new Promise(requestAnimationFrame));
  return times.slice(1).map((time, i) => time - (times[i] ?? 0));
}
