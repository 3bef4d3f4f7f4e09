import type { Locator, Page } from '@playwright/test';
import {
  button,
  circle,
  drawFrames,
  expectStepsBeyond,
  LANES,
  lane,
  open,
  openAll,
  openTraining,
  QUICK,
  slider,
} from './explorer';
import { CORE, eventually, expect, test } from './fixtures';

test.use({ keepsPage: true });

const SLIDERS = [
  'Softmax feature length r',
  'SphereFace margin m₁',
  'CosFace margin m₃',
  'CosFace scale s',
  'ArcFace margin m₂',
  'ArcFace scale s',
];

async function boxOf(locator: Locator) {
  const box = await locator.boundingBox();
  if (!box) throw new Error('not on the page');
  return { ...box, right: box.x + box.width, bottom: box.y + box.height };
}

/** Waits until formulas have taken the place that was kept for them. */
async function formulasThere(page: Page): Promise<void> {
  await expect(page.locator('.lane').last().locator('.tex').first()).toBeAttached(); // lanes come one after the other
  await expect(page.locator('.tex-waiting')).toHaveCount(0);
}

/** Formulas are fitted in the frame after their boxes. */
const noSideways = (page: Page, width: number): Promise<void> =>
  eventually(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);

test('On projectors and laptops the circles and all their sliders are seen without scrolling', async ({
  page,
}) => {
  await open(page, '');
  await formulasThere(page);
  for (const [width, height] of [
    [1280, 720],
    [1366, 768],
    [1920, 1080],
  ] as const) {
    await page.setViewportSize({ width, height });
    const lanes = await Promise.all(LANES.map((name) => boxOf(lane(page, name))));
    expect(new Set(lanes.map(({ y }) => y)).size, 'side by side').toBe(1);
    for (const [i, name] of LANES.entries()) {
      const box = await boxOf(circle(page, name));
      expect(box.bottom).toBeLessThanOrEqual(height);
      expect(Math.min(box.width, box.height), 'a circle that can be read').toBeGreaterThan(height / 3);
      expect(box.x).toBeGreaterThanOrEqual(lanes[i]?.x ?? 0);
      expect(box.right).toBeLessThanOrEqual(lanes[i]?.right ?? 0);
    }
    for (const name of SLIDERS) expect((await boxOf(slider(page, name))).bottom).toBeLessThanOrEqual(height);
    await noSideways(page, width);
  }
});

/** Controls that stick out at a side, or are too small for a finger; a box to tick counts with its label. */
const badControls = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const all = [...document.querySelectorAll<HTMLElement>('button, select, input, summary, [tabindex]')];
    return all
      .filter((element) => element.checkVisibility())
      .flatMap((element) => {
        const target = element.matches('[type=checkbox]') ? (element.closest('label') ?? element) : element;
        const { left, right, width, height } = target.getBoundingClientRect();
        const name = element.getAttribute('aria-label') ?? (element.textContent || element.outerHTML);
        const size = `${name}: ${Math.round(width)} × ${Math.round(height)}, ${Math.round(left)} … ${Math.round(right)}`;
        return left < 0 || right > innerWidth || width < 24 || height < 24 ? [size] : [];
      });
  });

test(
  'On phones and tablets nothing sticks out, and every control is large enough for a finger',
  CORE,
  async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`./#${QUICK}&lanes=softmax~sphereFace~cosFace,m3:0.5,s:16~arcFace~nonsense`);
    await formulasThere(page);
    await slider(page, 'Softmax feature length r').fill('0.5');
    await openAll(page);
    for (const [width, height] of [
      [390, 844],
      [320, 480],
      [768, 1024],
    ] as const) {
      await page.setViewportSize({ width, height });
      await noSideways(page, width);
      expect(await badControls(page), `at ${width} × ${height}`).toEqual([]);
    }
  },
);

/** Controls that stick out of the lane that they belong to. */
const strayControls = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('.lane')].flatMap((lane) => {
      const { left, right } = lane.getBoundingClientRect();
      const controls = [...lane.querySelectorAll('button, select, input, canvas')];
      return controls.flatMap((control) => {
        const box = control.getBoundingClientRect();
        return box.left < left || box.right > right
          ? [control.getAttribute('aria-label') ?? control.tagName]
          : [];
      });
    }),
  );

/** Formulas that are cut off, or have to be scrolled in their box. */
const cutFormulas = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('.lane-formula')].flatMap((box) => {
      const { scrollWidth, clientWidth, scrollHeight, clientHeight } = box;
      const fits = scrollWidth <= clientWidth && scrollHeight <= clientHeight;
      const source = box.querySelector('annotation')?.textContent;
      return fits ? [] : [`${source}: ${scrollWidth} × ${scrollHeight} in ${clientWidth} × ${clientHeight}`];
    }),
  );
/** Waits until none is. They come with React's next commit, and are fitted in the frame after it. */
async function expectFitted(page: Page, when: string): Promise<void> {
  await drawFrames(page, 2);
  await eventually(() => cutFormulas(page), `formulas, ${when}`).toEqual([]);
}

test('On an old projector, too, every lane holds its formula and its controls', async ({ page }) => {
  await page.goto(`./#${QUICK}`);
  await formulasThere(page);
  for (const width of [1024, 1100, 1200]) {
    await page.setViewportSize({ width, height: 768 });
    await expectFitted(page, `at ${width}`);
    expect(await strayControls(page), `controls at ${width}`).toEqual([]);
    await noSideways(page, width);
  }
});

test('An enlarged circle leaves room for its sliders', async ({ page }) => {
  await page.goto(`./#${QUICK}`);
  await button(page, 'Enlarge ArcFace').click();
  for (const name of ['ArcFace margin m₂', 'ArcFace scale s']) {
    await expect(slider(page, name)).toBeInViewport({ ratio: 1 });
  }
});

test('The formula of every loss in every form fits its lane on a projector', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(`./#${QUICK}`);
  await button(page, 'Pause').click();
  await formulasThere(page);
  await expectFitted(page, 'at 1440');
  await page.setViewportSize({ width: 1280, height: 720 });
  await expectFitted(page, 'at 1280');

  const menu = page.getByRole('combobox', { name: /choose another loss/ }).last();
  const valuesOf = (select: Locator): Promise<string[]> =>
    select.locator('option').evaluateAll((all: HTMLOptionElement[]) => all.map(({ value }) => value));
  const losses = await valuesOf(menu);
  expect(losses.length).toBeGreaterThanOrEqual(6);
  const last = page.getByRole('region', { name: 'Losses side by side' }).getByRole('region').last();
  for (const loss of losses) {
    await menu.selectOption(loss);
    await expectFitted(page, loss);
    await openAll(page);
    // What changes only the gradient does not change the formula.
    for (const option of await last.locator('.option select:not([aria-label$=gradient])').all()) {
      for (const value of await valuesOf(option)) {
        await option.selectOption(value);
        await expectFitted(page, `${loss}, ${value}`);
      }
    }
  }
});

test('A page that is made smaller, or asked for less motion, goes on and draws its circles anew', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openTraining(page);
  for (const width of [700, 360, 1600]) {
    await page.setViewportSize({ width, height: 600 });
    await circle(page, 'ArcFace').scrollIntoViewIfNeeded(); // what is out of view is not painted
    await eventually(() =>
      circle(page, 'ArcFace').evaluate(
        (canvas: HTMLCanvasElement) => Math.abs(canvas.width - canvas.clientWidth * devicePixelRatio) <= 1,
      ),
    ).toBe(true);
    await noSideways(page, width);
  }
  await expectStepsBeyond(page, 20);
});
