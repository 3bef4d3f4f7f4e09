import type { Locator } from '@playwright/test';
import { button, circle, LANES, lane, openTraining, QUICK, reading, setUp, slider } from './explorer';
import { CORE, eventually, expect, test } from './fixtures';

test.use({ keepsPage: true });

// Each screen with its own arrangement: what stands beside what, what is seen at once, and how large it is.

async function boxOf(locator: Locator) {
  const box = await locator.boundingBox();
  if (!box) throw new Error('not on the page');
  return { ...box, right: box.x + box.width, bottom: box.y + box.height };
}
const boxesOf = (locators: readonly Locator[]) => Promise.all(locators.map(boxOf));
const READINGS = ['accuracy', 'loss', 'intra-class θ', 'nearest-centre θ', 'class gap'] as const;

/** Rows that boxes stand in: different places from the top, whole pixels. */
const rows = (boxes: readonly { readonly y: number }[]): number =>
  new Set(boxes.map(({ y }) => Math.round(y))).size;

test('Circles stand beside circles and readings beside readings, whatever the lanes have to say', async ({
  page,
}) => {
  // One lane has a two-line formula and a schedule, one an infeasible margin, one a hint.
  await openTraining(page, `${QUICK}&lanes=softmax~sphereFace~cosFace,m3:0.5,s:16~arcFace`);
  await expect(lane(page, 'CosFace').getByText('Infeasible margin')).toBeVisible();
  expect(rows(await boxesOf(LANES.map((name) => circle(page, name))))).toBe(1);
  expect(rows(await boxesOf(LANES.map((name) => reading(page, name, 'loss'))))).toBe(1);
  expect(rows(await boxesOf(LANES.slice(1).map((name) => lane(page, name).locator('summary'))))).toBe(1);
});

test('Readings are one row of five on a projector, and two where a lane is narrow', async ({ page }) => {
  await openTraining(page);
  const own = READINGS.map((what) => reading(page, 'ArcFace', what));
  await page.setViewportSize({ width: 1280, height: 720 });
  expect(rows(await boxesOf(own))).toBe(1);
  await page.setViewportSize({ width: 1024, height: 768 });
  expect(rows(await boxesOf(own))).toBe(2);
});

test(
  'An old projector, too, shows four circles and their sliders at once, side by side',
  CORE,
  async ({ page }) => {
    await page.setViewportSize({ width: 1024, height: 768 });
    await openTraining(page);
    expect(rows(await boxesOf(LANES.map((name) => circle(page, name))))).toBe(1);
    for (const name of ['CosFace scale s', 'ArcFace margin m₂', 'ArcFace scale s'])
      await expect(slider(page, name)).toBeInViewport({ ratio: 1 });
  },
);

test('What runs is said beside the transport, in full where there is room', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.goto('./');
  await expect(setUp(page)).toContainText('MNIST digits · 8 classes · seed 1');
  const cut = await page
    .locator('.set-up-now')
    .evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
  expect(cut).toBeLessThanOrEqual(0);
  expect(rows(await boxesOf([setUp(page), button(page, 'Step')]))).toBe(1);
});

test('A large screen has larger circles and larger letters', async ({ page }) => {
  await page.goto(`./#${QUICK}`);
  const measured = async (width: number, height: number) => {
    await page.setViewportSize({ width, height });
    const letters = await page.evaluate(() => Number.parseFloat(getComputedStyle(document.body).fontSize));
    return { letters, circle: (await boxOf(circle(page, 'ArcFace'))).width };
  };
  const [small, large] = [await measured(1280, 720), await measured(1920, 1080)];
  expect(large.circle).toBeGreaterThan(1.4 * small.circle);
  expect(large.letters).toBeGreaterThan(1.1 * small.letters);
});

const COLUMNS = [
  [2, 2],
  [3, 3],
  [5, 3],
  [6, 3],
] as const;

test('Lanes stand in at most three columns when they are not four, and all their circles have one size', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  for (const [count, columns] of COLUMNS) {
    const lanes = Array.from({ length: count }, () => 'arcFace').join('~');
    await page.goto(`./#${QUICK}&lanes=${lanes}`);
    await expect(page.locator('.lane canvas')).toHaveCount(count);
    const boxes = await boxesOf(await page.locator('.lane canvas').all());
    expect(new Set(boxes.map(({ x }) => Math.round(x))).size, `columns of ${count}`).toBe(columns);
    expect(new Set(boxes.map(({ height }) => Math.round(height))).size).toBe(1);
    for (const { bottom } of boxes.slice(0, columns)) expect(bottom).toBeLessThan(720);
  }
});

