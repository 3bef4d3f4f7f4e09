import type { Page } from '@playwright/test';
import { inWorkers, workerOf } from '../setup/inside.mjs';
import {
  button,
  circle,
  drawFrames,
  expectStepsBeyond,
  openTraining,
  QUICK,
  runNews,
  slider,
  statusLine,
  stepOf,
} from './explorer';
import { CORE, eventually, expect, test } from './fixtures';
import { callRenderer, KEEP_CONTEXTS, loseContext, SLOW_PROCESSOR } from './machine';

/** Pauses, so that the page is sure to have a checkpoint of now, and trains on; the step of then. */
async function pauseOnce(page: Page): Promise<number> {
  await button(page, 'Pause').click();
  // Everything is looked at, and then the checkpoint comes.
  await eventually(async () => {
    const shown = await circle(page, 'ArcFace').getAttribute('aria-valuetext');
    return shown?.includes(`, step ${await stepOf(page)};`);
  }, 'a whole look').toBe(true);
  await drawFrames(page, 60); // a second
  const step = await stepOf(page);
  await button(page, 'Train').click();
  await expectStepsBeyond(page, step + 2);
  return step;
}

/** Expects the page to say what happened, and the run to go on from no earlier than a step. */
async function expectToGoOn(page: Page, why: RegExp, step: number): Promise<void> {
  const goesOnFrom = async (): Promise<number> =>
    Number(/goes on from step (\d+)/.exec((await runNews(page).textContent()) ?? '')?.[1]);
  // News of an earlier trouble may still be there.
  await eventually(goesOnFrom, 'the step that the run goes on from').toBeGreaterThanOrEqual(step);
  await expect(runNews(page)).toContainText(why);
  await expect(statusLine(page)).toContainText('steps/s');
  await expectStepsBeyond(page, (await goesOnFrom()) + 2);
}
const LOST = /The graphics processor was lost/;

// The stock kernels are some hundred shaders, which the processor compiles for ten seconds each time.
for (const [engine, name, times] of [
  ['webgl', 'WebGL', 1],
  ['fused', 'WebGL, fused', 2],
] as const) {
  test(`A WebGL context that is lost in mid-run is made anew for ${name}, and the run goes on from where it was`, async ({
    page,
  }) => {
    test.setTimeout(120_000);
    await inWorkers(page, KEEP_CONTEXTS);
    await openTraining(page, `${QUICK}&engine=${engine}`);
    for (let time = 0; time < times; time++) {
      const step = await pauseOnce(page);
      await loseContext(page);
      await expectToGoOn(page, LOST, step);
      await expect(statusLine(page)).toContainText(`${name} (as chosen)`);
    }
  });
}

test('Where WebGL was chosen by itself and is lost again, the run goes on without it, and the page says why', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await inWorkers(page, KEEP_CONTEXTS + callRenderer('A graphics processor') + SLOW_PROCESSOR);
  await openTraining(page);
  await expect(statusLine(page)).toContainText('WebGL, fused (on A graphics processor)');
  for (const engine of [
    'WebGL, fused (on A graphics',
    'WebAssembly SIMD (since the graphics processor was lost again and again)',
  ]) {
    const step = await pauseOnce(page);
    await loseContext(page);
    await expectToGoOn(page, LOST, step);
    await expect(statusLine(page)).toContainText(engine);
  }
});

test('A WebGL context that is lost while the run stands still is made anew, and the step stays', async ({
  page,
}) => {
  await inWorkers(page, KEEP_CONTEXTS);
  await openTraining(page, `${QUICK}&engine=fused`);
  await pauseOnce(page);
  await button(page, 'Pause').click();
  await drawFrames(page, 60);
  const step = await stepOf(page);
  await loseContext(page);
  await expect(runNews(page)).toContainText(`goes on from step ${step}`);
  await expect(statusLine(page)).toContainText('paused');
  expect(await stepOf(page)).toBe(step);
  await button(page, 'Train').click();
  await expectStepsBeyond(page, step);
});

/** What can befall a worker, and what the page says. */
const ENDS: Readonly<Record<string, readonly [end: string, says: RegExp]>> = {
  'throws an error': ['setTimeout(() => { throw new Error("a fault"); })', /worker stopped \(.*a fault\)/],
  'lets a promise fail': ['void Promise.reject(new Error("a fault"))', /worker stopped \(a fault\)/],
  'has no more memory': [
    'void Promise.reject(new RangeError("Array buffer allocation failed"))',
    /ran out of memory/,
  ],
};

test.describe(() => {
  test.use({ keepsPage: true });

  for (const [what, [end, says]] of Object.entries(ENDS)) {
    const often = what === 'throws an error' ? CORE : {};
    test(
      `A worker that ${what} is replaced, and the run goes on with all that was set`,
      often,
      async ({ page }) => {
        await openTraining(page);
        await slider(page, 'ArcFace margin m₂').fill('0.3');
        const step = await pauseOnce(page);
        await workerOf(page).evaluate(end);
        await expectToGoOn(page, says, step);
        await expect(slider(page, 'ArcFace margin m₂')).toHaveValue('0.3');
        await expect(button(page, 'Pause')).toBeVisible();
      },
    );
  }
});

test('A worker that no longer answers is replaced, and the run goes on', async ({ page }) => {
  test.setTimeout(90_000);
  // Questions come every two seconds, of which it may leave a dozen unanswered: here ten times as often.
  await page.addInitScript(() => {
    const { setInterval } = window;
    window.setInterval = ((task: () => void, ms: number) => setInterval(task, ms / 10)) as typeof setInterval;
  });
  await openTraining(page);
  const step = await pauseOnce(page);
  void workerOf(page)
    .evaluate('for (;;) {}')
    .catch(() => {}); // it is ended before it can say anything
  await expect(runNews(page)).toContainText(/no longer answered/, { timeout: 60_000 });
  await expectToGoOn(page, /no longer answered/, step);
});

test('Where every worker breaks, the page stops, keeps the run, and can go on with it', async ({ page }) => {
  test.setTimeout(60_000);
  await openTraining(page);
  const step = await pauseOnce(page);
  await inWorkers(page, 'setTimeout(() => { throw new Error("a fault"); });');
  await workerOf(page).evaluate('setTimeout(() => { throw new Error("a fault"); })');
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('could not go on. The training worker could not start.');
  await expect(alert).toContainText(
    /The run is kept as of step \d+\. The pictures still follow the sliders\./,
  );
  await expect(button(page, 'Train')).toBeVisible();
  await page.unrouteAll();
  await alert.getByRole('button', { name: /^Go on from step \d+$/ }).click();
  await expect(alert).toHaveCount(0);
  await expectStepsBeyond(page, step + 2);
});
