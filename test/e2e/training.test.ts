import {
  allReadings,
  button,
  choice,
  circle,
  counter,
  drawFrames,
  expectStepsBeyond,
  FULL_SPEED,
  LANES,
  lane,
  laneTexts,
  leastAccuracy,
  open,
  openPaused,
  openTraining,
  restart,
  SMALL,
  setUp,
  stepOf,
  stepOnce,
} from './explorer';
import { CORE, eventually, expect, test } from './fixtures';

test.use({ keepsPage: true });

test(
  'The page trains four losses side by side without a click, and each learns the digits',
  CORE,
  async ({ page }) => {
    test.setTimeout(90_000);
    await page.goto('./');
    for (const name of LANES) await expect(lane(page, name)).toBeVisible();
    await expectStepsBeyond(page, 0);
    await eventually(() => leastAccuracy(page), 'accuracy', { timeout: 60_000 }).toBeGreaterThanOrEqual(90);
    for (const text of await allReadings(page)) expect(text).toMatch(/^−?\d+(\.\d+)?( %|°)?$/);
  },
);

test('Pause stops the counter, and Train goes on from there', CORE, async ({ page }) => {
  await openTraining(page);
  await button(page, 'Pause').click();
  await expect(button(page, 'Train')).toBeVisible();
  await drawFrames(page, 10); // what was under way may still arrive
  const stopped = await stepOf(page);
  await drawFrames(page, 20);
  expect(await stepOf(page)).toBe(stopped);
  await button(page, 'Train').click();
  await expectStepsBeyond(page, stopped);
});

test('All losses start from one network', CORE, async ({ page }) => {
  await openPaused(page);
  const readings = await allReadings(page);
  const perLane = LANES.map((_, i) => readings.slice(5 * i, 5 * i + 5));
  const [[accuracy, , ...angles] = []] = perLane;
  for (const own of perLane) {
    expect([own[0], ...own.slice(2)], 'all but the loss').toEqual([accuracy, ...angles]);
  }
  expect(new Set(perLane.map((own) => own[1])).size, 'different losses').toBeGreaterThan(1);
});

test('Each Step is one update with readings of its own, and the same again after Restart', async ({
  page,
}) => {
  await openPaused(page);
  const first: string[][] = [];
  for (let k = 1; k <= 3; k++) {
    await stepOnce(page);
    first.push(await allReadings(page));
    expect(first.slice(0, -1)).not.toContainEqual(first.at(-1));
    await circle(page, 'Softmax').press('ArrowRight'); // the circle says in words which step it shows
    await expect(circle(page, 'Softmax')).toHaveAttribute('aria-valuetext', new RegExp(`, step ${k}$`));
  }
  await restart(page);
  for (const [k, readings] of first.entries()) {
    await button(page, 'Step').click();
    await eventually(() => allReadings(page)).toEqual(readings);
    expect(await stepOf(page)).toBe(k + 1);
  }
});

test(
  'What the lanes of a running page say in numbers is of the step that they name',
  CORE,
  async ({ page }) => {
    await openTraining(page);
    await expectStepsBeyond(page, 40);
    const stepsIn = (texts: readonly string[]): number[] =>
      texts.flatMap((text) => /all at step (\d+)/.exec(text)?.[1] ?? []).map(Number);
    // The counter may be further on than the first readings, of step 0.
    const later = async (): Promise<number> => stepsIn(await laneTexts(page)).filter(Boolean).length;
    await eventually(later, 'lanes with readings of a later step').toBe(LANES.length);
    const texts = await laneTexts(page);
    const [step = 0] = stepsIn(texts);
    expect(stepsIn(texts)).toEqual(LANES.map(() => step));
    expect(texts.join(), 'a schedule and a length that go on with the run').toMatch(/median.*λ = /s);
    await open(page, `${SMALL}&until=${step}`);
    await eventually(() => laneTexts(page), 'the same run, stopped there').toEqual(texts);
    expect(await stepOf(page)).toBe(step);
  },
);

test('Step pressed several times in a row makes as many steps', async ({ page }) => {
  await openPaused(page);
  await button(page, 'Step').evaluate((element: HTMLButtonElement) => {
    for (let k = 0; k < 5; k++) element.click();
  });
  await expect(counter(page)).toHaveText('5');
});

test('Another seed is another start, and the first seed gives the first one again', async ({ page }) => {
  await openPaused(page);
  const first = await allReadings(page);
  await setUp(page).click();
  await button(page, 'New seed').click();
  await eventually(() => allReadings(page)).not.toEqual(first);
  await page.goBack();
  await eventually(() => allReadings(page)).toEqual(first);
});

test('The slower speeds are slower, and move', async ({ page }) => {
  await openTraining(page, FULL_SPEED);
  /** Steps made while so many frames are drawn: compared with one another only. */
  const stepsIn = async (frames: number): Promise<number> => {
    await drawFrames(page, 4); // what was made at the speed before may still arrive
    const from = await stepOf(page);
    await drawFrames(page, frames);
    return (await stepOf(page)) - from;
  };
  const full = await stepsIn(20);
  await choice(page, 'Speed').selectOption('10 steps/s');
  const ten = await stepsIn(20);
  expect(ten).toBeLessThan(full);
  await expectStepsBeyond(page, await stepOf(page));
  await choice(page, 'Speed').selectOption('1 step/s');
  const one = await stepsIn(20);
  expect(one).toBeLessThan(ten);
  await expectStepsBeyond(page, await stepOf(page));
});

test('A hidden page trains nothing, and goes on when it is shown again', async ({ page }) => {
  await openTraining(page);
  const setHidden = (hidden: boolean): Promise<void> =>
    page.evaluate((value) => {
      Object.defineProperty(document, 'hidden', { value, configurable: true });
      Object.defineProperty(document, 'visibilityState', {
        value: value ? 'hidden' : 'visible',
        configurable: true,
      });
      document.dispatchEvent(new Event('visibilitychange'));
    }, hidden);
  await setHidden(true);
  await drawFrames(page, 10); // what was under way may still arrive
  const hidden = await stepOf(page);
  await drawFrames(page, 20);
  expect(await stepOf(page)).toBe(hidden);
  await setHidden(false);
  await expectStepsBeyond(page, hidden);
});
