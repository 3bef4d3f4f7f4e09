import { CORE, expect, test } from './fixtures';

test('The page opens under its name', CORE, async ({ page }) => {
  await page.goto('./');
  await expect(page).toHaveTitle(/Angular Margin Explorer/);
  await expect(page.getByRole('heading', { level: 1, name: 'Angular Margin Explorer' })).toBeVisible();
});

test('What others made is named with its licence', async ({ request }) => {
  const licences = await (await request.get('./third-party-licences.txt')).text();
  expect(licences).toMatch(/^react \S+ \(MIT\)$/m);
});
