// Steps a second of every variant, with the page's four first lanes.
import { quantiles } from './quantiles.mjs';
import { takeTurns } from './turns.mjs';

const DATASETS = ['identities', 'digits'];
const LANES = 4;
const TURN_MS = 1500;
/** What the others are compared with: what one would write first. */
const NAIVE = 'naiveWebgl';

/** @param {import('@playwright/test').Page} page @param {number} rounds */
export async function measureSteps(page, rounds) {
  const names = await page.evaluate(() => window.speed.variants);
  /** @type {{ variant: string, dataset: string, rate: ReturnType<typeof quantiles>, timesNaive: number }[]} */
  const measured = [];
  let [renderer, difference] = ['', 0];
  for (const dataset of DATASETS) {
    const cases = names.map((variant) => ({ variant, dataset, lanes: LANES }));
    const benches = await takeTurns(page, cases, rounds, TURN_MS);
    const naive = benches.find(({ variant }) => variant === NAIVE);
    for (const { variant, rates, losses, ...opened } of benches) {
      // Ratios of the same round: what slows the machine slows both.
      const times = rates.map((rate, round) => rate / (naive?.rates[round] ?? NaN));
      measured.push({ variant, dataset, rate: quantiles(rates), timesNaive: quantiles(times).median });
      const apart = losses.map((loss, i) => Math.abs(loss / (naive?.losses[i] ?? NaN) - 1));
      difference = Math.max(difference, ...apart);
      renderer = opened.renderer;
    }
  }
  return { rounds, datasets: DATASETS, renderer, difference, measured };
}
