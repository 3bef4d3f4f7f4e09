import type { Page } from '@playwright/test';
import { button, counter, openTraining, QUICK, settledReadings, slider, stepOf } from './explorer';
import { CORE, eventually, expect, test } from './fixtures';

const panel = (page: Page) => page.getByRole('region', { name: 'Link to these settings' });
const field = (page: Page) => panel(page).getByRole('textbox', { name: 'Link' });
/** How much of the link is selected, so that a key copies it. */
const selected = (page: Page): Promise<string> =>
  field(page).evaluate((input: HTMLInputElement) =>
    input.value.slice(input.selectionStart ?? 0, input.selectionEnd ?? 0),
  );

test.describe('Where the page may write to the clipboard', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  test(
    'Share copies a link to the settings and the step, says so, and that no weights go with it',
    CORE,
    async ({ page }) => {
      await openTraining(page, `${QUICK}&until=20&retrain=0`);
      await expect(counter(page)).toHaveText('20');
      await slider(page, 'ArcFace margin m₂').fill('0.3');
      await button(page, 'Share').click();
      await expect(panel(page)).toContainText('The link is copied.');
      await expect(panel(page)).toContainText('no weights');
      const link = await page.evaluate(() => navigator.clipboard.readText());
      expect(link).toBe(await field(page).inputValue());
      expect(link).toContain('until=20');

      await page.goto('about:blank');
      await page.goto(link);
      await expect(slider(page, 'ArcFace margin m₂')).toHaveValue('0.3');
      await expect(page.getByText('Step 20 is reached')).toBeVisible();
      await expect(counter(page)).toHaveText('20');
    },
  );
});

test('Without a clipboard the link is shown and selected', async ({ page }) => {
  await page.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
  });
  await openTraining(page);
  await button(page, 'Pause').click();
  await settledReadings(page); // the last look of a run comes after its pause, and the link is of the step that is shown
  await button(page, 'Share').click();
  await expect(panel(page)).toContainText('The link is selected: copy it');
  await expect(field(page)).toBeFocused();
  expect(await selected(page)).toBe(await field(page).inputValue());

  const step = panel(page).getByRole('checkbox');
  await expect(step).toBeChecked();
  const here = new RegExp(`until=${await stepOf(page)}(&|$)`);
  expect(await field(page).inputValue()).toMatch(here);
  await step.uncheck();
  await eventually(() => field(page).inputValue()).not.toMatch(here);

  await page.keyboard.press('Escape');
  await expect(panel(page)).toHaveCount(0);
  await expect(button(page, 'Share')).toBeFocused();
});
