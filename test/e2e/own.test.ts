import {
  button,
  choice,
  circle,
  expectStepsBeyond,
  lane,
  openPaused,
  openTraining,
  slider,
  stepOf,
} from './explorer';
import { CORE, eventually, expect, test } from './fixtures';

test.use({ keepsPage: true });

const field = (page: Parameters<typeof lane>[0]) =>
  page.getByRole('textbox', { name: 'Your own formula', exact: true });

test('A margin that is typed trains, has its sliders, and travels in the address', async ({ page }) => {
  await openTraining(page);
  await choice(page, 'CosFace: choose another loss').selectOption('Your own');
  await field(page).fill('cos(theta + tilt) - drop');
  await expect(slider(page, 'Your own margin tilt')).toBeVisible();
  await slider(page, 'Your own margin drop').fill('0.1');
  await expect(lane(page, 'Your own').locator('.katex-mathml').first()).toContainText('0.30');
  await expectStepsBeyond(page, await stepOf(page));
  await eventually(async () => page.url()).toContain('drop:0.1');
  await page.reload();
  await expect(field(page)).toHaveValue('cos(theta + tilt) - drop');
  await expect(slider(page, 'Your own margin drop')).toHaveValue('0.1');
});

test('While a formula cannot be read the last one goes on, and the place is said', CORE, async ({ page }) => {
  await openPaused(page);
  await choice(page, 'CosFace: choose another loss').selectOption('Your own');
  await field(page).fill('cos(theta) - 2*a');
  await expect(slider(page, 'Your own margin a')).toBeVisible();
  // Twice the first a is more than a circle of eight classes can hold.
  await expect(circle(page, 'Your own')).toHaveAttribute('aria-valuetext', /infeasible for 8 of 8/);
  const described = await circle(page, 'Your own').getAttribute('aria-valuetext');
  await field(page).press('End');
  await field(page).pressSequentially(' + )');
  await expect(field(page)).toHaveAttribute('aria-invalid', 'true');
  await expect(lane(page, 'Your own')).toContainText(
    'Character 20: a number, a name or “(” should stand here, not “)”.',
  );
  await expect(slider(page, 'Your own margin a')).toBeVisible();
  expect(await circle(page, 'Your own').getAttribute('aria-valuetext')).toBe(described);
  await field(page).press('Backspace');
  await field(page).pressSequentially('0.1');
  await expect(field(page)).toHaveAttribute('aria-invalid', 'false');
});

test('Typing is undone as one change, and examples are there to begin with', async ({ page }) => {
  await openPaused(page);
  await choice(page, 'CosFace: choose another loss').selectOption('Your own');
  const first = await field(page).inputValue();
  await field(page).fill('cos(theta) - 0.2');
  await field(page).press('Enter');
  await choice(page, 'Your own examples').selectOption({ index: 5 });
  await expect(field(page)).toHaveValue('cos(3*theta) - m');
  await expect(lane(page, 'Your own')).toContainText('ψ rises from');
  await button(page, 'Undo').click();
  await expect(field(page)).toHaveValue('cos(theta) - 0.2');
  await button(page, 'Undo').click();
  await expect(field(page)).toHaveValue(first);
});
