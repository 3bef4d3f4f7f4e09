import type { Locator, Page } from '@playwright/test';
import { button, circle, globe, LANES, open, openPaused, pictureOf, runNews, SMALL } from './explorer';
import { CORE, eventually, expect, test } from './fixtures';

test.use({ keepsPage: true });

const FIGURES = ['targetLogit', 'decisionPlane', 'angleDistributions', 'classGap'] as const;
const figure = (page: Page, id: string): Locator => page.locator(`[data-figure=${id}] canvas`);
const card = (page: Page): Locator => page.getByRole('region', { name: 'Picked sample', exact: true });
const classA = (page: Page): Locator => button(page, 'Class A');

const picturesOf = (canvases: readonly Locator[]): Promise<string[]> => Promise.all(canvases.map(pictureOf));
/** Whose picture is another than before. */
const changed = async (canvases: readonly Locator[], before: readonly string[]): Promise<boolean[]> =>
  (await picturesOf(canvases)).map((picture, i) => picture !== before[i]);
const expectAll = async (
  canvases: readonly Locator[],
  before: readonly string[],
  other: boolean,
): Promise<void> => eventually(() => changed(canvases, before)).toEqual(canvases.map(() => other));

/** A run that stands still, with something to tell apart. */
async function openTrained(page: Page, settings = ''): Promise<void> {
  await open(page, `${SMALL}&until=60${settings}`);
  await expect(runNews(page)).toContainText('Step 60 is reached');
  // Everything of the last look is painted, and the figures have it too.
  const readings = page.locator('.readings').last();
  await eventually(async () => {
    const before = await readings.textContent();
    await page.waitForTimeout(600);
    return (await readings.textContent()) === before;
  }, 'a page that stands still').toBe(true);
}

async function boxOf(canvas: Locator) {
  const box = await canvas.boundingBox();
  if (!box) throw new Error('it is not on the page');
  const half = Math.min(box.width, box.height) / 2;
  return { x: box.x + box.width / 2, y: box.y + box.height / 2, half };
}
/** At step 0 the first class is on the right: the middle of its label. */
async function labelOfFirst(canvas: Locator) {
  const { x, y, half } = await boxOf(canvas);
  return [x + 1.27 * 0.74 * half, y] as const;
}

test(
  'A class that is pointed at, at its label or on its spoke, is lit up in every lane, and only then',
  CORE,
  async ({ page }) => {
    await openPaused(page);
    const circles = LANES.map((name) => circle(page, name));
    const before = await picturesOf(circles);
    const first = circle(page, 'CosFace');
    const { x, y, half } = await boxOf(first);
    for (const place of [await labelOfFirst(first), [x + 0.4 * half, y] as const]) {
      await page.mouse.move(...place);
      await expectAll(circles, before, true);
      await expect(button(page, 'Class B')).toHaveAttribute('data-faded', 'true');
      await expect(classA(page)).toHaveAttribute('data-faded', 'false');
      await page.mouse.move(x, y);
      await expectAll(circles, before, false);
    }
  },
);

test('A class lights up in the figures of samples and pairs from its button', async ({ page }) => {
  await openTrained(page);
  for (const id of FIGURES) {
    const canvas = figure(page, id);
    await canvas.scrollIntoViewIfNeeded();
    await eventually(async () => (await canvas.boundingBox())?.height ?? 0).toBeGreaterThan(100);
    await page.waitForTimeout(600); // it hears of the run when it is in view
    const before = await pictureOf(canvas);
    // The button is out of view.
    await classA(page).dispatchEvent('pointerover', { pointerType: 'mouse' });
    await eventually(() => pictureOf(canvas), id).not.toBe(before);
    await classA(page).dispatchEvent('pointerout', { pointerType: 'mouse' });
    await eventually(() => pictureOf(canvas), id).toBe(before);
  }
});

