import type { Locator, Page } from '@playwright/test';
import { button, circle, LANES, openPaused, QUICK, reading, slider } from './explorer';
import { CORE, eventually, expect, test } from './fixtures';

test.use({ viewport: { width: 1280, height: 720 } }); // a projector

const isLarge = (page: Page) => page.locator('html[data-type="large"]');

/** Height of the letters of an element, CSS pixels. */
const sizeOf = (element: Locator): Promise<number> =>
  element.first().evaluate((found) => Number.parseFloat(getComputedStyle(found).fontSize));

/** What has to be read from the back row. */
const READ = (page: Page): Record<string, Locator> => ({
  name: page.getByRole('heading', { level: 2 }),
  formula: page.locator('.formula-main .katex'),
  value: page.locator('.slider-value'),
  reading: reading(page, 'ArcFace', 'accuracy'),
});
const sizes = async (page: Page): Promise<number[]> => Promise.all(Object.values(READ(page)).map(sizeOf));

test('What the back row has to read is clearly larger, and circles, sliders and readings stay above the fold', async ({
  page,
}) => {
  await openPaused(page);
  await expect(page.locator('.tex-waiting')).toHaveCount(0);
  const usual = await sizes(page);
  await button(page, 'Large type').click();
  await expect(isLarge(page)).toBeAttached();
  const large = await sizes(page);
  Object.keys(READ(page)).forEach((what, i) => {
    expect((large[i] ?? 0) / (usual[i] ?? 1), what).toBeGreaterThan(1.35);
  });
  await button(page, 'Hints').click(); // the teacher knows
  for (const name of LANES) await expect(circle(page, name)).toBeInViewport({ ratio: 1 });
  for (const name of ['CosFace margin m₃', 'CosFace scale s', 'ArcFace margin m₂', 'ArcFace scale s'])
    await expect(slider(page, name)).toBeInViewport({ ratio: 1 });
  for (const name of LANES) {
    for (const what of ['accuracy', 'loss', 'intra-class θ', 'nearest-centre θ', 'class gap'] as const)
      await expect(reading(page, name, what)).toBeInViewport({ ratio: 1 });
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1280);
});

/** How much of the ring around a circle, where only labels stand, is coloured: 0 ... 1. */
const labelled = (canvas: Locator): Promise<number> =>
  canvas.evaluate((element: HTMLCanvasElement) => {
    const { width, height } = element;
    const pixels = element.getContext('2d')?.getImageData(0, 0, width, height).data ?? [];
    const half = Math.min(width, height) / 2;
    let [coloured, all] = [0, 0];
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const r = Math.hypot(x - width / 2, y - height / 2) / half;
        if (r < 0.895) continue;
        all++;
        const rgb = pixels.slice(4 * (y * width + x), 4 * (y * width + x) + 3);
        if (Math.max(...rgb) - Math.min(...rgb) > 60) coloured++;
      }
    }
    return coloured / all;
  });

test('The labels of classes are drawn larger, too', CORE, async ({ page }) => {
  await openPaused(page);
  const usual = await labelled(circle(page, 'ArcFace'));
  await button(page, 'Large type').click();
  await eventually(() => labelled(circle(page, 'ArcFace')), 'larger labels').toBeGreaterThan(1.4 * usual);
  expect(usual).toBeGreaterThan(0);
});

test('Large type is a key, a button and a part of the address, and a reset of the page leaves it', async ({
  page,
}) => {
  await openPaused(page);
  await page.keyboard.press('l');
  await expect(button(page, 'Large type')).toHaveAttribute('aria-pressed', 'true');
  await eventually(async () => page.url()).toContain('type=large');
  await button(page, 'Reset').click();
  await expect(isLarge(page)).toBeAttached();
  await page.goto(`./#${QUICK}&type=large`);
  await page.reload();
  await expect(isLarge(page)).toBeAttached();
  await button(page, 'Large type').press('Enter');
  await expect(button(page, 'Large type')).toHaveAttribute('aria-pressed', 'false');
  await eventually(async () => page.url()).not.toContain('type=');
});

test('Where the keyboard writes Korean letters, the keys have their places', async ({ page }) => {
  await openPaused(page);
  await page.evaluate(() => {
    const korean = { key: 'ㅣ', code: 'KeyL', bubbles: true };
    document.body.dispatchEvent(new KeyboardEvent('keydown', korean));
  });
  await expect(isLarge(page)).toBeAttached();
});
