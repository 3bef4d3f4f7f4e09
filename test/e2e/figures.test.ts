import type { Page } from '@playwright/test';
import {
  button,
  choice,
  drawFrames,
  drawnOut,
  expectStepsBeyond,
  openPaused,
  openTraining,
  pictureOf,
  restart,
  slider,
  stepOf,
  stepOnce,
} from './explorer';
import { figure, look, picture, said } from './figure';
import { CORE, eventually, expect, test } from './fixtures';

test.use({ keepsPage: true });

const TITLES = [
  'Target logit',
  'Decision margin of two classes',
  'Angle distributions',
  'Class gap against centre distance',
  'Loss and accuracy over steps',
  'Angle statistics',
  'Open-set verification',
  'Feasible margins and scales',
] as const;

/** What all of them show. */
const picturesOf = (page: Page): Promise<string[]> =>
  Promise.all(TITLES.map((title) => pictureOf(picture(page, title))));

/** So that all figures are in view at once. */
const TALL = { width: 1280, height: 4500 };

test(
  'Every figure of the shelf stands below the lanes, drawn, and says what it shows',
  CORE,
  async ({ page }) => {
    await openTraining(page);
    for (const title of TITLES) {
      await look(page, title);
      await eventually(() => said(page, title), title).toMatch(/[Ss]teps? \d+/);
    }
  },
);

test('A margin slider redraws the figures of its formula, and no distribution', async ({ page }) => {
  await page.setViewportSize(TALL);
  await openPaused(page);
  for (const title of TITLES) await look(page, title);
  await drawnOut(page, '.figure canvas');
  const before = await picturesOf(page);
  await slider(page, 'ArcFace margin m₂').fill('0.3');
  await eventually(async () => (await picturesOf(page))[4] !== before[4]).toBe(true);
  await drawnOut(page, '.figure canvas');
  const changed = (await picturesOf(page)).map((picture, i) => picture !== before[i]);
  expect(changed).toEqual([true, true, false, true, true, false, false, false]); // the map shows CosFace
});

test('Figures follow the training, and what they say follows it', async ({ page }) => {
  await page.setViewportSize(TALL);
  await openPaused(page);
  for (const title of TITLES) await look(page, title);
  const [pictures, words] = await Promise.all([
    picturesOf(page),
    Promise.all(TITLES.map((title) => said(page, title))),
  ]);
  await stepOnce(page);
  for (const [i, title] of TITLES.entries()) {
    await eventually(() => pictureOf(picture(page, title)), title).not.toBe(pictures[i]);
    await eventually(() => said(page, title), title).toMatch(/Steps? (0, 0 and )?1/);
    expect(await said(page, title)).not.toBe(words[i]);
  }
});

test('A figure out of view is not drawn while the run goes on, and is up to date when it comes into view', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 400 }); // the lanes alone fill it, and what counts as nearly in view
  await openTraining(page);
  const title = 'Class gap against centre distance';
  await look(page, title);
  await page.evaluate(() => window.scrollTo(0, 0));
  await drawFrames(page, 10); // what was asked for in view is drawn
  // Counts what is painted on the canvases of figures from now on.
  await page.evaluate(() => {
    const counted = Object.assign(window, { paints: 0 });
    const clear = CanvasRenderingContext2D.prototype.clearRect;
    CanvasRenderingContext2D.prototype.clearRect = function (...box) {
      if (this.canvas.closest('.figure')) counted.paints++;
      clear.apply(this, box);
    };
  });
  await expectStepsBeyond(page, (await stepOf(page)) + 30);
  const paints = (): Promise<number> => page.evaluate(() => Object.assign({ paints: -1 }, window).paints);
  expect(await paints()).toBe(0);
  const before = await pictureOf(picture(page, title));
  await picture(page, title).scrollIntoViewIfNeeded();
  await eventually(paints).toBeGreaterThan(0);
  await eventually(() => pictureOf(picture(page, title))).not.toBe(before);
});

