import {
  allReadings,
  button,
  changedInNextFrame,
  choice,
  circle,
  counter,
  drawFrames,
  expectStepsBeyond,
  lane,
  openPaused,
  openTraining,
  pictureOf,
  reading,
  slider,
  stepOf,
  stepOnce,
} from './explorer';
import { CORE, eventually, expect, test } from './fixtures';

test.use({ keepsPage: true });

test('A margin slider redraws its own circle in the next frame, and no other', CORE, async ({ page }) => {
  await openPaused(page);
  const onlyArcFace = { Softmax: false, SphereFace: false, CosFace: false, ArcFace: true };
  for (const [name, value] of [
    ['ArcFace margin m₂', 0.3],
    ['ArcFace margin m₂', 0.75],
  ] as const) {
    expect(await changedInNextFrame(page, name, value)).toEqual(onlyArcFace);
  }
  const onlyCosFace = { Softmax: false, SphereFace: false, CosFace: true, ArcFace: false };
  expect(await changedInNextFrame(page, 'CosFace margin m₃', 0.1)).toEqual(onlyCosFace);
  expect(await changedInNextFrame(page, 'SphereFace margin m₁', 2)).toMatchObject({
    SphereFace: true,
    ArcFace: false,
  });
  // A scale moves no border: it changes the loss, and so the training.
  expect(await changedInNextFrame(page, 'ArcFace scale s', 30)).toMatchObject({ ArcFace: false });
});

test('A margin changes the loss of its own lane at once, and nothing that is measured without it', async ({
  page,
}) => {
  await openPaused(page);
  const before = await allReadings(page);
  await slider(page, 'ArcFace margin m₂').fill('0');
  await expect(reading(page, 'ArcFace', 'loss')).not.toHaveText(before[16] ?? '');
  const after = await allReadings(page);
  expect(after.filter((text, i) => text !== before[i])).toHaveLength(1);
});

test(
  'A slider moved during training keeps the run and its weights, and training goes on with it',
  CORE,
  async ({ page }) => {
    await openTraining(page);
    await expectStepsBeyond(page, 20);
    for (const value of ['0.1', '0.9', '0.4']) {
      const step = await stepOf(page);
      await slider(page, 'ArcFace margin m₂').fill(value);
      expect(await stepOf(page)).toBeGreaterThanOrEqual(step);
      await expectStepsBeyond(page, step);
    }
    // Standing still, the same margin makes the picture that the same centres had: the weights were kept.
    await button(page, 'Pause').click();
    await drawFrames(page, 20); // what was under way may still arrive
    const still = await pictureOf(circle(page, 'ArcFace'));
    await slider(page, 'ArcFace margin m₂').fill('0.8');
    await eventually(() => pictureOf(circle(page, 'ArcFace'))).not.toBe(still);
    await slider(page, 'ArcFace margin m₂').fill('0.4');
    await eventually(() => pictureOf(circle(page, 'ArcFace'))).toBe(still);
    const step = await stepOf(page);
    await button(page, 'Train').click();
    await expectStepsBeyond(page, step + 20);
    expect(await pictureOf(circle(page, 'ArcFace')), 'the samples moved').not.toBe(still);
  },
);

test(
  'A margin that the circle cannot hold is called infeasible, with the largest that it can',
  CORE,
  async ({ page }) => {
    await openPaused(page, 'data=digits,perClass:50,testPerClass:20');
    await expect(page.getByText('Infeasible margin')).toHaveCount(0);
    await slider(page, 'CosFace margin m₃').fill('0.35');
    // Eight classes evenly on a circle: 1 − cos(2π/8) = .2929, cut down to what is still feasible.
    await expect(lane(page, 'CosFace').getByText(/^Infeasible margin/)).toHaveText(
      /m₃ .*at most 0\.29 for evenly spread centres, 0\.29 for the centres of now/,
    );
    await expect(page.getByText('Infeasible margin')).toHaveCount(1);
    await expect(page.getByText('Infeasible margin')).toBeInViewport();
    await expect(circle(page, 'CosFace')).toHaveAttribute('aria-valuetext', /infeasible for 8 of 8 classes/);
    await slider(page, 'CosFace margin m₃').fill('0.29');
    await expect(page.getByText('Infeasible margin')).toHaveCount(0);
  },
);

test('The length r at which plain softmax is drawn has a slider, and a way back to the median', async ({
  page,
}) => {
  await openPaused(page);
  for (let k = 0; k < 3; k++) await stepOnce(page); // biases start at 0, and then no length would matter
  const median = await pictureOf(circle(page, 'Softmax'));
  await slider(page, 'Softmax feature length r').fill('-1');
  await eventually(() => pictureOf(circle(page, 'Softmax'))).not.toBe(median);
  await lane(page, 'Softmax')
    .getByRole('button', { name: /median/ })
    .click();
  await eventually(() => pictureOf(circle(page, 'Softmax'))).toBe(median);
});

test('A lane takes any loss of the shelf while the run goes on', async ({ page }) => {
  await openTraining(page);
  await expectStepsBeyond(page, 10);
  const step = await stepOf(page);
  await choice(page, 'Softmax: choose another loss').focus();
  await choice(page, 'Softmax: choose another loss').selectOption('ArcFace');
  await expect(lane(page, 'ArcFace 2')).toBeVisible();
  // It is the same lane, where it was, and so the first of the two now.
  await expect(choice(page, 'ArcFace: choose another loss')).toBeFocused();
  await expect(page.locator('.lane').first()).toHaveAccessibleName('ArcFace');
  await expect(slider(page, 'ArcFace 2 margin m₂')).toBeVisible();
  await expect(lane(page, 'Softmax')).toHaveCount(0);
  expect(await stepOf(page)).toBeGreaterThanOrEqual(step);
  await expectStepsBeyond(page, step);
});

test('An option changes the formula, and shows that it is not the default', async ({ page }) => {
  await openPaused(page);
  const arcFace = lane(page, 'ArcFace');
  await expect(arcFace.locator('.katex').first()).toBeAttached();
  const formula = await arcFace.locator('.lane-formula').textContent();
  await arcFace.getByText('Options').click();
  await choice(page, 'ArcFace beyond π − m').selectOption('none');
  await expect(arcFace.locator('.lane-formula')).not.toHaveText(formula ?? '');
  await expect(arcFace.locator('summary')).toHaveAttribute('data-changed', '1'); // a badge of the style sheet
  await expect(arcFace.getByText(/^ψ rises from 151/)).toBeVisible(); // π − .5 = 151.35°
  await expect(counter(page)).toHaveText('0');
});
