import type { Locator, Page } from '@playwright/test';
import { eventually } from './fixtures';

// The page by the names that a person, a screen reader and a test may rely on.

export const LANES = ['Softmax', 'SphereFace', 'CosFace', 'ArcFace'] as const;
const READINGS = ['accuracy', 'loss', 'intra-class θ', 'nearest-centre θ', 'class gap'] as const;
type Reading = (typeof READINGS)[number];

/** Few and small samples: for whatever does not need pictures, nor all that can be learnt. */
export const SMALL = 'data=identities,perClass:50,testPerClass:20';
/**
 * Left to itself such a run would rest after 500 steps, which is a fraction of a second: this one goes on for as long as a
 * test looks at it.
 */
export const FULL_SPEED = `${SMALL}&until=10000000`;
/** ... at a speed that leaves the processor to the page, and to the test beside it: what is drawn costs most, not steps. */
export const QUICK = `${FULL_SPEED}&speed=60`;

export const lane = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });
export const circle = (page: Page, name: string): Locator =>
  page.getByRole('slider', { name: new RegExp(`^${name} circle, `) });
export const globe = (page: Page, name: string): Locator =>
  page.getByRole('slider', { name: new RegExp(`^${name} globe, `) });
export const slider = (page: Page, name: string): Locator => page.getByRole('slider', { name, exact: true });
export const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true });
/** A select. */
export const choice = (page: Page, name: string): Locator =>
  page.getByRole('combobox', { name, exact: true });
export const reading = (page: Page, name: string, what: Reading): Locator =>
  page.getByRole('status', { name: `${name} ${what}`, exact: true });
/** The button that opens the set-up, which says what the run is made of also where it has no room to show it. */
export const setUp = (page: Page): Locator => page.locator('.set-up-toggle');
/** What runs the steps, and how fast. */
export const statusLine = (page: Page): Locator => page.locator('.status');

/** What has happened to the run: that it rests, or went on from a checkpoint. */
export const runNews = (page: Page): Locator => page.locator('.run-news');

/** By its name, in English or Korean. */
export const counter = (page: Page): Locator => page.getByRole('status', { name: /^(step|스텝)$/ });
export const stepOf = async (page: Page): Promise<number> => Number(await counter(page).textContent());

const textsOf = (page: Page, lanes: readonly string[], what: readonly Reading[]): Promise<string[]> =>
  Promise.all(
    lanes.flatMap((name) => what.map(async (one) => (await reading(page, name, one).textContent()) ?? '')),
  );
/** Every reading of every lane as it stands on the page. */
export const allReadings = (page: Page, lanes: readonly string[] = LANES): Promise<string[]> =>
  textsOf(page, lanes, READINGS);
/** ... as numbers. */
export const readNumbers = async (page: Page): Promise<number[]> =>
  (await allReadings(page)).map((text) => Number.parseFloat(text.replace('−', '-')));
/** What the lanes say in numbers at one moment, with all words: sliders' values, readings, notes. */
export const laneTexts = (page: Page): Promise<string[]> =>
  page
    .locator('.lane')
    .locator('.slider-value, .lane-readings, .notes')
    .evaluateAll((all) => all.map(({ textContent }) => textContent ?? ''));
/** The least of the lanes' accuracies in percent; NaN before there are any. */
export const leastAccuracy = async (page: Page, lanes: readonly string[] = LANES): Promise<number> =>
  Math.min(...(await textsOf(page, lanes, ['accuracy'])).map(Number.parseFloat));

export const expectStepsBeyond = (page: Page, step: number): Promise<void> =>
  eventually(() => stepOf(page), `steps beyond ${step}`).toBeGreaterThan(step);

/** Opens an address; in a page that is open already, as a link that is followed there, with a new run. */
export async function open(page: Page, settings: string): Promise<void> {
  if (page.url() === 'about:blank') {
    await page.goto(`./#${settings}`);
    return;
  }
  await page.evaluate(async (hash) => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur(); // a field needs the key itself
    location.hash = hash;
    // The page takes it up in a task of its own, which is asked for before this one, and may go on with its run for that.
    await new Promise((resolve) => setTimeout(resolve));
    for (let k = 0; k < 2; k++) await new Promise(requestAnimationFrame);
    // A run that goes on could come to rest at any moment, and Train would take it beyond.
    const transport = document.querySelector<HTMLElement>('.train');
    if (/Pause|멈춤/.test(transport?.textContent ?? '')) transport?.click();
  }, settings);
  await page.keyboard.press('r');
  await page.getByRole('button', { name: /^(Train|학습)$/ }).click();
}

/** Opens the page and waits for its first steps. */
export async function openTraining(page: Page, settings = QUICK): Promise<void> {
  await open(page, settings);
  // WebGL that the processor draws compiles its shaders for a long time.
  await eventually(() => stepOf(page), 'the first step', { timeout: 40_000 }).toBeGreaterThan(0);
}

