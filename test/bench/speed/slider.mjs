// How soon a slider answers: from the key press to the frame that shows it.
import { quantiles } from './quantiles.mjs';

const PRESSES = 60;
const SLIDER = 'ArcFace margin m₂';

/** Presses arrow keys on the slider and waits a little after each, like a person.
 * @param {import('@playwright/test').Page} page */
export async function measureSlider(page) {
  await page.getByRole('slider', { name: SLIDER, exact: true }).focus();
  await page.evaluate(listen);
  for (let i = 0; i < PRESSES; i++) {
    await page.keyboard.press(i % 2 === 0 ? 'ArrowRight' : 'ArrowLeft');
    await page.waitForTimeout(90 + ((i * 37) % 50)); // not in step with the frames
  }
  const { latencies, events } = await page.evaluate(() => {
    // Set by `listen`.
    const { latencies, events } = /** @type {ReturnType<typeof listen>} */ (/** @type {unknown} */ (window));
    return { latencies, events };
  });
  return { ...quantiles(latencies), presses: latencies.length, slowestEvent: Math.max(0, ...events) };
}

/** In the page: measures every press from now on, by hand and by the browser's own Event Timing. */
function listen() {
  /** @type {{ latencies: number[], events: number[] }} */
  const measured = { latencies: [], events: [] };
  let pressed = 0;
  const press = (/** @type {KeyboardEvent} */ { timeStamp }) => {
    pressed = timeStamp;
  };
  const move = () => {
    const since = pressed;
    // A message from within a frame's callback is heard when that frame has been painted.
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => measured.latencies.push(performance.now() - since);
      port2.postMessage(null);
    });
  };
  addEventListener('keydown', press, { capture: true });
  addEventListener('input', move, { capture: true });
  // TypeScript's DOM does not know the threshold yet; the browser counts in steps of 8 ms, from 16 on.
  const init = /** @type {PerformanceObserverInit} */ ({ type: 'event', durationThreshold: 16 });
  new PerformanceObserver((list) => {
    for (const { name, duration } of list.getEntries())
      if (name === 'keydown' || name === 'input') measured.events.push(duration);
  }).observe(init);
  return Object.assign(window, measured) && measured;
}
