import type { Locator, Page } from '@playwright/test';
import {
  button,
  choice,
  drawFrames,
  expectStepsBeyond,
  openPaused,
  openTraining,
  pictureOf,
  restart,
  slider,
  stepOf,
  stepOnce,
} from './explorer';
import { eventually, expect, test } from './fixtures';

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

const figure = (page: Page, title: string): Locator => page.getByRole('region', { name: title, exact: true });
const picture = (page: Page, title: string): Locator => figure(page, title).locator('canvas');
/** What a figure says of itself, which is written in full where it is enlarged. */
const said = (page: Page, title: string): Promise<string> =>
  picture(page, title).evaluate(
    (canvas) => document.getElementById(canvas.getAttribute('aria-describedby') ?? '')?.textContent ?? '',
  );
/** Brings a figure into view and waits until it is drawn. */
async function look(page: Page, title: string): Promise<void> {
  await picture(page, title).scrollIntoViewIfNeeded();
  await eventually(() => isDrawn(picture(page, title)), title).toBe(true);
}
const isDrawn = (canvas: Locator): Promise<boolean> =>
  canvas.evaluate((element: HTMLCanvasElement) => {
    const { width, height } = element;
    const pixels = element.getContext('2d')?.getImageData(0, 0, width, height).data;
    return pixels?.some((value) => value > 0) ?? false;
  });

/** So that all figures are in view at once. */
const TALL = { width: 1280, height: 4500 };

test('Every figure of the shelf stands below the lanes, drawn, and says what it shows', async ({ page }) => {
  await openTraining(page);
  for (const title of TITLES) {
    await look(page, title);
    await eventually(() => said(page, title), title).toMatch(/[Ss]teps? \d+/);
  }
});

test('A margin slider redraws the figures of its formula one after the other, and no distribution', async ({
  page,
}) => {
  await page.setViewportSize(TALL);
  await openPaused(page);
  for (const title of TITLES) await look(page, title);
  const changed = await page.evaluate(async () => {
    const pictures = (): string[] =>
      [...document.querySelectorAll<HTMLCanvasElement>('.figure canvas')].map((canvas) => canvas.toDataURL());
    const input = document.querySelector<HTMLInputElement>('input[aria-label="ArcFace margin m₂"]');
    // What is still to be drawn belongs to what was before.
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    const before = pictures();
    // As a browser does it: past React's own record of the value, then the event.
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, '0.3');
    input?.dispatchEvent(new Event('input', { bubbles: true }));
    // A frame has time for one of them at least.
    for (let frame = 0; frame <= before.length; frame++) await new Promise(requestAnimationFrame);
    return pictures().map((picture, i) => picture !== before[i]);
  });
  expect(changed).toEqual([true, true, false, true, true, false, false, false]); // the map shows CosFace
});

