import { choice, openPaused, pictureOf, slider, stepOf } from './explorer';
import { look, picture, said } from './figure';
import { CORE, eventually, expect, test } from './fixtures';

test.use({ keepsPage: true });

const MAP = 'Feasible margins and scales';

test('The point of the map is dragged, the sliders follow, and one undo takes the drag back', async ({
  page,
}) => {
  await openPaused(page);
  await look(page, MAP);
  await choice(page, `${MAP}: lane`).selectOption('ArcFace');
  const map = picture(page, MAP);
  const [margin, scale] = [slider(page, 'ArcFace margin m₂'), slider(page, 'ArcFace scale s')];
  const before = [await margin.inputValue(), await scale.inputValue()];
  await expect(map).toHaveAttribute('aria-valuetext', /^m₂ = 0\.\d+, s = 16: feasible; floor 0\.\d+$/);
  const drawn = await pictureOf(map);
  const box = await map.boundingBox();
  if (!box) throw new Error('not on the page');
  const to = (part: number, down: number) =>
    page.mouse.move(box.x + part * box.width, box.y + down * box.height);
  await to(0.5, 0.5);
  await page.mouse.down();
  await to(0.7, 0.5);
  await to(0.95, 0.2);
  await page.mouse.up();
  await expect(map).toHaveAttribute('aria-valuetext', /: infeasible; floor \d/);
  expect(Number(await margin.inputValue())).toBeGreaterThan(0.8);
  expect(Number(await scale.inputValue())).toBeGreaterThan(40);
  await eventually(() => pictureOf(map)).not.toBe(drawn);
  // A mouse that moves on without its button moves nothing.
  const dragged = await margin.inputValue();
  await to(0.3, 0.5);
  expect(await margin.inputValue()).toBe(dragged);
  await page.keyboard.press('Control+z');
  await expect(margin).toHaveValue(before[0] ?? '');
  await expect(scale).toHaveValue(before[1] ?? '');
});

test('The point of the map goes by arrow keys, and the sliders move it', CORE, async ({ page }) => {
  await openPaused(page);
  await look(page, MAP);
  await choice(page, `${MAP}: lane`).selectOption('CosFace');
  const map = picture(page, MAP);
  const [margin, scale] = [slider(page, 'CosFace margin m₃'), slider(page, 'CosFace scale s')];
  const [m, s] = [Number(await margin.inputValue()), Number(await scale.inputValue())];
  await expect(map).toHaveRole('slider'); // it has its handle where it has been told of the lanes
  await map.press('ArrowRight');
  await map.press('ArrowUp');
  await map.press('PageUp');
  await expect(margin).toHaveValue((m + 0.01).toFixed(2));
  await expect(scale).toHaveValue(String(s + 11));
  await expect(map).toHaveAttribute(
    'aria-valuetext',
    new RegExp(`^m₃ = ${(m + 0.01).toFixed(2)}, s = ${s + 11}: `),
  );
  expect(await stepOf(page), 'arrow keys belong to the figure').toBe(0);
  await scale.fill('20');
  await look(page, MAP);
  await eventually(() => said(page, MAP)).toMatch(/s = 20: feasible; floor/);
});

test.describe('With a finger', () => {
  test.use({ keepsPage: false, hasTouch: true, viewport: { width: 390, height: 844 } });

  test('the point of the map is dragged, and beside it the page is scrolled', async ({ page }) => {
    await openPaused(page);
    await look(page, MAP);
    const map = picture(page, MAP);
    await map.evaluate((canvas) => canvas.scrollIntoView({ block: 'center' }));
    // Where a finger that comes down is taken, so that it does not scroll: parts of the width and of the height.
    const near = await map.evaluate((canvas) => {
      const { left, top, width, height } = canvas.getBoundingClientRect();
      const places = Array.from({ length: 400 }, (_, k) => [(k % 20) / 20, Math.floor(k / 20) / 20] as const);
      return places.filter(([part, down]) => {
        const place = { clientX: left + part * width, clientY: top + down * height };
        const finger = new Touch({ identifier: 1, target: canvas, ...place });
        const init = { touches: [finger], cancelable: true, bubbles: true };
        return !canvas.dispatchEvent(new TouchEvent('touchstart', init));
      });
    });
    // A circle of 64 pixels in a picture of some 330 × 270.
    expect(near.length).toBeGreaterThan(5);
    expect(near.length).toBeLessThan(40);
    const margin = slider(page, 'CosFace margin m₃');
    const before = Number(await margin.inputValue());
    const box = await map.boundingBox();
    const [part, down] = near[Math.floor(near.length / 2)] ?? [0, 0];
    if (!box) throw new Error('not on the page');
    const [x, y] = [box.x + part * box.width, box.y + down * box.height];
    const cdp = await page.context().newCDPSession(page);
    const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: { x: number; y: number }[]) =>
      cdp.send('Input.dispatchTouchEvent', { type, touchPoints: points });
    await send('touchStart', [{ x, y }]);
    for (let k = 1; k <= 5; k++) await send('touchMove', [{ x: x + 15 * k, y: y - 10 * k }]);
    await send('touchEnd', []);
    await eventually(async () => Number(await margin.inputValue())).toBeGreaterThan(before + 0.05);
  });
});
