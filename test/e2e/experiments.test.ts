import { button, choice, lane, openTraining, QUICK, reading } from './explorer';
import { CORE, eventually, expect, test } from './fixtures';

test.use({ keepsPage: true });

const TRAP = 'The paper’s raw formula: the antipodal trap';
const accuracyOf = async (page: Parameters<typeof reading>[0], name: string): Promise<number> =>
  Number.parseFloat((await reading(page, name, 'accuracy').textContent()) ?? '');

test(
  'The raw formula of the paper is an experiment that falls into the trap, where a guard does not',
  CORE,
  async ({ page }) => {
    test.setTimeout(90_000);
    await openTraining(page);
    await choice(page, 'Experiments').selectOption(TRAP);
    await expect(page.getByRole('note')).toContainText(TRAP);
    // How soon it learns is the machine's; where it ends is not.
    await expect(page.locator('.counter')).toContainText('resting', { timeout: 60_000 });
    await eventually(() => accuracyOf(page, 'ArcFace 2'), 'accuracy with a guard').toBeGreaterThan(90);
    await expect(lane(page, 'ArcFace').getByRole('status').filter({ hasText: 'opposite' })).toContainText(
      /\d+\.\d % of the samples lie opposite their own centre/,
    );
    await eventually(() => accuracyOf(page, 'ArcFace'), 'accuracy of the raw formula').toBeLessThan(30);
  },
);

test('An experiment is a link like any other, and can be undone', async ({ page }) => {
  await openTraining(page);
  await choice(page, 'Experiments').selectOption(TRAP);
  await eventually(async () => new URL(page.url()).hash).toContain('guard:none');
  await page.reload();
  await expect(page.getByRole('note')).toContainText(TRAP);
  await page.goBack();
  await expect(page.getByRole('note')).toHaveCount(0);
  expect(new URL(page.url()).hash).toContain(QUICK.split(',')[0] ?? '');
  await choice(page, 'Experiments').selectOption(TRAP);
  await button(page, 'Undo').click();
  await expect(page.getByRole('note')).toHaveCount(0);
});
