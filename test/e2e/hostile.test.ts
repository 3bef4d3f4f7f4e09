import type { Page } from '@playwright/test';
import { runnerImport } from 'vite';
import { button, openPaused, slider } from './explorer';
import { expect, test } from './fixtures';

// The built page opens hostile addresses, one after the other: the suite a few of each kind. `HOSTILE=10000 npx playwright
// test hostile` opens as many, without a worker, which nothing but settings that were read reaches: for 40 minutes, in which
// tasks are as long as they are only where the machine has nothing else to do. `HOSTILE=10000,5000` begins half-way.
const [COUNT = 15, FROM = 0] = (process.env.HOSTILE ?? '15').split(',').map(Number);

/** Tasks over 50 ms since it was last asked, ms; from the first call on. */
const longTasks = (page: Page): Promise<number[]> =>
  page.evaluate(() => {
    const kept = window as unknown as { longTasks?: number[] }; // the test's own
    const tasks = kept.longTasks;
    kept.longTasks = [];
    if (!tasks) {
      new PerformanceObserver((list) => {
        kept.longTasks?.push(...list.getEntries().map(({ duration }) => duration));
      }).observe({ type: 'longtask' });
    }
    return tasks ?? [];
  });

/** The page's own reader says what an address asks for. Vite brings it, whose globs it is made with. */
async function bring() {
  const load = async <T>(path: string): Promise<T> => (await runnerImport<T>(path)).module;
  const [{ readAddress }, { HOSTILE }, { stream }] = await Promise.all([
    load<typeof import('../../src/lab/address')>('./src/lab/address.ts'),
    load<typeof import('../tools/addresses')>('./test/tools/addresses.ts'),
    load<typeof import('../../src/math/random')>('./src/math/random.ts'),
  ]);
  const makers = Object.entries(HOSTILE).map(([kind, make]) => {
    const random = stream(5, kind);
    return () => make(random);
  });
  return { readAddress, hostile: (i: number): string => `#${makers[i % makers.length]?.()}` };
}

/** Waits until the page has taken an address up: all its lanes and figures are there, and it has nothing left to do. */
const takenUp = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const frame = (): Promise<number> => new Promise(requestAnimationFrame);
    for (let k = 0; k < 3; k++) await frame();
    while (document.querySelector('.lane:empty, .figure-cell:empty')) await frame();
    await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 1000 }));
  });

const foreign = (page: Page): Promise<number> =>
  page.locator('script, iframe, object, embed, img, base').count();

async function openAll(page: Page): Promise<void> {
  const before = await foreign(page);
  await longTasks(page);
  const { readAddress, hostile } = await bring();
  const long: { readonly ms: number; readonly hash: string }[] = [];
  for (let i = 0; i < COUNT; i++) {
    const hash = hostile(i);
    if (i < FROM) continue;
    await page.evaluate((to) => {
      location.hash = to;
    }, hash);
    await takenUp(page);
    const address = new URL(page.url());
    address.hash = hash; // as the page does: a browser takes line breaks out
    const { repairs, settings } = readAddress(address.hash);
    const seen = await page.evaluate(() => {
      const count = (selector: string): number => document.querySelectorAll(selector).length;
      return {
        lanes: count('.lanes > .lane'),
        repairs: count('.repairs li') > 0,
        markup: count('.repairs li *'),
        foreign: count('script, iframe, object, embed, img, base'),
      };
    });
    const wanted = { lanes: settings.lanes.length, repairs: repairs.length > 0, markup: 0, foreign: before };
    expect(seen, hash).toEqual(wanted);
    for (const ms of await longTasks(page)) long.push({ ms, hash });
  }
  const longest = long.toSorted((a, b) => b.ms - a.ms);
  const over = longest.filter(({ ms }) => ms > 100);
  console.log(
    `${COUNT - FROM} addresses: ${long.length} tasks over 50 ms, ${over.length} over 100 ms, the longest ${longest[0]?.ms ?? 0} ms`,
    longest.slice(0, 3).map(({ ms, hash }) => `${ms} ms: ${hash.slice(0, 300)}`),
  );
}

test('No hostile address throws or brings markup, and every repair is said', async ({ page }) => {
  test.setTimeout(60_000 + 1000 * COUNT);
  if (COUNT > 1000) {
    await page.route(/\/assets\/worker-[^/]*\.js$/, () => {}); // never
    await page.goto('./');
  } else await openPaused(page);
  await openAll(page);
  // It can still be used.
  await page.evaluate(() => {
    location.hash = '#lanes=arcFace';
  });
  await expect(slider(page, 'ArcFace margin m₂')).toBeVisible();
  await button(page, 'Train').or(button(page, 'Pause')).click();
});
