import type { Page } from '@playwright/test';
import { button, choice, circle, lane, openPaused, QUICK, slider } from './explorer';
import { CORE, eventually, expect, test } from './fixtures';

const margin = (page: Page) => page.getByText('the hatched band grows');
const pick = (page: Page) => page.getByText('Click a dot');
const legend = (page: Page) => page.getByRole('list', { name: 'How to read a circle' });

const SCREENS = [
  [1280, 720],
  [390, 844],
  [844, 390],
] as const;

test('On every screen the meaning of the hatched band is seen without scrolling', CORE, async ({ page }) => {
  await page.goto(`./#${QUICK}`);
  const band = legend(page).getByRole('listitem').filter({ hasText: 'margin band' });
  await expect(band).toHaveText('margin band: right, but not by the margin');
  for (const [width, height] of SCREENS) {
    await page.setViewportSize({ width, height });
    await expect(band, `at ${width} × ${height}`).toBeInViewport({ ratio: 1 });
    // Above the first circle, of which at least a part is seen at the same time.
    const [said, drawn] = [await band.boundingBox(), await circle(page, 'Softmax').boundingBox()];
    expect((said?.y ?? 0) + (said?.height ?? 0)).toBeLessThan(drawn?.y ?? 0);
    expect(drawn?.y).toBeLessThan(height * 0.6);
  }
});

test('The legend says of raw features what is drawn there, and no more', async ({ page }) => {
  await page.goto(`./#${QUICK}&view=raw`);
  await expect(legend(page)).toContainText('samples with their lengths');
  await expect(legend(page)).not.toContainText('margin band');
});

test('A hint stands beside what it asks for, over no control, until that has been done', async ({ page }) => {
  await openPaused(page);
  await expect(margin(page)).toHaveCount(1);
  await expect(page.getByRole('region', { name: 'ArcFace', exact: true })).toContainText(
    'Drag m₂: the hatched band grows',
  );
  await expect(margin(page)).toBeInViewport();
  await expect(pick(page)).toHaveCount(1);
  expect(await coveredControls(page)).toEqual([]);
  await slider(page, 'ArcFace scale s').fill('20'); // a scale moves no band
  await expect(margin(page)).toBeVisible();
  await slider(page, 'CosFace margin m₃').fill('0.1'); // any margin will do
  await expect(margin(page)).toHaveCount(0);
  await expect(pick(page)).toBeVisible();
  await circle(page, 'CosFace').press('ArrowRight');
  await expect(pick(page)).toHaveCount(0);
});

/** Controls that lie under a hint. */
const coveredControls = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const hints = [...document.querySelectorAll('.hint')].map((hint) => hint.getBoundingClientRect());
    const controls = [...document.querySelectorAll('button, select, input, summary, canvas')];
    return controls.flatMap((control) => {
      const box = control.getBoundingClientRect();
      const under = hints.some(
        ({ left, right, top, bottom }) =>
          left < box.right && right > box.left && top < box.bottom && bottom > box.top,
      );
      return under && control.checkVisibility()
        ? [control.getAttribute('aria-label') ?? control.outerHTML]
        : [];
    });
  });

test('What has been tried is remembered, and the hints can be brought back', async ({ page }) => {
  await openPaused(page);
  await slider(page, 'ArcFace margin m₂').fill('0.3');
  await expect(margin(page)).toHaveCount(0);
  await page.reload();
  await expect(pick(page)).toBeVisible();
  await expect(margin(page)).toHaveCount(0);
  const hints = button(page, 'Hints');
  await expect(hints).toHaveAttribute('aria-pressed', 'true');
  await hints.click(); // away with all
  await expect(pick(page)).toHaveCount(0);
  await hints.press('Enter'); // and back
  await expect(margin(page)).toBeVisible();
  await expect(pick(page)).toBeVisible();
});

test('A change that is no drag, of another loss or an undo, uses no hint up', async ({ page }) => {
  await openPaused(page);
  await choice(page, 'SphereFace: choose another loss').selectOption('CosFace');
  await button(page, 'Undo').click();
  await page.goto(`./#${QUICK}&lanes=softmax~arcFace,m2:0.2`);
  await expect(slider(page, 'ArcFace margin m₂')).toHaveValue('0.2');
  await expect(margin(page)).toBeVisible();
});

test('Without storage the page works, and has its hints', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      },
    });
  });
  await openPaused(page);
  await slider(page, 'ArcFace margin m₂').fill('0.3');
  await expect(margin(page)).toHaveCount(0);
  await page.reload();
  await expect(margin(page)).toBeVisible();
});

/** A browser moves these without painting anything anew. */
const CHEAP = ['opacity', 'rotate', 'scale', 'transform', 'translate'];

test('While the page gets ready no number is made up, and something moves, cheaply, where motion is welcome', async ({
  page,
}) => {
  /** What of each moving part changes. */
  const changing = (): Promise<string[]> =>
    page.evaluate(() => {
      const notProperties = ['offset', 'computedOffset', 'easing', 'composite'];
      return document
        .getAnimations()
        .filter(({ playState }) => playState === 'running')
        .flatMap(({ effect }) =>
          effect instanceof KeyframeEffect ? Object.keys(effect.getKeyframes().at(-1) ?? {}) : [],
        )
        .filter((key) => !notProperties.includes(key));
    });
  const moving = async (): Promise<number> => (await changing()).length;
  await page.route(/\/assets\/worker-[^/]*\.js$/, () => {}); // never ready
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await page.goto('./');
  await expect(page.getByText('getting ready', { exact: true })).toBeVisible();
  await expect(lane(page, 'Softmax').locator('.slider-value')).toHaveText('–median ‖x‖');
  await eventually(moving, 'moving parts').toBeGreaterThan(0);
  const parts = await changing();
  expect(parts.filter((property) => !CHEAP.includes(property))).toEqual([]);
  expect(parts.length).toBeLessThan(5); // each has a layer of its own, put together sixty times a second
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await eventually(moving, 'moving parts').toBe(0);
});
