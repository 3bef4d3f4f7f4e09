import type { Page } from '@playwright/test';
import { COUNT_HELD, heldBy, inWorkers, memoryOf } from '../setup/inside.mjs';
import { button, circle, expectStepsBeyond, openTraining, stepOf } from './explorer';
import { eventually, expect, test } from './fixtures';

// What earlier tests left in the process would be counted.
test.use({ reuseContext: false });

// What `npm run soak` looks at for an hour, for a quarter of a minute: growth that would show in a lecture shows here, too.

/**
 * How long is trained between two looks, ms, and how many may come before nothing grows any more: the history fills first,
 * by some 15 MB, and on a busy machine slowly.
 */
const ROUND = 4_000;
const ROUNDS = 10;
/** How much page or worker may grow in a round, bytes: twice what two looks at a page differ by that does not grow. */
const MOST_GROWTH = 512 * 1024;
/** Steps do not end it. */
const ENDLESS = 'data=identities&until=1000000000';

/** Trains for a while, and stands still with everything drawn. */
async function trainFor(page: Page, ms: number): Promise<void> {
  const step = await stepOf(page);
  await page.waitForTimeout(ms);
  await expectStepsBeyond(page, step);
  await button(page, 'Pause').click();
  await eventually(async () => {
    const shown = await circle(page, 'ArcFace').getAttribute('aria-valuetext');
    return shown?.includes(`, step ${await stepOf(page)};`);
  }, 'a whole look').toBe(true);
}

/** Trains round after round until one has let nothing grow; what grows with every step never gets there. */
async function expectToSettle<T>(
  page: Page,
  look: () => Promise<T>,
  grown: (before: T, now: T) => boolean,
): Promise<void> {
  let before: T | null = null;
  const seen: T[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    await trainFor(page, ROUND);
    const now = await look();
    seen.push(now);
    if (before && !grown(before, now)) return;
    before = now;
    await button(page, 'Train').click();
  }
  throw new Error(`it grows in every round: ${JSON.stringify(seen)}`);
}

test('Training at full speed lets neither the page nor the worker grow', async ({ page }) => {
  test.setTimeout(180_000);
  await inWorkers(page, COUNT_HELD);
  await openTraining(page, ENDLESS);
  const memory = await memoryOf(page);
  const look = async () => ({ ...(await memory()), bytes: (await heldBy(page)).bytes ?? 0 });
  expect((await look()).bytes, 'of WebAssembly').toBeGreaterThan(0);
  await expectToSettle(
    page,
    look,
    (before, now) =>
      now.page - before.page > MOST_GROWTH ||
      now.worker - before.worker > MOST_GROWTH ||
      now.bytes > before.bytes,
  );
});

test('On WebGL nothing that the graphics processor holds grows', async ({ page }) => {
  test.setTimeout(150_000);
  await inWorkers(page, COUNT_HELD);
  await openTraining(page, `${ENDLESS}&engine=webgl`);
  expect((await heldBy(page)).Texture).toBeGreaterThan(0);
  await expectToSettle(
    page,
    () => heldBy(page),
    (before, now) => Object.entries(now).some(([what, count]) => count > (before[what] ?? 0)),
  );
});