test('Figures follow the training, and what they say follows it', async ({ page }) => {
  await page.setViewportSize(TALL);
  await openPaused(page);
  for (const title of TITLES) await look(page, title);
  const [pictures, words] = await Promise.all([
    Promise.all(TITLES.map((title) => pictureOf(picture(page, title)))),
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

const MAP = 'Feasible margins and scales';

test('The point of the map is dragged, the sliders follow, and one undo takes the drag back', async ({
  page,
}) => {
  await openPaused(page);
  await look(page, MAP);
  await choice(page, `${MAP}: lane`).selectOption('ArcFace');
  const map = picture(page, MAP);
  const [margin, scale] = [slider(page, 'ArcFace margin m₂'), slider(page, 'ArcFace scale s')];
  const before = [await margin.inputValue(), await scale.inputValue()];
  await expect(map).toHaveAttribute('aria-valuetext', /^m₂ = 0\.\d+, s = 16: feasible; floor 0\.\d+$/);
  const drawn = await pictureOf(map);
  const box = await map.boundingBox();
  if (!box) throw new Error('not on the page');
  const to = (part: number, down: number) =>
    page.mouse.move(box.x + part * box.width, box.y + down * box.height);
  await to(0.5, 0.5);
  await page.mouse.down();
  await to(0.7, 0.5);
  await to(0.95, 0.2);
  await page.mouse.up();
  await expect(map).toHaveAttribute('aria-valuetext', /: infeasible; floor \d/);
  expect(Number(await margin.inputValue())).toBeGreaterThan(0.8);
  expect(Number(await scale.inputValue())).toBeGreaterThan(40);
  await eventually(() => pictureOf(map)).not.toBe(drawn);
  // A mouse that moves on without its button moves nothing.
  const dragged = await margin.inputValue();
  await to(0.3, 0.5);
  expect(await margin.inputValue()).toBe(dragged);
  await page.keyboard.press('Control+z');
  await expect(margin).toHaveValue(before[0] ?? '');
  await expect(scale).toHaveValue(before[1] ?? '');
});

test('The point of the map goes by arrow keys, and the sliders move it', async ({ page }) => {
  await openPaused(page);
  await look(page, MAP);
  const map = picture(page, MAP);
  const [margin, scale] = [slider(page, 'CosFace margin m₃'), slider(page, 'CosFace scale s')];
  const [m, s] = [Number(await margin.inputValue()), Number(await scale.inputValue())];
  await map.press('ArrowRight');
  await map.press('ArrowUp');
  await map.press('PageUp');
  await expect(margin).toHaveValue((m + 0.01).toFixed(2));
  await expect(scale).toHaveValue(String(s + 11));
  await expect(map).toHaveAttribute(
    'aria-valuetext',
    new RegExp(`^m₃ = ${(m + 0.01).toFixed(2)}, s = ${s + 11}: `),
  );
  expect(await stepOf(page), 'arrow keys belong to the figure').toBe(0);
  await scale.fill('20');
  await look(page, MAP);
  await eventually(() => said(page, MAP)).toMatch(/s = 20: feasible; floor/);
});

test.describe('With a finger', () => {
  test.use({ keepsPage: false, hasTouch: true, viewport: { width: 390, height: 844 } });

  test('the point of the map is dragged, and beside it the page is scrolled', async ({ page }) => {
    await openPaused(page);
    await look(page, MAP);
    const map = picture(page, MAP);
    await map.evaluate((canvas) => canvas.scrollIntoView({ block: 'center' }));
    // Where a finger that comes down is taken, so that it does not scroll: parts of the width and of the height.
    const near = await map.evaluate((canvas) => {
      const { left, top, width, height } = canvas.getBoundingClientRect();
      const places = Array.from({ length: 400 }, (_, k) => [(k % 20) / 20, Math.floor(k / 20) / 20] as const);
      return places.filter(([part, down]) => {
        const place = { clientX: left + part * width, clientY: top + down * height };
        const finger = new Touch({ identifier: 1, target: canvas, ...place });
        const init = { touches: [finger], cancelable: true, bubbles: true };
        return !canvas.dispatchEvent(new TouchEvent('touchstart', init));
      });
    });
    // A circle of 64 pixels in a picture of some 330 × 270.
    expect(near.length).toBeGreaterThan(5);
    expect(near.length).toBeLessThan(40);
    const margin = slider(page, 'CosFace margin m₃');
    const before = Number(await margin.inputValue());
    const box = await map.boundingBox();
    const [part, down] = near[Math.floor(near.length / 2)] ?? [0, 0];
    if (!box) throw new Error('not on the page');
    const [x, y] = [box.x + part * box.width, box.y + down * box.height];
    const cdp = await page.context().newCDPSession(page);
    const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: { x: number; y: number }[]) =>
      cdp.send('Input.dispatchTouchEvent', { type, touchPoints: points });
    await send('touchStart', [{ x, y }]);
    for (let k = 1; k <= 5; k++) await send('touchMove', [{ x: x + 15 * k, y: y - 10 * k }]);
    await send('touchEnd', []);
    await eventually(async () => Number(await margin.inputValue())).toBeGreaterThan(before + 0.05);
  });
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
