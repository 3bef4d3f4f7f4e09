// How soon there is something to see: from opening the page to its first picture, and until every lane is right.
import { quantiles } from './quantiles.mjs';

const GOOD = 90;

/** @param {import('@playwright/test').Browser} browser @param {string} address @param {number} rounds */
export async function measureArrival(browser, address, rounds) {
  const [painted, good] = [/** @type {number[]} */ ([]), /** @type {number[]} */ ([])];
  for (let round = 0; round < rounds; round++) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } }); // nothing is cached
    const page = await context.newPage();
    await page.goto(`${address}#lang=en`);
    good.push(await page.evaluate(untilAll, GOOD));
    painted.push(
      await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN),
    );
    await context.close();
  }
  return { painted: quantiles(painted), good: quantiles(good) };
}

/** In the page: ms from its navigation until all lanes have at least so many per cent. @param {number} percent */
async function untilAll(percent) {
  const accuracies = () =>
    [...document.querySelectorAll('output[aria-label$="accuracy"]')].map((one) =>
      Number.parseFloat(one.textContent ?? ''),
    );
  for (;;) {
    const now = accuracies();
    if (now.length > 0 && now.every((value) => value >= percent)) return performance.now();
    await new Promise(requestAnimationFrame);
  }
}
