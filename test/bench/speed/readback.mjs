// What it costs to read the results of every step instead of every ten milliseconds' last.
import { quantiles } from './quantiles.mjs';
import { takeTurns } from './turns.mjs';

const DATASETS = ['identities', 'digits'];
const LANES = 4;
const TURN_MS = 700;

/** @param {import('@playwright/test').Page} page @param {number} rounds */
export async function measureReadback(page, rounds) {
  const rows = [];
  for (const variant of await page.evaluate(() => window.speed.variants)) {
    for (const dataset of DATASETS) {
      const one = { variant, dataset, lanes: LANES };
      const [seldom, always] = await takeTurns(page, [one, { ...one, chunk: 0 }], rounds, TURN_MS);
      // Ratios of the same round: what slows the machine slows both.
      const ratios = seldom?.rates.map((rate, round) => rate / (always?.rates[round] ?? NaN)) ?? [];
      rows.push({ variant, dataset, times: quantiles(ratios) });
    }
  }
  return { rounds, rows };
}