test('The crosshair goes by keys and by mouse, and says the values of all lanes', async ({ page }) => {
  await openPaused(page);
  const logit = picture(page, 'Target logit');
  await look(page, 'Target logit');
  const without = await pictureOf(logit);
  await logit.press('ArrowRight');
  await expect(logit).toHaveAttribute('aria-valuenow', '90');
  // cos 90° for softmax; −m₃ for CosFace, by default .25; −sin m₂ for ArcFace, by default .5.
  await expect(logit).toHaveAttribute(
    'aria-valuetext',
    /^θ = 90\.0°; Softmax 0\.00; .*CosFace −0\.25; ArcFace −0\.48$/,
  );
  await eventually(() => pictureOf(logit)).not.toBe(without);
  await logit.press('PageUp');
  await expect(logit).toHaveAttribute('aria-valuenow', '100');
  await logit.press('Home');
  await expect(logit).toHaveAttribute(
    'aria-valuetext',
    /^θ = 0\.0°; Softmax 1\.00; .*CosFace 0\.75; ArcFace 0\.88$/,
  );
  await logit.press('Escape');
  await eventually(() => pictureOf(logit)).toBe(without);
  expect(await stepOf(page), 'arrow keys belong to the figure').toBe(0);
  const box = await logit.boundingBox();
  if (!box) throw new Error('not on the page');
  await page.mouse.move(box.x + box.width / 3, box.y + box.height / 3);
  await eventually(() => pictureOf(logit)).not.toBe(without);
  await page.mouse.move(box.x - 40, box.y);
  await eventually(() => pictureOf(logit)).toBe(without);
});

test('Menus choose curve, range and classes', async ({ page }) => {
  await openPaused(page);
  await look(page, 'Target logit');
  await choice(page, 'Target logit: curve').selectOption('slope');
  await eventually(() => said(page, 'Target logit')).toMatch(/^slope dψ\/dθ/);
  await choice(page, 'Target logit: range').selectOption('paper');
  await eventually(() => said(page, 'Target logit')).toMatch(/from 20\.0° to 100\.0°/);
  await look(page, 'Decision margin of two classes');
  await choice(page, 'Decision margin of two classes: class 2').selectOption('5');
  await eventually(() => said(page, 'Decision margin of two classes')).toMatch(/^Class A against class F/);
});

test('The loss has a mark where a slider was moved, and its line goes on', async ({ page }) => {
  const title = 'Loss and accuracy over steps';
  await openPaused(page);
  await look(page, title);
  await stepOnce(page);
  const before = await slider(page, 'ArcFace margin m₂').inputValue();
  await slider(page, 'ArcFace margin m₂').fill('0.3');
  await look(page, title);
  const moved = new RegExp(`ArcFace: loss .*; loss .* at step 0; m₂ ${before}0? → 0\\.30 at step 1`);
  await eventually(() => said(page, title)).toMatch(moved);
  await stepOnce(page);
  await picture(page, title).press('ArrowRight'); // begins in the middle
  await picture(page, title).press('End');
  await expect(picture(page, title)).toHaveAttribute('aria-valuetext', /^step 2; Softmax .*; ArcFace \d/);
  await picture(page, title).press('Home');
  await expect(picture(page, title)).toHaveAttribute('aria-valuetext', /^step 0; /);
  await restart(page);
  await look(page, title);
  await eventually(() => said(page, title)).toMatch(/Step 0/);
  expect(await said(page, title)).not.toMatch(/→/);
});

test('An enlarged figure has the whole width, and what it says is there to read', async ({ page }) => {
  await openPaused(page);
  const title = 'Angle distributions';
  await look(page, title);
  const narrow = (await picture(page, title).boundingBox())?.width ?? 0;
  await button(page, `Enlarge ${title}`).click();
  await eventually(async () => (await picture(page, title).boundingBox())?.width ?? 0).toBeGreaterThan(
    1.8 * narrow,
  );
  await expect(
    figure(page, title)
      .getByText(/mean angle to the own centre/)
      .first(),
  ).toBeVisible();
  await button(page, `Back from ${title} to all figures`).click();
  await eventually(async () => (await picture(page, title).boundingBox())?.width).toBe(narrow);
});

test('Figures change language and theme with the page', async ({ page }) => {
  await openPaused(page);
  await look(page, 'Target logit');
  const logit = page.locator('.figure canvas').first();
  const english = await pictureOf(logit);
  await button(page, '한국어').click();
  await expect(page.getByRole('region', { name: '타깃 로짓' })).toBeVisible();
  await logit.scrollIntoViewIfNeeded(); // out of view it is not painted
  await eventually(() => pictureOf(logit)).not.toBe(english);
  const light = await pictureOf(logit);
  await choice(page, '테마').selectOption('dark');
  await logit.scrollIntoViewIfNeeded();
  await eventually(() => pictureOf(logit)).not.toBe(light);
});
