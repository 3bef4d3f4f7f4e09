import type { Page } from '@playwright/test';
import { runnerImport } from 'vite';
import { takeUp } from '../tools/takeUp.mjs';
import { button, openPaused, slider } from './explorer';
import { expect, test } from './fixtures';

// The built page opens a few hostile addresses of each kind, one after the other. `npm run hostile` opens all 10,000, and
// says how long the page's tasks are.
const COUNT = 15;

const foreign = (page: Page): Promise<number> =>
  page.locator('script, iframe, object, embed, img, base').count();

test('No hostile address throws or brings markup, and every repair is said', async ({ page }) => {
  test.setTimeout(90_000);
  // Vite brings it, with whose globs the page's own reader is made.
  const { module } = await runnerImport<typeof import('../tools/hostile')>('./test/tools/hostile.ts');
  await openPaused(page);
  const before = await foreign(page);
  for (const { hash, lanes, repairs } of module.hostileAddresses(COUNT))
    expect(await page.evaluate(takeUp, hash), hash).toEqual({ lanes, repairs, markup: 0, foreign: before });
  // It can still be used.
  await page.evaluate(() => {
    location.hash = '#lanes=arcFace';
  });
  await expect(slider(page, 'ArcFace margin m₂')).toBeVisible();
  await button(page, 'Train').or(button(page, 'Pause')).click();
});
