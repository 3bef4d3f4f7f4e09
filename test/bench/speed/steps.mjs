// Steps a second. Variants take turns, so that a slow minute of the machine is shared by all.
import { quantiles } from './quantiles.mjs';

const DATASETS = ['identities', 'digits'];
const ROUND_MS = 1500;

/** @param {import('@playwright/test').Browser} browser @param {string} address @param {number} rounds */
export async function measureSteps(browser, address, rounds) {
  const page = await browser.newPage();
  page.on('pageerror', (error) => console.error(error));
  await page.goto(address);
  await page.waitForFunction(() => window.speed !== undefined);
  const names = await page.evaluate(() => window.speed.variants);

  /** @type {Record<string, number[]>} */
  const rates = {};
  let [renderer, difference] = ['', 0];
  for (const dataset of DATASETS) {
    /** @type {readonly number[] | undefined} */
    let first;
    for (const name of names) {
      const opened = await page.evaluate(
        ([v, d]) => window.speed.open(v, d),
        /** @type {const} */ ([name, dataset]),
      );
      first ??= opened.losses;
      renderer = opened.renderer;
      difference = Math.max(
        difference,
        ...opened.losses.map((loss, i) => Math.abs(loss / (first?.[i] ?? NaN) - 1)),
      );
    }
    for (let round = 0; round < rounds; round++) {
      for (const name of rotated(names, round)) {
        const rate = await page.evaluate(
          ([v, d, ms]) => window.speed.round(v, d, ms),
          /** @type {const} */ ([name, dataset, ROUND_MS]),
        );
        rates[`${name} ${dataset}`] = [...(rates[`${name} ${dataset}`] ?? []), rate ?? NaN];
      }
    }
  }
  await page.close();

  const variants = names.map((variant) => ({
    variant,
    medians: Object.fromEntries(DATASETS.map((d) => [d, quantiles(rates[`${variant} ${d}`] ?? [])])),
  }));
  return { rounds, datasets: DATASETS, renderer, difference, variants };
}

/** @template T @param {readonly T[]} items @param {number} by */
const rotated = (items, by) => items.map((_, i) => /** @type {T} */ (items[(i + by) % items.length]));
