import type { Page } from '@playwright/test';
import {
  button,
  changedInNextFrame,
  circle,
  drawFrames,
  expectStepsBeyond,
  globe,
  LANES,
  lane,
  leastAccuracy,
  openPaused,
  openTraining,
  pictureOf,
  QUICK,
  setUp,
  slider,
} from './explorer';
import { CORE, eventually, expect, test } from './fixtures';

test.use({ keepsPage: true });

const IN_3D = `${QUICK}&dim=3`;

const picturesOf = async (page: Page): Promise<string[]> =>
  Promise.all(LANES.map((name) => pictureOf(globe(page, name))));

/** Waits until all globes show what they showed before; a picture is too long a text to be printed. */
const expectSame = (page: Page, before: readonly string[]): Promise<void> =>
  eventually(async () => (await picturesOf(page)).join() === before.join(), 'the same pictures').toBe(true);

/** Waits until no globe shows what it showed before. */
async function expectAllTurned(page: Page, before: readonly string[]): Promise<void> {
  for (const [i, name] of LANES.entries())
    await eventually(() => pictureOf(globe(page, name)), name).not.toBe(before[i]);
}

/** The middle of a globe on the screen, and how wide its box is. */
async function middleOf(page: Page, name: string) {
  await globe(page, name).scrollIntoViewIfNeeded();
  const box = await globe(page, name).boundingBox();
  if (!box) throw new Error('the globe has no box');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2, width: box.width };
}

test(
  'Embeddings are taken to 3-D and back: settings stay, defaults follow, all lanes learn, and it can be undone',
  CORE,
  async ({ page }) => {
    test.setTimeout(90_000);
    await openTraining(page);
    await slider(page, 'ArcFace margin m₂').fill('0.3');
    await setUp(page).click();
    await button(page, '3-D').click();
    for (const name of LANES) await expect(globe(page, name)).toBeVisible();
    await expect(setUp(page)).toContainText('3-D');
    await eventually(async () => new URL(page.url()).hash).toContain('dim=3');
    await expect(slider(page, 'ArcFace margin m₂')).toHaveValue('0.3');
    // The paper's margin, for which a circle of eight classes has no room.
    await expect(slider(page, 'CosFace margin m₃')).toHaveValue('0.35');
    await expect(page.getByText('Infeasible margin')).toHaveCount(0);
    await eventually(() => leastAccuracy(page), 'accuracy', { timeout: 40_000 }).toBeGreaterThanOrEqual(90);

    await expect(button(page, '3-D')).toHaveAttribute('aria-pressed', 'true');
    await button(page, '2-D').click();
    await expect(circle(page, 'ArcFace')).toBeVisible();
    await expect(slider(page, 'ArcFace margin m₂')).toHaveValue('0.3');
    await expect(slider(page, 'CosFace margin m₃')).toHaveValue('0.25');
    await expectStepsBeyond(page, 0);
    await button(page, 'Undo').click();
    await expect(globe(page, 'ArcFace')).toBeVisible();
    await expect(slider(page, 'CosFace margin m₃')).toHaveValue('0.35');
    await expectStepsBeyond(page, 0);
  },
);

test('Arrow keys turn all globes together, and Home and a button lead back to the first view', async ({
  page,
}) => {
  await openPaused(page, IN_3D);
  const first = await picturesOf(page);
  for (const [there, back] of [
    ['ArrowRight', 'ArrowLeft'],
    ['ArrowUp', 'ArrowDown'],
  ] as const) {
    await globe(page, 'CosFace').press(there);
    await expectAllTurned(page, first);
    await globe(page, 'CosFace').press(back);
    await globe(page, 'CosFace').press('Home');
    await expectSame(page, first);
  }
  await expect(page.getByRole('button', { name: /^Reset view/ })).toHaveCount(0);
  for (let k = 0; k < 12; k++) await globe(page, 'CosFace').press('ArrowLeft');
  await expect(globe(page, 'ArcFace')).toHaveAttribute('aria-valuetext', /class [A-H] in front/);
  await button(page, 'Reset view of all globes (Softmax)').click();
  await expectSame(page, first);
});

test('A mouse turns all globes after itself, and back again on its way back', async ({ page }) => {
  await openPaused(page, IN_3D);
  const first = await picturesOf(page);
  const { x, y, width } = await middleOf(page, 'ArcFace');
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + width / 8, y + width / 16, { steps: 5 });
  await page.mouse.up();
  await expectAllTurned(page, first);
  await expect(globe(page, 'ArcFace'), 'a drag picks nothing').toHaveAttribute('aria-valuenow', '0');
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x - 3 * width, y, { steps: 3 });
  await page.mouse.move(x, y, { steps: 3 });
  const held = await picturesOf(page);
  await page.mouse.move(x + width, y, { steps: 3 });
  await expectAllTurned(page, held);
  await page.mouse.move(x, y, { steps: 3 });
  await expectSame(page, held);
  await page.mouse.up();
});

test.describe(() => {
  test.use({ keepsPage: false, hasTouch: true, viewport: { width: 390, height: 844 } });

  test('On a phone a finger that moves sideways turns the globes, and one that moves up scrolls the page', async ({
    page,
  }) => {
    await openPaused(page, IN_3D);
    const { x, y } = await middleOf(page, 'SphereFace');
    const touch = await page.context().newCDPSession(page);
    const swipe = async (dx: number, dy: number): Promise<void> => {
      const points = (part: number) => [{ x: x + part * dx, y: y + part * dy }];
      await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: points(0) });
      for (let k = 1; k <= 10; k++)
        await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: points(k / 10) });
      await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    };
    const scrolled = (): Promise<number> => page.evaluate(() => scrollY);
    const seen = globe(page, 'SphereFace'); // a phone shows one at a time, and paints no other
    const [before, top] = [await pictureOf(seen), await scrolled()];
    await swipe(100, 15);
    await eventually(() => pictureOf(seen)).not.toBe(before);
    expect(await scrolled()).toBe(top);
    const turned = await pictureOf(seen);
    await swipe(0, -150);
    await eventually(scrolled).toBeGreaterThan(top);
    await eventually(async () => (await pictureOf(seen)) === turned).toBe(true);
  });
});

