import { card, circles, END, findHand, news, openAtRest, placeOn } from './byHand';
import {
  allReadings,
  button,
  circle,
  counter,
  LANES,
  openTraining,
  pictureOf,
  reading,
  slider,
} from './explorer';
import { CORE, eventually, expect, test } from './fixtures';

test.use({ keepsPage: true });

test(
  'A centre that the mouse drags takes boundary and readings along, and Escape brings all back',
  CORE,
  async ({ page }) => {
    const end = await openAtRest(page);
    const arcFace = circle(page, 'ArcFace');
    const before = await circles(page);
    const angle = await findHand(page, arcFace, 0.5); // on a spoke
    await expect(arcFace).toHaveCSS('cursor', 'grab');
    await page.mouse.down();
    await expect(arcFace).toHaveCSS('cursor', 'grabbing');
    await page.mouse.move(...(await placeOn(arcFace, angle + 0.6, 0.5)), { steps: 6 });
    await page.mouse.up();
    await page.mouse.move(2, 2);
    await expect(news(page)).toContainText('training goes on from where it is, without it');
    await expect(page.locator('.counter')).toContainText('by hand');
    await expect(page.getByRole('listitem').filter({ hasText: 'Moved by hand: not as' })).toHaveCount(1);
    await eventually(async () => (await circles(page)).map((picture, i) => picture !== before[i])).toEqual(
      LANES.map((name) => name === 'ArcFace'),
    );
    await eventually(() => allReadings(page, ['ArcFace'])).not.toEqual(end.slice(-5));
    expect(await allReadings(page, LANES.slice(0, -1)), 'other lanes').toEqual(end.slice(0, -5));
    await expect(button(page, 'Class B')).toHaveAttribute('data-faded', 'false'); // a drag is no press

    await page.keyboard.press('Escape');
    await expect(news(page)).toBeHidden();
    await eventually(() => circles(page)).toEqual(before);
    await eventually(() => allReadings(page)).toEqual(end);
    await expect(counter(page)).toHaveText(String(END));
  },
);

test('A sample that is dragged takes its card along, and the button brings it back', async ({ page }) => {
  const end = await openAtRest(page);
  const arcFace = circle(page, 'ArcFace');
  await arcFace.scrollIntoViewIfNeeded();
  const angle = await findHand(page, arcFace, 0.94);
  await page.mouse.down();
  await page.mouse.up();
  const numbers = await card(page).textContent();
  const others = await page.getByRole('article', { name: 'Softmax: picked sample' }).textContent();
  const picture = await pictureOf(arcFace);
  await page.mouse.down();
  await page.mouse.move(...(await placeOn(arcFace, angle + 1.2, 0.94)), { steps: 6 });
  await eventually(() => pictureOf(arcFace)).not.toBe(picture);
  await eventually(() => card(page).textContent()).not.toBe(numbers);
  await page.mouse.up();
  await eventually(() => reading(page, 'ArcFace', 'loss').textContent()).not.toBe(end[16]);
  await expect(page.getByRole('article', { name: 'Softmax: picked sample' })).toHaveText(others ?? '');
  await button(page, 'Back to the run').click();
  await eventually(() => card(page).textContent()).toBe(numbers);
  await eventually(() => allReadings(page)).toEqual(end);
});

test('Shift and the arrow keys turn the picked sample by a degree, or the centre of the class that is lit', async ({
  page,
}) => {
  const end = await openAtRest(page);
  const arcFace = circle(page, 'ArcFace');
  const theta = async (): Promise<number> =>
    Number(/θ (\d+\.\d)°/.exec((await arcFace.getAttribute('aria-valuetext')) ?? '')?.[1]);
  await arcFace.press('ArrowRight');
  await eventually(theta).toBeGreaterThanOrEqual(0);
  const first = await theta();
  for (let k = 0; k < 20; k++) await arcFace.press('Shift+ArrowRight');
  // It may pass its centre on the way.
  await eventually(async () => {
    const now = await theta();
    return (
      Math.min(Math.abs(now - first - 20), Math.abs(first - now - 20), Math.abs(now + first - 20)) < 0.15
    );
  }, 'a turn by 20°').toBe(true);
  for (let k = 0; k < 20; k++) await arcFace.press('Shift+ArrowLeft');
  await eventually(theta).toBeCloseTo(first, 0);
  await arcFace.press('Escape');
  await expect(news(page)).toBeHidden();
  await arcFace.press('Escape');
  await eventually(() => allReadings(page)).toEqual(end);

  await button(page, 'Class B').press('Enter');
  for (let k = 0; k < 5; k++) await arcFace.press('Shift+ArrowUp');
  await expect(news(page)).toBeVisible();
  await eventually(() => allReadings(page, ['ArcFace'])).not.toEqual(end.slice(-5));
  await arcFace.press('Escape');
  await eventually(() => allReadings(page)).toEqual(end);
});

