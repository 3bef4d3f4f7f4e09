// `npm run bench`: steps a second of every variant, and what the page feels like while it trains, in one real browser.
// `-- --json` prints JSON; `-- --rounds=3` changes how often each variant is measured.
import { chromium } from '@playwright/test';
import { launchOptions } from '../../setup/browser.mjs';
import { findBrowser } from '../../setup/findBrowser.mjs';
import { dateOfRun, machine, table, writeSection } from '../results.mjs';
import { measurePage } from './page.mjs';
import { serveBench, servePage } from './serve.mjs';
import { measureSteps } from './steps.mjs';

const args = process.argv.slice(2);
const rounds = Number(args.find((arg) => arg.startsWith('--rounds='))?.slice('--rounds='.length) ?? 5);

const browser = await chromium.launch(launchOptions(await findBrowser()));
try {
  const steps = await served(serveBench, (address) => measureSteps(browser, address, rounds));
  const page = await served(servePage, (address) => measurePage(browser, address));
  const where = machine(dateOfRun(), `Chromium ${browser.version()}`, steps.renderer);
  const text = inWords(where, steps, page);
  writeSection('speed', text);
  console.log(args.includes('--json') ? JSON.stringify({ where, steps, page }, null, 2) : text);
} finally {
  await browser.close();
}

/** @template T @param {typeof serveBench} serve @param {(address: string) => Promise<T>} measure */
async function served(serve, measure) {
  const { address, close } = await serve();
  try {
    return await measure(address);
  } finally {
    await close();
  }
}

/**
 * @param {string} where
 * @param {Awaited<ReturnType<typeof measureSteps>>} steps
 * @param {Awaited<ReturnType<typeof measurePage>>} page
 */
function inWords(where, steps, page) {
  const rate = (/** @type {number} */ perSecond) => perSecond.toPrecision(3);
  const ms = (/** @type {number} */ value) => value.toFixed(value < 100 ? 1 : 0);
  const stepRows = steps.variants.map(({ variant, medians }) => [
    variant,
    ...steps.datasets.map((dataset) => {
      const { median, least, most } = medians[dataset] ?? { median: NaN, least: NaN, most: NaN };
      return `${rate(median)} (${rate(least)}–${rate(most)})`;
    }),
  ]);
  const pageRows = page.map(({ state, stepsPerSecond, frames, longestTask, slider }) => [
    state,
    stepsPerSecond.toFixed(0),
    ms(frames.median),
    ms(frames.p95),
    ms(frames.most),
    longestTask === 0 ? '< 50' : ms(longestTask),
    `${ms(slider.median)} / ${ms(slider.p95)} / ${ms(slider.most)}`,
    slider.slowestEvent === 0 ? '≤ 16' : ms(slider.slowestEvent),
  ]);
  return [
    where,
    `Steps a second, four lanes, batch 128: median of ${steps.rounds} interleaved rounds (lowest–highest).`,
    table(['variant', 'identities, 16-32-16-2', 'digits, 196-128-64-2'], stepRows),
    `All variants compute the same: at the second step their losses differ by at most ${(100 * steps.difference).toPrecision(1)} %.`,
    'The built page with its defaults, 1280 × 800; times in ms.',
    table(
      [
        'page',
        'steps/s',
        'frame, median',
        'frame, p95',
        'frame, longest',
        'longest task',
        'slider to paint: median / p95 / longest',
        'longest by Event Timing',
      ],
      pageRows,
    ),
  ].join('\n\n');
}