/** Opens the page, standing still before the first step, with the readings of then. */
export async function openPaused(page: Page, settings = QUICK): Promise<void> {
  await open(page, settings);
  await button(page, 'Pause').click();
  await eventually(() => isRead(page), 'readings').toBe(true);
  // It may have begun by then, and the counter be told of it later.
  await restart(page);
  await drawnOut(page);
}

/** Readings come a few times a second: as they are when half a second has changed none. */
export async function settledReadings(page: Page): Promise<string[]> {
  let before: string[] = [];
  await eventually(async () => {
    const last = before;
    before = await allReadings(page);
    await page.waitForTimeout(500);
    return JSON.stringify(before) === JSON.stringify(last);
  }, 'readings that stay').toBe(true);
  return before;
}

/** Back to step 0 of a page that is paused, until the readings of step 0 are there. */
export async function restart(page: Page): Promise<void> {
  await button(page, 'Restart').click();
  await eventually(() => stepOf(page), 'the step').toBe(0);
  // Only at step 0 all lanes, having one network, have one reading of it.
  await eventually(async () => {
    const [first = '–', ...others] = await intra(page).allTextContents();
    return first !== '–' && others.every((other) => other === first);
  }, 'readings of step 0').toBe(true);
}

const intra = (page: Page): Locator => page.getByRole('status', { name: / intra-class θ$/ });
const isRead = async (page: Page): Promise<boolean> => {
  const all = await intra(page).allTextContents();
  return all.length > 0 && all.every((text) => text !== '–');
};

/** Makes one step and waits for its readings: no step leaves all five of a lane as they were. */
export async function stepOnce(page: Page): Promise<void> {
  const [step, before] = [await stepOf(page), await allReadings(page, LANES.slice(-1))];
  await button(page, 'Step').click();
  await eventually(() => stepOf(page), 'the step').toBe(step + 1);
  // The last lane is the last to be read.
  await eventually(() => allReadings(page, LANES.slice(-1)), 'new readings').not.toEqual(before);
}

/** What a canvas shows, as a text that is another where a pixel is another. */
export const pictureOf = (canvas: Locator): Promise<string> =>
  canvas.evaluate((element: HTMLCanvasElement) => element.toDataURL());

/** Waits until so many frames have been drawn: for what should not happen, since nothing shows when it does not. */
export const drawFrames = (page: Page, count: number): Promise<void> =>
  page.evaluate(async (frames) => {
    for (let k = 0; k < frames; k++) await new Promise(requestAnimationFrame);
  }, count);

/** Waits until nothing is left to be drawn: pictures come one after the other, those of a busy page a frame each. */
export const drawnOut = (page: Page, canvases = '.lane canvas'): Promise<void> =>
  page.evaluate(async (which) => {
    const pictures = (): string =>
      [...document.querySelectorAll<HTMLCanvasElement>(which)].map((canvas) => canvas.toDataURL()).join();
    for (let look = 0, before = ''; look < 50; look++) {
      const now = pictures();
      if (now === before) return;
      before = now;
      for (let frame = 0; frame < 8; frame++) await new Promise(requestAnimationFrame);
    }
  }, canvases);

/**
 * Moves a slider and looks at the pictures of all lanes before, and two frames later: the first of them paints, and in
 * the second that has been done, whichever of its callbacks came first. Says whose pixels changed.
 */
export async function changedInNextFrame(
  page: Page,
  name: string,
  value: number,
): Promise<Record<string, boolean>> {
  // What is still to be drawn belongs to what was before: a globe's new caps take some frames.
  await drawnOut(page);
  return page.evaluate(
    async ([sliderName, next]) => {
      const input = document.querySelector<HTMLInputElement>(`input[aria-label="${sliderName}"]`);
      const pictures = (): Record<string, string> =>
        Object.fromEntries(
          [...document.querySelectorAll<HTMLCanvasElement>('.lane canvas')].map((canvas) => [
            canvas.getAttribute('aria-label')?.split(' ')[0] ?? '',
            canvas.toDataURL(),
          ]),
        );
      const before = pictures();
      // As a browser does it: past React's own record of the value, then the event.
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, String(next));
      input?.dispatchEvent(new Event('input', { bubbles: true }));
      await new Promise(requestAnimationFrame);
      await new Promise(requestAnimationFrame);
      return Object.fromEntries(
        Object.entries(pictures()).map(([lane, picture]) => [lane, picture !== before[lane]]),
      );
    },
    [name, value] as const,
  );
}

/** Opens the set-up and every lane's options. */
export async function openAll(page: Page): Promise<void> {
  if ((await setUp(page).getAttribute('aria-expanded')) === 'false') await setUp(page).click();
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
}
