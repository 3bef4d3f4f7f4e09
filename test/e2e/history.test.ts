import type { Locator, Page } from '@playwright/test';
import {
  allReadings,
  button,
  choice,
  circle,
  drawFrames,
  expectStepsBeyond,
  LANES,
  open,
  openTraining,
  pictureOf,
  restart,
  runNews,
  settledReadings,
  slider,
  stepOf,
} from './explorer';
import { CORE, eventually, expect, test } from './fixtures';

test.use({ keepsPage: true });

/** The engine that makes the same steps whenever it starts from the same state, long enough to be looked at; at rest at a step. */
const SAME = 'data=digits&engine=simd&retrain=0';
const END = 150;

const rail = (page: Page): Locator => slider(page, 'History');
const lookBack = (page: Page): Locator => page.getByRole('region', { name: 'Looking back' });
const goOn = (page: Page): Locator => page.getByRole('button', { name: /^Go on from step \d+$/ });
const bookmarks = (page: Page): Locator => page.getByRole('button', { name: /^Bookmarks/ });
const saysStep = (canvas: Locator, step: number): Promise<void> =>
  expect(canvas).toHaveAttribute('aria-valuetext', new RegExp(`, step ${step}(;|$)`));

/** Trains to the end, with all readings of then. It rests once: so there is a look in the middle, however fast it trains. */
async function openAtEnd(page: Page): Promise<string[]> {
  await open(page, `${SAME}&until=${END / 2}`);
  await expect(runNews(page)).toContainText(`Step ${END / 2} is reached`);
  await saysStep(circle(page, 'ArcFace'), END / 2);
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `${SAME}&until=${END}`);
  await button(page, 'Train').click();
  return readingsAtEnd(page);
}
async function readingsAtEnd(page: Page): Promise<string[]> {
  await expect(runNews(page)).toContainText(`Step ${END} is reached`);
  await saysStep(circle(page, 'ArcFace'), END);
  return settledReadings(page);
}
test(
  'The rail shows the run as it was everywhere, waits, and goes on in the present',
  CORE,
  async ({ page }) => {
    await openTraining(page);
    await expectStepsBeyond(page, 50);
    const softmax = circle(page, 'Softmax');
    await rail(page).press('Home');
    await expect(rail(page)).toHaveAttribute('aria-valuetext', 'step 0');
    await expect(lookBack(page)).toContainText('Looking back at step 0. Margins act as they are set now.');
    await expect(button(page, 'Train')).toBeVisible();
    await expect(page.locator('.counter')).toContainText('looking back');
    await eventually(() => stepOf(page), 'the counter, after the last picture').toBe(0);
    await saysStep(softmax, 0);
    // Only at step 0 all lanes have one reading.
    await eventually(async () => {
      const intra = await page.getByRole('status', { name: / intra-class θ$/ }).allTextContents();
      return new Set(intra).size;
    }, 'readings of step 0').toBe(1);
    const [start, figure] = [
      await pictureOf(softmax),
      page.locator('[data-figure=angleDistributions] [id$=said]'),
    ];
    await figure.scrollIntoViewIfNeeded();
    await expect(figure).toContainText(/Steps 0, 0 and 0/);
    await drawFrames(page, 20);
    expect(await stepOf(page), 'training waits').toBe(0);

    await softmax.scrollIntoViewIfNeeded();
    await rail(page).press('ArrowRight');
    await expect(rail(page)).not.toHaveAttribute('aria-valuetext', 'step 0');
    await softmax.scrollIntoViewIfNeeded(); // out of view it is not painted
    await eventually(() => pictureOf(softmax)).not.toBe(start);
    await page.keyboard.press('Escape');
    await expect(lookBack(page)).toBeHidden();
    await expect(button(page, 'Pause')).toBeVisible();
    await expectStepsBeyond(page, 60);
  },
);

test('A look back and the present again leave the readings as they were, and a paused run paused', async ({
  page,
}) => {
  const end = await openAtEnd(page);
  await rail(page).press('Home');
  await eventually(() => allReadings(page)).not.toEqual(end);
  await rail(page).press('End');
  await expect(lookBack(page)).toBeHidden();
  await eventually(() => allReadings(page)).toEqual(end);
  expect(await stepOf(page)).toBe(END);
  await expect(button(page, 'Train')).toBeVisible();
});

test('A margin that is moved answers on the weights that are looked back at', async ({ page }) => {
  await openAtEnd(page);
  await rail(page).press('Home');
  const before = await pictureOf(circle(page, 'ArcFace'));
  const readings = await settledReadings(page);
  await slider(page, 'ArcFace margin m₂').fill('0.2');
  await eventually(() => pictureOf(circle(page, 'ArcFace'))).not.toBe(before);
  await eventually(() => allReadings(page)).not.toEqual(readings);
  expect(await stepOf(page)).toBe(0);
});

