import { button, choice, expectStepsBeyond, LANES, lane, openTraining, slider, stepOf } from './explorer';
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
