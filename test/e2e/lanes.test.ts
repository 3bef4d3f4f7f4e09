import type { Page } from '@playwright/test';
import {
  allReadings,
  button,
  choice,
  circle,
  expectStepsBeyond,
  lane,
  openPaused,
  openTraining,
  QUICK,
  reading,
  slider,
  stepOf,
  stepOnce,
} from './explorer';
import { CORE, eventually, expect, test } from './fixtures';

test.use({ keepsPage: true });

/** The lanes by their names, from left to right. */
const names = (page: Page): Promise<string[]> =>
  page
    .getByRole('region', { name: 'Losses side by side' })
    .getByRole('heading', { level: 2 })
    .allTextContents();

test('Lanes that are moved or removed leave the others their run', CORE, async ({ page }) => {
  await openPaused(page);
  for (let k = 0; k < 2; k++) await stepOnce(page);
  const [cosFace, arcFace] = [await allReadings(page, ['CosFace']), await allReadings(page, ['ArcFace'])];
  await button(page, 'Move ArcFace left').click();
  await eventually(() => names(page)).toEqual(['Softmax', 'SphereFace', 'ArcFace', 'CosFace']);
  await button(page, 'Remove Softmax').click();
  await eventually(() => names(page)).toEqual(['SphereFace', 'ArcFace', 'CosFace']);
  await eventually(() => allReadings(page, ['CosFace'])).toEqual(cosFace);
  await eventually(() => allReadings(page, ['ArcFace'])).toEqual(arcFace);
  expect(await stepOf(page)).toBe(2);
  await button(page, 'Train').click();
  await expectStepsBeyond(page, 2);
});

test(
  'A lane that is added starts with all others from the seed, up to six, and one always stays',
  CORE,
  async ({ page }) => {
    await openPaused(page, `${QUICK}&lanes=arcFace`);
    await expect(lane(page, 'ArcFace').getByRole('button', { name: /^Remove/ })).toHaveCount(0);
    const add = choice(page, 'Add a loss');
    for (const loss of ['Softmax', 'ArcFace', 'CosFace', 'ArcFace', 'Norm-Softmax'])
      await add.selectOption(loss);
    await eventually(() => names(page)).toEqual([
      'ArcFace',
      'Softmax',
      'ArcFace 2',
      'CosFace',
      'ArcFace 3',
      'Norm-Softmax',
    ]);
    await expect(add).toBeDisabled();
    for (const name of await names(page))
      await expect(reading(page, name, 'intra-class θ')).not.toHaveText('–');
    const twins = [await allReadings(page, ['ArcFace']), await allReadings(page, ['ArcFace 3'])];
    expect(twins[0]).toEqual(twins[1]);
  },
);

test(
  'A drag is undone as one, and Ctrl+Z and its opposite go through all that was changed',
  CORE,
  async ({ page }) => {
    await page.goto('about:blank'); // nothing that was done before can be undone
    await openPaused(page);
    const m2 = slider(page, 'ArcFace margin m₂');
    const box = await m2.boundingBox();
    if (!box) throw new Error('no slider');
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    for (const part of [0.55, 0.6, 0.65, 0.7, 0.75])
      await page.mouse.move(box.x + part * box.width, box.y + 9);
    await page.mouse.up();
    const dragged = Number(await m2.inputValue());
    expect(dragged).toBeGreaterThan(0.6);
    await button(page, 'Remove SphereFace').click();
    await expect(lane(page, 'SphereFace')).toHaveCount(0);
    await page.keyboard.press('Control+z');
    await expect(lane(page, 'SphereFace')).toBeVisible();
    await button(page, 'Undo').click();
    await expect(m2).toHaveValue('0.5');
    await expect(button(page, 'Undo')).toBeDisabled();
    await page.keyboard.press('Control+Shift+z');
    await expect(m2).toHaveValue(String(dragged));
    await button(page, 'Redo').click();
    await expect(lane(page, 'SphereFace')).toHaveCount(0);
    await expect(button(page, 'Redo')).toBeDisabled();
    await button(page, 'Reset').click();
    await expect(m2).toHaveValue('0.5');
    await expect(lane(page, 'SphereFace')).toBeVisible();
  },
);

test('Linked sliders move those of the same name, and each lane goes back to its defaults alone', async ({
  page,
}) => {
  await openPaused(page);
  await page.getByRole('checkbox', { name: 'Link sliders' }).check();
  await slider(page, 'ArcFace scale s').fill('40');
  await expect(slider(page, 'CosFace scale s')).toHaveValue('40');
  await expect(slider(page, 'CosFace margin m₃')).toHaveValue('0.25');
  await button(page, 'Reset CosFace to its defaults').click();
  await expect(slider(page, 'CosFace scale s')).not.toHaveValue('40');
  await expect(slider(page, 'ArcFace scale s')).toHaveValue('40');
});

test('An enlarged lane takes the room of the others while the run goes on', async ({ page }) => {
  await openTraining(page);
  const width = async () => (await circle(page, 'CosFace').boundingBox())?.width ?? 0;
  const before = await width();
  const step = await stepOf(page);
  await button(page, 'Enlarge CosFace').click();
  await eventually(width).toBeGreaterThan(1.2 * before);
  await expectStepsBeyond(page, step);
  await button(page, 'Back from CosFace to all lanes').click();
  await eventually(width).toBe(before);
  await expectStepsBeyond(page, step);
});

test('All lanes can be seen in the plane of their raw features, where samples are picked as on the circle', async ({
  page,
}) => {
  await openPaused(page);
  await page.getByRole('checkbox', { name: 'Raw features' }).check();
  await expect(circle(page, 'ArcFace')).toHaveCount(0);
  const plane = (name: string) => page.getByRole('slider', { name: new RegExp(`^${name} raw features, `) });
  await plane('ArcFace').press('ArrowRight');
  await expect(plane('Softmax')).toHaveAttribute('aria-valuetext', /^sample \d+, class [A-H], ‖x‖ [\d.]+/);
  await page.goBack();
  await expect(circle(page, 'ArcFace')).toHaveAttribute('aria-valuetext', /^sample \d+, class [A-H], θ/);
});