test('Tab lights classes up in turn, Enter lets one stay, and Escape lets it go', async ({ page }) => {
  await openPaused(page);
  const circles = LANES.map((name) => circle(page, name));
  const before = await picturesOf(circles);
  await page.getByRole('slider', { name: 'History' }).focus();
  await page.keyboard.press('Tab');
  await expect(classA(page)).toBeFocused();
  await expectAll(circles, before, true);
  const first = await picturesOf(circles);
  await page.keyboard.press('Tab');
  await expectAll(circles, first, true);
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(classA(page)).toHaveAttribute('aria-pressed', 'true');
  await circle(page, 'ArcFace').focus();
  await expectAll(circles, first, false);
  await page.keyboard.press('Escape');
  await expect(classA(page)).toHaveAttribute('aria-pressed', 'false');
  await expectAll(circles, before, false);
});

/** Moves the mouse along the rim until another picture answers: there is a sample. */
async function passSample(page: Page, over: Locator, other: Locator): Promise<void> {
  const before = await pictureOf(other);
  const { x, y, half } = await boxOf(over);
  for (let k = 0; k < 60; k++) {
    const angle = (2 * Math.PI * (k + 0.5)) / 60;
    await page.mouse.move(x + 0.69 * half * Math.cos(angle), y + 0.69 * half * Math.sin(angle));
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
    if ((await pictureOf(other)) !== before) return;
  }
  throw new Error('no sample along the rim');
}

test('A sample that the mouse passes is marked in every lane and figure, without a card', async ({
  page,
}) => {
  await openTrained(page);
  const circles = LANES.map((name) => circle(page, name));
  const before = await picturesOf(circles);
  await passSample(page, circle(page, 'ArcFace'), circle(page, 'Softmax'));
  await expectAll(circles, before, true);
  await expect(card(page)).toBeHidden();
  const { x, y } = await boxOf(circle(page, 'ArcFace'));
  await page.mouse.move(x, y);
  await expectAll(circles, before, false);
});

test('A picked sample is marked in the figures, too', async ({ page }) => {
  await openTrained(page);
  const before: Record<string, string> = {};
  const see = async (id: string): Promise<Locator> => {
    const canvas = figure(page, id);
    await canvas.scrollIntoViewIfNeeded();
    await page.waitForTimeout(600);
    return canvas;
  };
  const ids = FIGURES.filter((id) => id !== 'classGap');
  for (const id of ids) before[id] = await pictureOf(await see(id));
  // Keys walk around the circle from the right, where the first class is: of the two classes of the decision plane.
  await circle(page, 'ArcFace').press('ArrowRight');
  await expect(circle(page, 'ArcFace')).toHaveAttribute('aria-valuetext', /^sample \d+, class [AB],/);
  for (const id of ids) {
    const canvas = await see(id);
    await eventually(() => pictureOf(canvas), id).not.toBe(before[id]);
  }
});

test('A finger lets a class stay by its label, and lets it go by the same', async ({ browser, baseURL }) => {
  const context = await browser.newContext({
    ...(baseURL ? { baseURL } : {}),
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  const page = await context.newPage();
  await openPaused(page);
  const softmax = circle(page, 'Softmax');
  await softmax.scrollIntoViewIfNeeded();
  const before = await pictureOf(softmax);
  await page.touchscreen.tap(...(await labelOfFirst(softmax)));
  await expectAll([softmax], [before], true);
  await expect(card(page)).toBeHidden();
  await page.touchscreen.tap(...(await labelOfFirst(softmax)));
  await expectAll([softmax], [before], false);
  await context.close();
});

test('On globes and in the plane of raw features classes and samples are lit up in the same way', async ({
  page,
}) => {
  await openTrained(page, '&dim=3');
  for (const canvases of [LANES.map((name) => globe(page, name)), null]) {
    if (!canvases) {
      await page.goto('about:blank'); // another run, not another view of one that is paused
      await openTrained(page, '&view=raw');
    }
    const all =
      canvases ?? LANES.map((name) => page.getByRole('slider', { name: new RegExp(`^${name} raw`) }));
    const before = await picturesOf(all);
    await classA(page).hover();
    await expectAll(all, before, true);
    await page.mouse.move(2, 2);
    await expectAll(all, before, false);
  }
});
