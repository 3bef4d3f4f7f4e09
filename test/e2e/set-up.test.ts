import {
  button,
  choice,
  circle,
  counter,
  drawFrames,
  expectStepsBeyond,
  FULL_SPEED,
  leastAccuracy,
  open,
  openPaused,
  openTraining,
  pictureOf,
  QUICK,
  readNumbers,
  restart,
  setUp,
  statusLine,
  stepOf,
  stepOnce,
} from './explorer';
import { CORE, eventually, expect, test } from './fixtures';

test.use({ keepsPage: true });

test('Another data set starts a new run, and all four losses learn it', CORE, async ({ page }) => {
  await openTraining(page, 'data=digits,perClass:50,testPerClass:20');
  await setUp(page).click();
  await choice(page, 'Data').selectOption('Synthetic identities');
  await expect(page.getByText(/Made-up people/)).toBeVisible();
  await expect(setUp(page)).toContainText('Synthetic identities · 8 classes · seed 1');
  await eventually(() => leastAccuracy(page), 'accuracy', { timeout: 30_000 }).toBeGreaterThanOrEqual(90);
});

test('A class that is left out is gone from every circle, and margins stay feasible', async ({ page }) => {
  await openPaused(page, 'data=digits,perClass:50,testPerClass:20');
  const before = await pictureOf(circle(page, 'Softmax'));
  await setUp(page).click();
  await page.getByRole('checkbox', { name: '3', exact: true }).uncheck();
  await expect(setUp(page)).toContainText('7 classes');
  await expect(counter(page)).toHaveText('0');
  await eventually(() => pictureOf(circle(page, 'Softmax'))).not.toBe(before);
  for (const digit of ['4', '5', '6', '7', '8', '9'])
    await page.getByRole('checkbox', { name: digit, exact: true }).setChecked(true);
  await expect(setUp(page)).toContainText('9 classes');
  // CosFace's default of eight classes, .25, could not be met by nine: at most 1 − cos(2π/9) = .234.
  await expect(page.getByText('Infeasible margin')).toHaveCount(0);
  for (const digit of ['0', '1', '2', '4', '5', '6', '7'])
    await page.getByRole('checkbox', { name: digit, exact: true }).uncheck();
  await expect(setUp(page)).toContainText('2 classes');
  for (const digit of ['8', '9']) {
    await expect(page.getByRole('checkbox', { name: digit, exact: true }), 'the last two').toBeDisabled();
  }
  await expect(page.getByText('Infeasible margin')).toHaveCount(0);
});

test('Random centres are another start, with a warning', CORE, async ({ page }) => {
  await openPaused(page);
  const even = await pictureOf(circle(page, 'Softmax'));
  await setUp(page).click();
  await choice(page, 'Centres start').selectOption('at random');
  await expect(page.getByText(/some runs fail for good/)).toBeVisible();
  await eventually(() => pictureOf(circle(page, 'Softmax'))).not.toBe(even);
});

test('A learning rate or a batch changes the run without a new start', async ({ page }) => {
  await openTraining(page);
  await expectStepsBeyond(page, 10);
  const step = await stepOf(page);
  await setUp(page).click();
  await choice(page, 'Learning rate').selectOption('0.001');
  await choice(page, 'Batch').selectOption('32');
  await expectStepsBeyond(page, step);
  expect(await stepOf(page)).toBeGreaterThan(step);
});

test('A run rests at the step that is asked for, by an address too, says so, and goes on with Train', async ({
  page,
}) => {
  await open(page, `${QUICK}&until=30`);
  await expect(page.getByRole('status').filter({ hasText: 'Step 30 is reached' })).toBeInViewport();
  await expect(counter(page)).toHaveText('30'); // its last snapshot may still be on its way
  await setUp(page).click();
  await page.getByRole('spinbutton', { name: 'Train to step' }).fill('40');
  await page.getByRole('spinbutton', { name: 'Train to step' }).press('Enter');
  await button(page, 'Train').click();
  await expect(counter(page)).toHaveText('40');
  await expect(button(page, 'Train')).toBeVisible();
  await button(page, 'Train').click();
  await expectStepsBeyond(page, 40);
});

