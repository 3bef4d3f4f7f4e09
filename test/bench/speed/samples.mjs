// What it costs to show more samples: steps a second of the built page, all of them drawn.
import { openPage, stepsBy } from './open.mjs';
import { quantiles } from './quantiles.mjs';

/** Training samples of ten identities. */
const SHOWN = [500, 1000, 2000, 4000, 8000];
const CLASSES = 10;
const TURN_MS = 3000;

/** @param {import('@playwright/test').Browser} browser @param {string} address @param {number} rounds */
export async function measureSamples(browser, address, rounds) {
  /** @type {number[][]} */
  const rates = SHOWN.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (const [i, count] of SHOWN.entries()) {
      const data = `data=identities,classes:${CLASSES},perClass:${count / CLASSES},testPerClass:20`;
      const page = await openPage(browser, `${address}#lang=en&until=1000000000&${data}`);
      await page.waitForTimeout(1500);
      rates[i]?.push(await stepsBy(page, TURN_MS));
      await page.close();
    }
  }
  // Ratios of the same round: what slows the machine slows all.
  const fewest = rates[0] ?? [];
  return SHOWN.map((count, i) => ({
    count,
    rate: quantiles(rates[i] ?? []),
    part: quantiles((rates[i] ?? []).map((rate, round) => rate / (fewest[round] ?? NaN))),
  }));
}
