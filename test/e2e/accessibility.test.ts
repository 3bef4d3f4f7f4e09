import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import { button, circle, openAll, openPaused, QUICK } from './explorer';
import { expect, test } from './fixtures';

declare global {
  interface Window {
    axe: { run(): Promise<AxeResults> };
  }
}

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong, one line for each element. */
async function violations(page: Page): Promise<string[]> {
  // Not as a script of the page, which its security policy would refuse.
  await page.evaluate(source);
  const { violations } = await page.evaluate(() => window.axe.run());
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary?.replace(/\s+/g, ' ')}`,
    ),
  );
}

test('axe finds nothing wrong with everything open and every notice shown, in both languages and themes', async ({
  page,
}) => {
  // Of these lanes one has an infeasible margin, one a changed option, one a schedule; and the address is broken.
  const lanes = 'lanes=softmax~sphereFace~cosFace,m3:0.5,s:16~arcFace,m2:0.4,s:16,guard:none~nonsense';
  const notices = page.getByRole('status').filter({ has: page.getByRole('list') });
  const found: string[] = [];
  for (const look of [
    'lang=en&theme=light',
    'lang=en&theme=dark',
    'lang=ko&theme=light',
    'lang=ko&theme=dark',
  ]) {
    await page.goto(`./#${QUICK}&${lanes}&centres=random&${look}`);
    await expect(page.locator('html')).toHaveAttribute('data-theme', look.slice(14));
    await expect(notices).toBeVisible();
    await expect(page.locator('.katex').first()).toBeAttached();
    await openAll(page);
    found.push(...(await violations(page)).map((violation) => `${look}: ${violation}`));
  }
  expect(found).toEqual([]);
});

test.describe(() => {
  test.use({ expectedComplaints: [/ERR_FAILED/] });

  test('axe finds nothing wrong with a picked sample, an enlarged figure, nor with a page that cannot train', async ({
    page,
  }) => {
    await openPaused(page);
    await circle(page, 'ArcFace').press('ArrowRight');
    await button(page, 'Enlarge Target logit').click();
    expect(await violations(page)).toEqual([]);
    await page.route(/\.bin$/, (route) => route.abort());
    await page.goto('./#data=digits');
    await expect(page.getByRole('alert')).toBeVisible();
    expect(await violations(page)).toEqual([]);
  });
});