test('A lane alone stands beside its circle, which is nearly as high as the screen', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.goto(`./#${QUICK}&lanes=arcFace`);
  const [picture, m2] = await boxesOf([circle(page, 'ArcFace'), slider(page, 'ArcFace margin m₂')]);
  expect(picture?.height).toBeGreaterThan(540);
  expect(picture?.bottom).toBeLessThanOrEqual(720);
  expect(m2?.x).toBeGreaterThan(picture?.right ?? 0);
});

test('Two lanes of one loss are told apart by name and by colour everywhere', CORE, async ({ page }) => {
  await page.goto(`./#${QUICK}&lanes=${Array.from({ length: 6 }, () => 'arcFace').join('~')}`);
  const names = ['ArcFace', ...[2, 3, 4, 5, 6].map((n) => `ArcFace ${n}`)];
  await expect(page.locator('.lane').getByRole('heading')).toHaveText(names);
  for (const theme of ['light', 'dark']) {
    await page.getByRole('combobox', { name: 'Theme', exact: true }).selectOption(theme);
    const colours = await page
      .locator('.lane')
      .evaluateAll((all) =>
        all.map((one) => [
          getComputedStyle(one).borderTopColor,
          getComputedStyle(one.querySelector('h2') ?? one).color,
        ]),
      );
    for (const [line, name] of colours) expect(line).toBe(name);
    expect(new Set(colours.map(([line]) => line)).size, theme).toBe(6);
  }
});

test('The tools of a lane are drawn signs with a tooltip', async ({ page }) => {
  await page.goto(`./#${QUICK}`);
  const tools = lane(page, 'CosFace').locator('.lane-tools button');
  await expect(tools).toHaveCount(5);
  for (const tool of [
    ...(await tools.all()),
    button(page, 'Undo'),
    button(page, 'Redo'),
    button(page, 'Reset'),
  ]) {
    await expect(tool).toHaveAttribute('title', /\w/);
    await expect(tool.locator('svg')).toBeVisible();
    await expect(tool).toHaveText('');
  }
});

test.describe('On a phone', () => {
  test.use({ keepsPage: false, hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

  const heights = async (all: readonly Locator[]): Promise<number[]> =>
    (await boxesOf(all)).map(({ height }) => height);

  test('the main controls are as large as a fingertip, and the first lane is seen whole', async ({
    page,
  }) => {
    await openTraining(page);
    const main = [button(page, 'Pause'), button(page, 'Step'), button(page, 'Restart'), setUp(page)];
    for (const height of await heights(main)) expect(height).toBeGreaterThanOrEqual(44);
    expect((await boxOf(slider(page, 'ArcFace margin m₂'))).height).toBeGreaterThanOrEqual(44);
    await expect(circle(page, 'Softmax')).toBeInViewport({ ratio: 1 });
    await expect(reading(page, 'Softmax', 'class gap')).toBeInViewport({ ratio: 1 });
  });

  test('what is not needed at once opens with the set-up', async ({ page }) => {
    await openTraining(page);
    await expect(button(page, 'Undo')).toBeHidden();
    await setUp(page).click();
    for (const control of [button(page, 'Undo'), page.getByRole('checkbox', { name: 'Raw features' })])
      await expect(control).toBeVisible();
    await setUp(page).click();
    await expect(button(page, 'Undo')).toBeHidden();
  });

  test('on its side a lane stands beside its circle, and both are seen at once', async ({ page }) => {
    await page.setViewportSize({ width: 844, height: 390 });
    await openTraining(page);
    await expect(circle(page, 'Softmax')).toBeInViewport({ ratio: 0.9 });
    await expect(slider(page, 'Softmax feature length r')).toBeInViewport({ ratio: 1 });
    await expect(reading(page, 'Softmax', 'accuracy')).toBeInViewport({ ratio: 1 });
    await eventually(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      844,
    );
  });
});
