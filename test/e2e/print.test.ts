import type { Locator, Page } from '@playwright/test';
import { button, circle, LANES, openTraining, QUICK, reading } from './explorer';
import { CORE, eventually, expect, test } from './fixtures';

test.use({ keepsPage: true });

/** Leaves of the tree of pages: written plainly in the PDFs that Chromium makes. */
const pagesOf = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;

for (const landscape of [false, true]) {
  test(`On A4 ${landscape ? 'landscape' : 'portrait'} four losses take one page`, async ({ page }) => {
    await openTraining(page, `${QUICK}&theme=dark&type=large`);
    await button(page, 'Pause').click();
    expect(pagesOf(await page.pdf({ format: 'A4', landscape }))).toBe(1);
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await expect(page.locator('html')).toHaveAttribute('data-type', 'large');
  });
}

/** Mean lightness of what is painted, 0 ... 255. */
const lightness = (canvas: Locator): Promise<number> =>
  canvas.evaluate((element: HTMLCanvasElement) => {
    const { width, height } = element;
    const pixels = element.getContext('2d')?.getImageData(0, 0, width, height).data ?? [];
    let [sum, count] = [0, 0];
    for (let k = 0; k < pixels.length; k += 4) {
      if ((pixels[k + 3] ?? 0) < 200) continue;
      sum += ((pixels[k] ?? 0) + (pixels[k + 1] ?? 0) + (pixels[k + 2] ?? 0)) / 3;
      count++;
    }
    return sum / count;
  });

/** As a browser does it before it lays the page out for paper, and after. */
const announce = (page: Page, what: 'beforeprint' | 'afterprint'): Promise<boolean> =>
  page.evaluate((name) => window.dispatchEvent(new Event(name)), what);

test(
  'A printed page has names, formulas, values, readings, legend, step and address, and nothing to press',
  CORE,
  async ({ page }) => {
    await openTraining(page, `${QUICK}&theme=dark&until=10`);
    await expect(page.getByText('Step 10 is reached')).toBeVisible();
    await expect(page.locator('.tex-waiting')).toHaveCount(0);
    const [onScreen, pixels] = [
      await lightness(circle(page, 'ArcFace')),
      await circle(page, 'ArcFace').getAttribute('width'),
    ];
    await announce(page, 'beforeprint');
    await page.emulateMedia({ media: 'print' });
    // Painted at once, since no frame comes before the paper: darker colours on white, and finer.
    expect(await lightness(circle(page, 'ArcFace'))).toBeLessThan(onScreen);
    expect(Number(await circle(page, 'ArcFace').getAttribute('width'))).toBeGreaterThan(2 * Number(pixels));
    const surfaces = await page
      .locator('body, .lane')
      .evaluateAll((parts) => parts.map((part) => getComputedStyle(part).backgroundColor));
    expect(surfaces).toEqual(Array(1 + LANES.length).fill('rgb(255, 255, 255)'));

    for (const name of LANES) {
      await expect(page.getByRole('heading', { name, exact: true })).toBeVisible();
      await expect(circle(page, name)).toBeVisible();
      await expect(reading(page, name, 'class gap')).toBeVisible();
    }
    await expect(page.locator('.formula-main')).toHaveCount(4);
    for (const formula of await page.locator('.formula-main').all()) await expect(formula).toBeVisible();
    await expect(page.getByRole('status', { name: 'step', exact: true })).toHaveText('10');
    await expect(page.getByText(/margin band/)).toBeVisible();
    await expect(page.getByText(/#lanes=softmax~.*until=10/)).toBeVisible();
    await expect(page.getByText('0.50', { exact: true }).first()).toBeVisible();
    const pressable = page.locator('button, select, input, summary');
    const seen = await pressable.evaluateAll((all) =>
      all
        .filter((one) => one.checkVisibility() && !one.matches('.set-up-toggle'))
        .map((one) => one.outerHTML),
    );
    expect(seen).toEqual([]); // what runs is said by the button that opens the set-up, without its frame

    await page.emulateMedia({ media: 'screen' });
    await announce(page, 'afterprint');
    await eventually(() => circle(page, 'ArcFace').getAttribute('width')).toBe(pixels);
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  },
);
