// The built page, training.

/** @typedef {import('@playwright/test').Page} Page */

/** Opens the page and waits until it trains.
 * @param {import('@playwright/test').Browser} browser @param {string} address
 * @param {{ width: number, height: number }} viewport */
export async function openPage(browser, address, viewport = { width: 1280, height: 800 }) {
  const page = await browser.newPage({ viewport });
  await page.goto(address);
  await page.waitForFunction(() => document.querySelector('.status')?.textContent?.includes('steps/s'));
  return page;
}

/** Steps a second that the page makes, by its counter and the clock on the wall. @param {Page} page @param {number} ms */
export function stepsBy(page, ms) {
  return page.evaluate(async (time) => {
    const step = () => Number(document.querySelector('output[aria-label="step"]')?.textContent);
    const [begin, first] = [performance.now(), step()];
    await new Promise((resolve) => setTimeout(resolve, time));
    return (1000 * (step() - first)) / (performance.now() - begin);
  }, ms);
}