test('N and P pick samples, which the globe turns to the front, said in words and lit up in every lane', async ({
  page,
}) => {
  await openPaused(page, IN_3D);
  const arcFace = globe(page, 'ArcFace');
  await arcFace.press('Home');
  await drawFrames(page, 2);
  const unpicked = await picturesOf(page);
  await arcFace.press('n');
  await expect(arcFace).toHaveAttribute('aria-valuetext', /^sample \d+, class A, θ \d+\.\d°/);
  const first = await arcFace.getAttribute('aria-valuenow');
  for (const name of LANES) await expect(globe(page, name)).toHaveAttribute('aria-valuenow', first ?? '');
  await expectAllTurned(page, unpicked);
  await arcFace.press('n');
  await expect(arcFace).not.toHaveAttribute('aria-valuenow', first ?? '');
  await arcFace.press('p');
  await expect(arcFace).toHaveAttribute('aria-valuenow', first ?? '');
  for (let k = 0; k < 3; k++) await arcFace.press('PageUp');
  await expect(arcFace).toHaveAttribute('aria-valuetext', /^sample \d+, class B/); // of 50 a class, the 76th
  await expect(page.getByRole('region', { name: 'Picked sample', exact: true })).toContainText('class B');
  await arcFace.press('Escape');
  await arcFace.press('Home');
  await expectSame(page, unpicked);
});

test('A click picks the sample that is there in front, and one beside the globe lets it go', async ({
  page,
}) => {
  await openPaused(page, IN_3D);
  const softmax = globe(page, 'Softmax');
  const { x, y, width } = await middleOf(page, 'Softmax');
  // An untrained network puts all samples into nearly one direction. Seen first from the side; keys turn it to the middle.
  await softmax.press('n');
  await softmax.press('Escape');
  await expect(softmax).toHaveAttribute('aria-valuenow', '0');
  await page.mouse.click(x, y);
  await expect(softmax).toHaveAttribute('aria-valuetext', /^sample \d+, class [A-H], θ/);
  await page.mouse.click(x - 0.49 * width, y - 0.49 * width);
  await expect(softmax).toHaveAttribute('aria-valuenow', '0');
  // From the other side the same place has no sample in front.
  for (let k = 0; k < 36; k++) await softmax.press('ArrowRight');
  await page.mouse.click(x, y);
  await expect(softmax).toHaveAttribute('aria-valuenow', '0');
});

test('A margin slider redraws its own globe in the next frame, and no other', CORE, async ({ page }) => {
  await openPaused(page, IN_3D);
  expect(await changedInNextFrame(page, 'ArcFace margin m₂', 0.8)).toEqual({
    Softmax: false,
    SphereFace: false,
    CosFace: false,
    ArcFace: true,
  });
  expect(await changedInNextFrame(page, 'CosFace margin m₃', 0.1)).toMatchObject({
    CosFace: true,
    ArcFace: false,
  });
  // A scale moves no border.
  expect(await changedInNextFrame(page, 'ArcFace scale s', 30)).toMatchObject({ ArcFace: false });
});

test('A margin that the sphere cannot hold is called infeasible, with the largest that it can', async ({
  page,
}) => {
  await openPaused(page, IN_3D);
  await slider(page, 'CosFace margin m₃').fill('0.6');
  // Eight centres on Fibonacci's spiral: the nearest two are 66.3° apart, 1 − cos 66.3° = .598.
  await expect(lane(page, 'CosFace').getByText(/^Infeasible margin/)).toHaveText(
    /m₃ .*at most 0\.59 for evenly spread centres, 0\.59 for the centres of now/,
  );
  await expect(globe(page, 'CosFace')).toHaveAttribute('aria-valuetext', /infeasible for \d of 8 classes/);
});

test('The plane of raw features is for 2-D: in 3-D its box says so, and globes are shown', async ({
  page,
}) => {
  await openPaused(page, `${IN_3D}&view=raw`);
  for (const name of LANES) await expect(globe(page, name)).toBeVisible();
  await expect(page.getByRole('checkbox', { name: 'Raw features (2-D)' })).toBeDisabled();
  await expect(slider(page, 'Softmax feature length r')).toBeVisible();
});

test('On a projector globes and their sliders are seen without scrolling, and on a phone nothing sticks out', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await openPaused(page, IN_3D);
  await expect(page.locator('.tex-waiting')).toHaveCount(0);
  await globe(page, 'ArcFace').press('ArrowRight'); // the way back to the first view needs room as well
  for (const name of LANES) await expect(globe(page, name)).toBeInViewport({ ratio: 1 });
  for (const name of ['SphereFace margin m₁', 'CosFace scale s', 'ArcFace scale s'])
    await expect(slider(page, name)).toBeInViewport({ ratio: 1 });
  await setUp(page).click();
  for (const width of [768, 390, 320]) {
    await page.setViewportSize({ width, height: 844 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    const small = await page
      .locator('.globe-reset, .segment')
      .evaluateAll((all) => all.filter((one) => one.clientWidth < 24 || one.clientHeight < 24).length);
    expect(small, 'targets that are too small for a finger').toBe(0);
  }
});