test('A resting run trains a little by itself when a margin is moved, unless it shall not', async ({
  page,
}) => {
  await open(page, `${FULL_SPEED}&until=30`);
  await expect(page.getByText('Step 30 is reached')).toBeVisible();
  const margin = page.getByRole('slider', { name: 'ArcFace margin m₂', exact: true });
  await margin.press('ArrowRight');
  await expectStepsBeyond(page, 30);
  const settled = page.getByText('The picture has settled');
  await expect(settled).toBeVisible();
  const step = /step (\d+)/.exec((await settled.textContent()) ?? '')?.[1] ?? '';
  await expect(counter(page)).toHaveText(step); // its last snapshot may still be on its way
  await page.getByRole('checkbox', { name: 'Retrain by itself' }).uncheck();
  await margin.press('ArrowRight');
  await drawFrames(page, 30);
  await expect(counter(page)).toHaveText(step);
  await expect(settled).toBeVisible();
  expect(page.url()).toContain('retrain=0');
});

test('A number typed in goes to the nearest that can be', async ({ page }) => {
  await openPaused(page);
  await setUp(page).click();
  const classes = page.getByRole('spinbutton', { name: 'identities', exact: true });
  for (const [typed, taken] of [
    ['99', '10'],
    ['-3', '2'],
    ['', '2'],
    ['4.4', '4'],
  ] as const) {
    await classes.fill(typed);
    await classes.press('Enter');
    await expect(classes).toHaveValue(taken);
  }
  await expect(setUp(page)).toContainText('4 classes');
});

/** Engines round differently in the seventh digit: by no more than one unit of the last digit shown. */
const ROUNDING = 0.1 + 1e-9;

for (const engine of [
  'TensorFlow.js on WebGL',
  'TensorFlow.js on WebAssembly',
  'TensorFlow.js in JavaScript',
]) {
  test(`${engine} runs where it is asked for, says so, and starts as the others do`, async ({ page }) => {
    await openPaused(page);
    const expected = await readNumbers(page);
    await setUp(page).click();
    await choice(page, 'Engine').selectOption(engine);
    await expect(statusLine(page)).toContainText(`${engine} (as chosen)`);
    await eventually(async () => {
      const readings = await readNumbers(page);
      return Math.max(...readings.map((value, i) => Math.abs(value - (expected[i] ?? Number.NaN))));
    }, 'step 0 on another engine').toBeLessThanOrEqual(ROUNDING);
    await button(page, 'Train').click();
    await expectStepsBeyond(page, 3);
  });
}

test('Without a choice the page says which engine runs and why', async ({ page }) => {
  await openTraining(page, QUICK);
  await expect(statusLine(page)).toHaveText(
    /\d steps\/s · WebAssembly SIMD \(since WebGL is drawn by the processor here/,
  );
});

test('Another engine goes on from the same step and weights, and so does its undoing', async ({ page }) => {
  await openPaused(page);
  for (let k = 0; k < 3; k++) await stepOnce(page);
  const before = await readNumbers(page);
  const expectTheSame = (what: string) =>
    eventually(async () => {
      const now = await readNumbers(page);
      return Math.max(...now.map((value, i) => Math.abs(value - (before[i] ?? Number.NaN))));
    }, what).toBeLessThanOrEqual(ROUNDING);
  await setUp(page).click();
  await choice(page, 'Engine').selectOption('TensorFlow.js in JavaScript');
  await expect(statusLine(page)).toContainText('JavaScript (as chosen)');
  expect(await stepOf(page)).toBe(3);
  await expectTheSame('readings on another engine');
  await stepOnce(page);
  await button(page, 'Undo').click();
  await expect(statusLine(page)).toContainText('WebAssembly SIMD (since');
  expect(await stepOf(page)).toBe(4);
  await button(page, 'Train').click();
  await expectStepsBeyond(page, 20);
  await choice(page, 'Engine').selectOption('TensorFlow.js in JavaScript');
  const step = await stepOf(page);
  await expect(statusLine(page)).toContainText('JavaScript (as chosen)');
  expect(await stepOf(page)).toBeGreaterThanOrEqual(step);
  await expectStepsBeyond(page, step + 5);
  await button(page, 'Pause').click();
  await restart(page); // from the seed, as ever
});
