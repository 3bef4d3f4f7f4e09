import {
  button,
  choice,
  expectStepsBeyond,
  LANES,
  lane,
  openPaused,
  openTraining,
  slider,
  stepOf,
} from './explorer';
import { CORE, expect, test } from './fixtures';

test('The page changes its language at any time, and the run goes on', CORE, async ({ page }) => {
  await openTraining(page);
  await expectStepsBeyond(page, 10);
  const html = page.locator('html');
  await expect(html).toHaveAttribute('lang', 'en');
  const english = await stepOf(page);
  await button(page, '한국어').click();
  await expect(html).toHaveAttribute('lang', 'ko');
  for (const name of ['멈춤', '한 스텝', '처음부터', 'English'])
    await expect(button(page, name)).toBeVisible();
  for (const name of LANES) await expect(lane(page, name)).toBeVisible();
  await expect(slider(page, 'ArcFace 마진 m₂')).toBeVisible();
  await expectStepsBeyond(page, english); // had it been restarted, it would be far below now
  const korean = await stepOf(page);
  await button(page, 'English').click();
  await expect(html).toHaveAttribute('lang', 'en');
  await expect(button(page, 'Pause')).toBeVisible();
  await expectStepsBeyond(page, korean);
});

test.describe(() => {
  test.use({ locale: 'ko-KR' });

  test('A Korean browser gets the Korean page', async ({ page }) => {
    await page.goto('./');
    await expect(page.locator('html')).toHaveAttribute('lang', 'ko');
    await expect(button(page, '멈춤')).toBeVisible();
  });
});

test('The theme is the one chosen, or follows the system', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto('./');
  const html = page.locator('html');
  await expect(html).toHaveAttribute('data-theme', 'dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await expect(html).toHaveAttribute('data-theme', 'light');
  const surface = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await surface();
  await choice(page, 'Theme').selectOption('Dark');
  await expect(html).toHaveAttribute('data-theme', 'dark');
  expect(await surface()).not.toBe(light);
});

test('Other looks come to one part of the page after the other, and to all of it', async ({ page }) => {
  await openPaused(page);
  /** How many lanes took them up together, time after time. */
  const together = await page.evaluate(async () => {
    const counts: number[] = [];
    const changes = new MutationObserver((records) => {
      counts.push(new Set(records.map(({ target }) => target)).size);
    });
    for (const element of document.querySelectorAll('.lane'))
      changes.observe(element, { attributeFilter: ['lang', 'data-theme', 'data-type'] });
    location.hash = '#lang=ko&theme=dark&type=large&lanes=arcFace~combined~softmax~cosFace~softmax';
    while (
      !document.querySelector(
        'html[lang="ko"][data-type="large"] .lanes[aria-busy="false"] > .lane:nth-child(5)',
      )
    )
      await new Promise(requestAnimationFrame);
    return counts;
  });
  expect(together).toEqual([1, 1, 1, 1]);
  const looks = await page
    .locator('html, .lane')
    .evaluateAll((parts: HTMLElement[]) =>
      parts.map((part) => [part.lang, part.dataset.theme, part.dataset.type].join()),
    );
  expect(looks).toEqual(Array(6).fill('ko,dark,large'));
});