test('A turn is painted in the next frame', async ({ page }) => {
  await openAtRest(page);
  const arcFace = circle(page, 'ArcFace');
  await arcFace.press('ArrowRight');
  await expect(arcFace).toHaveAttribute('aria-valuetext', /^sample/);
  const changed = await arcFace.evaluate(async (canvas: HTMLCanvasElement) => {
    const frame = (): Promise<number> => new Promise(requestAnimationFrame);
    await frame();
    await frame();
    const before = canvas.toDataURL();
    canvas.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'ArrowRight', shiftKey: true, bubbles: true, cancelable: true }),
    );
    // The first of them paints, and in the second that has been done.
    await frame();
    await frame();
    return canvas.toDataURL() !== before;
  });
  expect(changed).toBe(true);
});

test('A look back is moved, too, and the way back leads to it first', async ({ page }) => {
  await openAtRest(page);
  await slider(page, 'History').press('Home');
  await expect(counter(page)).toHaveText('0');
  const arcFace = circle(page, 'ArcFace');
  await arcFace.press('ArrowRight');
  await arcFace.press('Shift+ArrowRight');
  await expect(news(page)).toBeVisible();
  await button(page, 'Back to step 0').click();
  await expect(news(page)).toBeHidden();
  await expect(page.getByRole('region', { name: 'Looking back' })).toBeVisible();
  await expect(counter(page)).toHaveText('0');
});

test('Nothing can be taken while training, and training takes nothing of it along', async ({ page }) => {
  await openTraining(page);
  const arcFace = circle(page, 'ArcFace');
  for (let k = 0; k < 40; k++) {
    await page.mouse.move(...(await placeOn(arcFace, (2 * Math.PI * k) / 40, 0.5)));
    expect(await arcFace.getAttribute('data-hand')).toBeNull();
  }
  await expect(arcFace).toHaveCSS('cursor', 'crosshair');
  await arcFace.press('ArrowRight');
  await arcFace.press('Shift+ArrowRight');
  await expect(news(page)).toBeHidden();
  await button(page, 'Pause').click();
  await eventually(async () => {
    await arcFace.press('Shift+ArrowRight');
    return news(page).isVisible();
  }, 'that it was moved').toBe(true);
  await button(page, 'Train').click();
  await expect(news(page)).toBeHidden();
});

test('A finger on the picked sample drags it, and elsewhere the page', async ({ browser, baseURL }) => {
  const context = await browser.newContext({
    ...(baseURL ? { baseURL } : {}),
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  const page = await context.newPage();
  await openAtRest(page);
  const softmax = circle(page, 'Softmax');
  await softmax.evaluate((canvas) => canvas.scrollIntoView({ block: 'center' }));
  const finger = await context.newCDPSession(page);
  const drag = async (from: readonly [number, number], to: readonly [number, number]): Promise<void> => {
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x = 0, y = 0) =>
      finger.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x, y }] });
    await touch('touchStart', ...from);
    for (let k = 1; k <= 8; k++)
      await touch('touchMove', from[0] + ((to[0] - from[0]) * k) / 8, from[1] + ((to[1] - from[1]) * k) / 8);
    await touch('touchEnd');
  };
  const scrolled = (): Promise<number> => page.evaluate(() => scrollY);
  const before = await scrolled();
  // On the right a sample goes up and down.
  await softmax.press('ArrowRight');
  await expect(softmax).toHaveAttribute('aria-valuetext', /^sample/);
  await softmax.evaluate((canvas) => canvas.scrollIntoView({ block: 'center' }));
  const resting = await scrolled();
  expect(Math.abs(resting - before)).toBeLessThan(844);
  const middle = await placeOn(softmax, 0, 0);
  await drag(await placeOn(softmax, 0.02, 0.94), [middle[0] + 60, middle[1] - 80]);
  await expect(news(page)).toBeVisible();
  expect(await scrolled(), 'the page stays').toBe(resting);
  await drag(middle, [middle[0], middle[1] - 120]);
  await eventually(scrolled, 'the page goes along').toBeGreaterThan(resting + 40);
  await context.close();
});
