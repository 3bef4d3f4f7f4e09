// How soon a slider answers: from the key press to the frame on the screen that shows it, as the browser itself tells.
import { quantiles } from './quantiles.mjs';

const PRESSES = 60;
const SLIDER = 'ArcFace margin m₂';

/** ms: Event Timing tells of no shorter events, and in steps of 8 ms. A press that it does not tell of counts as this. */
const LEAST = 16;

/** Presses arrow keys on the slider and waits a little after each, like a person.
 * @param {import('@playwright/test').Page} page */
export async function measureSlider(page) {
  await page.getByRole('slider', { name: SLIDER, exact: true }).focus();
  await page.evaluate(listen, LEAST);
  for (let i = 0; i < PRESSES; i++) {
    await page.keyboard.press(i % 2 === 0 ? 'ArrowRight' : 'ArrowLeft');
    await page.waitForTimeout(90 + ((i * 37) % 50)); // not in step with the frames
  }
  await page.waitForTimeout(500); // told of in its own time
  const told = await page.evaluate(() => {
    // Set by `listen`.
    const { pressed } = /** @type {{ pressed: Map<number, number> }} */ (/** @type {unknown} */ (window));
    return [...pressed.values()];
  });
  const untold = Array.from({ length: Math.max(0, PRESSES - told.length) }, () => LEAST);
  return { ...quantiles([...told, ...untold]), presses: PRESSES };
}

/** In the page: keeps how long each press took, by when it was pressed. @param {number} least ms */
function listen(least) {
  /** @type {Map<number, number>} */
  const pressed = new Map();
  // TypeScript's DOM does not know the threshold yet.
  const init = /** @type {PerformanceObserverInit} */ ({ type: 'event', durationThreshold: least });
  new PerformanceObserver((list) => {
    for (const { name, startTime, duration } of list.getEntries())
      if (name === 'keydown') pressed.set(startTime, duration);
  }).observe(init);
  Object.assign(window, { pressed });
}
