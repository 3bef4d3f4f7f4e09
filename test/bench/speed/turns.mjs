// Steps a second. Whoever is compared takes turns, so that a slow minute of the machine is shared by all.

/** What is measured: a variant on a data set of the shelf with so many lanes. Results are read when steps have run for
 * `chunk` ms, as the page does it unless given.
 * @typedef {{ variant: string, dataset: string, lanes: number, chunk?: number }} Case */

/** How long the page's pacer makes steps before it waits for them, ms. */
const CHUNK = 10;

/** The bench's own page, where the workers run. @param {import('@playwright/test').Browser} browser @param {string} address */
export async function openBench(browser, address) {
  const page = await browser.newPage();
  page.on('pageerror', (error) => console.error(error));
  await page.goto(address);
  await page.waitForFunction(() => window.speed !== undefined);
  return page;
}

/**
 * Opens the cases, lets each have a turn in each round, and closes them.
 * @param {import('@playwright/test').Page} page @param {readonly Case[]} cases
 * @param {number} rounds @param {number} ms how long a turn is
 */
export async function takeTurns(page, cases, rounds, ms) {
  const benches = [];
  for (const one of cases) {
    const opened = await page.evaluate((it) => window.speed.open(it), one);
    benches.push({ ...one, ...opened, rates: /** @type {number[]} */ ([]) });
  }
  for (let round = 0; round < rounds; round++) {
    for (const { id, rates, chunk } of rotated(benches, round))
      rates.push(
        await page.evaluate(
          ([which, time, part]) => window.speed.round(which, time, part),
          /** @type {const} */ ([id, ms, chunk ?? CHUNK]),
        ),
      );
  }
  await page.evaluate(() => window.speed.close());
  return benches;
}

/** @template T @param {readonly T[]} items @param {number} by */
const rotated = (items, by) => items.map((_, i) => /** @type {T} */ (items[(i + by) % items.length]));
