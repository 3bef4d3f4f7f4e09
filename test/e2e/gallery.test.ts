import type { Locator, Page } from '@playwright/test';
import { eventually, expect, test } from './fixtures';

/** The page of test/gallery, as playwright.config.ts serves it. */
const GALLERY = `http://127.0.0.1:${process.env.GALLERY_PORT}/test/gallery/index.html`;

/**
 * Every pixel as it was, within what the eye cannot tell. The letters are of fonts that come with the project; only
 * their smoothing is the system's own, elsewhere than on Linux.
 */
const STRICT =
  process.platform === 'linux' ? { maxDiffPixels: 0, threshold: 0.05 } : { maxDiffPixelRatio: 0.03 };

const LOOKS = [
  ['en', 'light'],
  ['en', 'dark'],
  ['ko', 'light'],
  ['ko', 'dark'],
] as const;

test.use({ viewport: { width: 800, height: 1200 } });

/** A figure by its name on the shelf. */
const figure = (page: Page, id: string): Locator => page.locator(`[data-figure=${id}]`);

/** Opens the gallery and waits for the readings of its run, of which one figure shows pairs. */
async function openGallery(page: Page, address: string): Promise<void> {
  await page.goto(`${GALLERY}#${address}`);
  await figure(page, 'classGap').scrollIntoViewIfNeeded(); // before it is seen it says nothing
  await eventually(() => figure(page, 'classGap').textContent(), 'readings').toMatch(/8 pairs|8쌍/);
}

test('Every figure looks as it did, in both languages and themes', async ({ page }) => {
  for (const [language, theme] of LOOKS) {
    await openGallery(page, `lang=${language}&theme=${theme}`);
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    const ids = await page
      .locator('[data-figure]')
      .evaluateAll((all: HTMLElement[]) => all.map((element) => element.dataset.figure ?? ''));
    expect(ids.length).toBeGreaterThanOrEqual(8);
    for (const id of ids) {
      const picture = figure(page, id).locator('canvas');
      await expect(picture).toHaveScreenshot(`${id}-${language}-${theme}.png`, STRICT);
    }
  }
});

test('Figures in use look as they did: guards, slopes, a crosshair, other classes, a nearer range', async ({
  page,
}) => {
  const lanes =
    'lanes=normSoftmax~cosFace,m3:0.5~arcFace,m2:0.5,guard:none~arcFace,m2:0.5,guard:easy~sphereFace,m1:1.35,schedule:none,guard:none';
  await openGallery(page, `${lanes}&lang=en&theme=light`);
  const [logit, plane] = [figure(page, 'targetLogit'), figure(page, 'decisionPlane')];
  const [distributions, gap] = [figure(page, 'angleDistributions'), figure(page, 'classGap')];
  const [course, map] = [figure(page, 'lossCourse'), figure(page, 'feasibilityMap')];
  const verification = figure(page, 'verification');
  await expect(logit.locator('canvas')).toHaveScreenshot('targetLogit-guards.png', STRICT);
  await logit.getByRole('combobox').first().selectOption('slope');
  await logit.getByRole('slider').press('ArrowRight');
  await expect(logit.locator('canvas')).toHaveScreenshot('targetLogit-slope.png', STRICT);
  await plane.getByRole('combobox').first().selectOption('5');
  await plane.getByRole('combobox').last().selectOption('2');
  await expect(plane.locator('canvas')).toHaveScreenshot('decisionPlane-guards.png', STRICT);
  await distributions.getByRole('combobox').selectOption('half');
  await expect(distributions.locator('canvas')).toHaveScreenshot('angleDistributions-half.png', STRICT);
  await gap.getByRole('slider').press('Home');
  for (let k = 0; k < 3; k++) await gap.getByRole('slider').press('PageUp');
  await expect(gap.locator('canvas')).toHaveScreenshot('classGap-crosshair.png', STRICT);
  await course.getByRole('combobox').selectOption('log');
  await course.getByRole('slider').press('ArrowLeft');
  await expect(course.locator('canvas')).toHaveScreenshot('lossCourse-log.png', STRICT);
  await map.getByRole('combobox').selectOption('ArcFace 2');
  await map.getByRole('slider').press('PageUp');
  await expect(map.locator('canvas')).toHaveScreenshot('feasibilityMap-arcFace.png', STRICT);
  await verification.getByRole('combobox').selectOption('test');
  await verification.getByRole('slider').press('Home');
  for (let k = 0; k < 2; k++) await verification.getByRole('slider').press('PageUp');
  await expect(verification.locator('canvas')).toHaveScreenshot('verification-test.png', STRICT);
});
