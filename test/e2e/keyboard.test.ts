import type { Page } from '@playwright/test';
import {
  button,
  choice,
  circle,
  counter,
  drawFrames,
  expectStepsBeyond,
  LANES,
  openAll,
  openPaused,
  openTraining,
  pictureOf,
  setUp,
  slider,
  stepOf,
} from './explorer';
import { CORE, eventually, expect, test } from './fixtures';

test.use({ keepsPage: true });

/** Takes the focus from whatever has it, as a click into the empty page does. */
const leaveControls = (page: Page): Promise<void> => page.getByRole('contentinfo').click();

test('Space trains and pauses, → steps, R restarts', CORE, async ({ page }) => {
  await openTraining(page);
  await page.keyboard.press('Space');
  await expect(button(page, 'Train')).toBeVisible();
  await page.keyboard.press('r');
  await expect(counter(page)).toHaveText('0');
  await expect(button(page, 'Step')).toBeEnabled();
  for (const step of ['1', '2', '3']) {
    await page.keyboard.press('ArrowRight');
    await expect(counter(page)).toHaveText(step);
  }
  await page.keyboard.press('Shift+R');
  await expect(counter(page)).toHaveText('0');
  await page.keyboard.press('Space');
  await expectStepsBeyond(page, 0);
  await page.keyboard.press('ArrowRight'); // a step is a step: it stops a run that goes
  await expect(button(page, 'Train')).toBeVisible();
});

test('Keys belong to the slider, the menu or the button that has the focus and needs them', async ({
  page,
}) => {
  await openPaused(page);
  const m2 = slider(page, 'ArcFace margin m₂');
  await m2.focus();
  await page.keyboard.press('ArrowRight');
  await expect(m2).toHaveValue('0.51');
  await page.keyboard.press('Home');
  await expect(m2).toHaveValue('0');

  const speed = choice(page, 'Speed');
  await speed.focus();
  await page.keyboard.press('ArrowDown');
  await expect(speed).not.toHaveValue('full');

  await setUp(page).focus();
  await page.keyboard.press('Space');
  await expect(button(page, 'New seed')).toBeVisible();
  const perIdentity = page.getByRole('spinbutton', { name: /training samples/ });
  await perIdentity.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('r');
  await setUp(page).press('Space');
  await expect(button(page, 'New seed')).toBeHidden();

  await drawFrames(page, 20); // nothing shows that no step was made
  expect(await stepOf(page)).toBe(0);
  await expect(button(page, 'Train')).toBeVisible();

  await button(page, 'Step').focus();
  await page.keyboard.press('Space');
  await expect(counter(page)).toHaveText('1');
  await drawFrames(page, 20); // nothing shows that the run was not started as well
  expect(await stepOf(page)).toBe(1);
  await expect(button(page, 'Train')).toBeVisible();
});

test('After a click on a button, or on a slider, the other keys still work', async ({ page }) => {
  await openPaused(page);
  await expect(button(page, 'Restart')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(counter(page)).toHaveText('1');
  await slider(page, 'ArcFace margin m₂').click();
  await page.keyboard.press('r');
  await expect(counter(page)).toHaveText('0');
  await page.keyboard.press('Space');
  await expectStepsBeyond(page, 0);
});

test('Tab reaches every control, in the order of the page, and shows where it is', async ({ page }) => {
  await openPaused(page);
  await openAll(page);
  const course = page.locator('[data-figure=lossCourse] canvas');
  await course.scrollIntoViewIfNeeded(); // out of view it has not heard yet that there are readings to walk along
  await expect(course).toHaveRole('slider');
  await leaveControls(page);
  /** Every control that can be used now, in the order of the document. */
  const controls = await page.evaluate(() => {
    const all = [
      ...document.querySelectorAll<HTMLElement>('button, select, input, summary, a[href], [tabindex]'),
    ];
    const usable = all.filter((element) => element.checkVisibility() && !element.matches(':disabled'));
    usable.forEach((element, i) => {
      element.dataset.order = String(i);
    });
    return usable.length;
  });
  expect(controls).toBeGreaterThan(30);
  const reached: { order: string | undefined; marked: boolean }[] = [];
  for (let i = 0; i < controls; i++) {
    await page.keyboard.press('Tab');
    reached.push(
      await page.evaluate(() => {
        const element = document.activeElement;
        if (!(element instanceof HTMLElement)) return { order: undefined, marked: false };
        const { outlineStyle, outlineWidth } = getComputedStyle(element);
        return {
          order: element.dataset.order,
          marked: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2,
        };
      }),
    );
  }
  expect(reached.map(({ order }) => order)).toEqual(Array.from({ length: controls }, (_, i) => String(i)));
  expect(reached.filter(({ marked }) => !marked)).toEqual([]);
});

test(
  'On a circle the arrow keys pick samples, said in words and lit up in every lane',
  CORE,
  async ({ page }) => {
    await openPaused(page);
    const arcFace = circle(page, 'ArcFace');
    const unpicked = await Promise.all(LANES.map((name) => pictureOf(circle(page, name))));
    await arcFace.press('ArrowRight');
    await expect(arcFace).toHaveAttribute('aria-valuetext', /^sample \d+, class [A-H], θ \d+\.\d°/);
    const first = await arcFace.getAttribute('aria-valuenow');
    for (const name of LANES) {
      await expect(circle(page, name), name).toHaveAttribute('aria-valuenow', first ?? '');
      await eventually(() => pictureOf(circle(page, name)), name).not.toBe(unpicked[LANES.indexOf(name)]);
    }
    await arcFace.press('ArrowUp');
    await expect(arcFace).not.toHaveAttribute('aria-valuenow', first ?? '');
    await arcFace.press('ArrowLeft');
    await expect(arcFace).toHaveAttribute('aria-valuenow', first ?? '');
    await arcFace.press('Escape');
    for (const name of LANES) {
      await expect(circle(page, name), name).toHaveAttribute('aria-valuetext', /^\d+ training samples/);
      await eventually(() => pictureOf(circle(page, name)), name).toBe(unpicked[LANES.indexOf(name)]);
    }
    expect(await stepOf(page)).toBe(0);
  },
);

test('A click near a sample picks it, and a click into the empty middle lets it go', async ({ page }) => {
  await openPaused(page);
  const softmax = circle(page, 'Softmax');
  await softmax.press('ArrowRight');
  await expect(softmax).toHaveAttribute('aria-valuetext', /^sample/);
  const box = await softmax.boundingBox();
  if (!box) throw new Error('the circle has no box');
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await expect(softmax).toHaveAttribute('aria-valuenow', '0');
});

test('A circle says in words what it shows, also while the run goes on', async ({ page }) => {
  await openTraining(page);
  await expect(circle(page, 'ArcFace')).toHaveAttribute('aria-valuetext', /^400 training samples, step \d+/);
  await expect(circle(page, 'ArcFace')).toHaveAttribute('aria-valuemax', '400');
});
