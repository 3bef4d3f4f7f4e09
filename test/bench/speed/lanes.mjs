// What a lane costs: the time of a step with one lane, and how many times as long it takes with more.
import { quantiles } from './quantiles.mjs';
import { takeTurns } from './turns.mjs';

const DATASETS = ['identities', 'digits'];
const LANES = [1, 2, 4, 6];
const TURN_MS = 700;

/** @param {import('@playwright/test').Page} page @param {number} rounds */
export async function measureLanes(page, rounds) {
  const rows = [];
  for (const variant of await page.evaluate(() => window.speed.variants)) {
    for (const dataset of DATASETS) {
      const measured = await takeTurns(
        page,
        LANES.map((lanes) => ({ variant, dataset, lanes })),
        rounds,
        TURN_MS,
      );
      // Ratios of the same round: what slows the machine slows both.
      const alone = measured[0]?.rates ?? [];
      const times = measured.map(({ lanes, rates }) => ({
        lanes,
        ms: quantiles(rates.map((rate) => 1000 / rate)),
        ratio: quantiles(rates.map((rate, round) => (alone[round] ?? NaN) / rate)),
      }));
      rows.push({ variant, dataset, times });
    }
  }
  return { rounds, lanes: LANES, rows };
}