test('Going on from a look makes the very steps again, from the weights of then', async ({ page }) => {
  const end = await openAtEnd(page);
  await choice(page, 'Speed').selectOption('60 steps/s');
  await rail(page).press('Home');
  await rail(page).press('PageUp');
  const name = (await goOn(page).textContent()) ?? '';
  const from = Number(/\d+/.exec(name)?.[0]);
  expect(from).toBeLessThan(END);
  await goOn(page).click();
  await expect(button(page, 'Pause')).toBeVisible();
  // What came after is forgotten: the run is at that step, or a little beyond.
  expect(await stepOf(page)).toBeLessThan(END);
  await expectStepsBeyond(page, from);
  await choice(page, 'Speed').selectOption('full speed');
  expect(await readingsAtEnd(page)).toEqual(end);
  // The same again, but with another margin: another end.
  await rail(page).press('Home');
  await slider(page, 'ArcFace margin m₂').fill('0.1');
  await button(page, 'Go on from step 0').click();
  await expectStepsBeyond(page, END - 1);
  expect((await readingsAtEnd(page)).slice(-5)).not.toEqual(end.slice(-5));
});

test('A look is kept by a name, found again after another way was taken, and ends with the run', async ({
  page,
}) => {
  const end = await openAtEnd(page);
  await bookmarks(page).click();
  await button(page, 'Keep what is shown').press('Enter');
  const field = page.getByRole('textbox', { name: `Name of the bookmark at step ${END}` });
  await expect(field).toBeFocused();
  await page.keyboard.type('the first end');
  await field.press('Escape');
  await expect(bookmarks(page)).toBeFocused();
  await expect(bookmarks(page)).toHaveAccessibleName('Bookmarks 1');

  await rail(page).press('Home');
  await slider(page, 'ArcFace margin m₂').fill('0.1');
  await button(page, 'Go on from step 0').click();
  await expectStepsBeyond(page, END - 1);
  await slider(page, 'ArcFace margin m₂').fill('0.5');
  const other = await readingsAtEnd(page);
  expect(other).not.toEqual(end);
  await bookmarks(page).click();
  await button(page, `Go to the first end, step ${END}`).click();
  await eventually(() => allReadings(page)).toEqual(end);
  await button(page, 'Back to now').click();
  await eventually(() => allReadings(page)).toEqual(other);

  await button(page, 'Remove the first end').click();
  await expect(field).toBeHidden();
  await button(page, 'Keep what is shown').click();
  await restart(page);
  await expect(bookmarks(page)).toHaveAccessibleName('Bookmarks');
});

test('Lanes that are taken away are taken from what was, too', async ({ page }) => {
  await openAtEnd(page);
  await rail(page).press('Home');
  await button(page, 'Remove SphereFace').click();
  await expect(lookBack(page)).toContainText('step 0');
  await saysStep(circle(page, 'ArcFace'), 0);
  await eventually(async () => (await allReadings(page, ['ArcFace']))[2]).toMatch(/°$/);
  await button(page, 'Go on from step 0').click();
  await expectStepsBeyond(page, END - 1);
});

test('The mouse drags along the rail, and a finger taps on it', async ({ browser, baseURL }) => {
  const context = await browser.newContext({
    ...(baseURL ? { baseURL } : {}),
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  const page = await context.newPage();
  await openTraining(page, 'data=digits');
  await expectStepsBeyond(page, 50);
  const box = await rail(page).boundingBox();
  if (!box) throw new Error('the rail has no box');
  const middle = box.y + box.height / 2;
  await page.touchscreen.tap(box.x + box.width / 3, middle);
  await expect(lookBack(page)).toBeVisible();
  const first = await stepOf(page);
  await page.mouse.move(box.x + box.width / 3, middle);
  await page.mouse.down();
  await page.mouse.move(box.x + 4, middle, { steps: 5 });
  await eventually(() => stepOf(page)).toBe(0);
  await page.mouse.move(box.x + box.width - 2, middle, { steps: 5 });
  await page.mouse.up();
  await expect(lookBack(page)).toBeHidden();
  await expectStepsBeyond(page, first);
  await context.close();
});

test('The rail lies beneath the transport and crowds nothing, at a desk and on a phone', async ({ page }) => {
  await openTraining(page);
  for (const [width, height] of [
    [1280, 720],
    [390, 844],
  ] as const) {
    await page.setViewportSize({ width, height });
    await rail(page).press('Home');
    const heights = await page.evaluate(() =>
      ['.transport', '.rail', '.view-bar'].map((part) =>
        document.querySelector(part)?.getBoundingClientRect(),
      ),
    );
    const [transport, own, view] = heights;
    expect(own?.top).toBeGreaterThanOrEqual(transport?.bottom ?? 0);
    expect(view?.top).toBeGreaterThanOrEqual(own?.bottom ?? 0);
    for (const control of [rail(page), goOn(page), button(page, 'Back to now'), bookmarks(page)])
      await expect(control).toBeInViewport({ ratio: 1 });
    const place = await circle(page, LANES[0]).boundingBox();
    await page.keyboard.press('Escape');
    // A look back moves the pictures by next to nothing.
    const now = await circle(page, LANES[0]).boundingBox();
    expect(Math.abs((now?.y ?? 0) - (place?.y ?? 0))).toBeLessThan(8);
  }
});
