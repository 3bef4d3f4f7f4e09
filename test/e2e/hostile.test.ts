import type { Page } from '@playwright/test';
import { runnerImport } from 'vite';
import { button, openPaused, slider } from './explorer';
import { expect, test } from './fixtures';
import { type Task, tasksDuring } from './tasks';

// The built page opens hostile addresses, one after the other: the suite a few of each kind. `HOSTILE=10000 npx playwright
// test hostile` opens as many, without a worker, which nothing but settings that were read reaches: for an hour, in which
// tasks are as long as they are only where the machine has nothing else to do. `HOSTILE=10000,5000` begins half-way.
const [COUNT = 15, FROM = 0] = (process.env.HOSTILE ?? '15').split(',').map(Number);

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

/** Has the page take an address up: all its lanes and figures are there, and it has nothing left to do. Then what is there. */
const taken = (page: Page, hash: string) =>
  page.evaluate(async (to) => {
    location.hash = to;
    await new Promise((resolve) => setTimeout(resolve)); // the page's own, that takes it up, is asked for before
    const frame = (): Promise<number> => new Promise(requestAnimationFrame);
    for (let k = 0; k < 3; k++) await frame();
    while (document.querySelector('.lane:empty, .figure-cell:empty')) await frame();
    await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 1000 }));
    const count = (selector: string): number => document.querySelectorAll(selector).length;
    return {
      lanes: count('.lanes > .lane'),
      repairs: count('.repairs li') > 0,
      markup: count('.repairs li *'),
      foreign: count('script, iframe, object, embed, img, base'),
    };
  }, hash);

type Reader = typeof import('../../src/lab/address').readAddress;
const said = ({ took, worked }: Task): string =>
  `a task of ${took.toFixed(0)} ms, ${worked.toFixed(0)} of a processor`;

const foreign = (page: Page): Promise<number> =>
  page.locator('script, iframe, object, embed, img, base').count();

/** Opens some of the addresses, and sees that each was taken up as the page's own reader says. */
async function openSome(page: Page, hashes: readonly string[], read: Reader, before: number): Promise<void> {
  const address = new URL(page.url());
  for (const hash of hashes) {
    const seen = await taken(page, hash);
    address.hash = hash; // as the page does: a browser takes line breaks out
    const { repairs, settings } = read(address.hash);
    const wanted = { lanes: settings.lanes.length, repairs: repairs.length > 0, markup: 0, foreign: before };
    expect(seen, hash).toEqual(wanted);
  }
}

/** So many at once, so that what is traced of them stays small. */
const BATCH = 100;

async function openAll(page: Page): Promise<void> {
  const before = await foreign(page);
  const { readAddress, hostile } = await bring();
  const all = Array.from({ length: COUNT }, (_, i) => hostile(i)).slice(FROM);
  const tasks: Task[] = [];
  for (let i = 0; i < all.length; i += BATCH) {
    const some = all.slice(i, i + BATCH);
    const found = await tasksDuring(page, () => openSome(page, some, readAddress, before));
    tasks.push(...found);
    const longest = found.toSorted((a, b) => b.took - a.took)[0];
    if (longest && longest.took > 100) console.log(`${FROM + i}: ${said(longest)}`);
  }
  const over = (ms: number, of: keyof Task): number => tasks.filter((task) => task[of] > ms).length;
  const most = (of: keyof Task): string => Math.max(0, ...tasks.map((task) => task[of])).toFixed(0);
  console.log(
    [
      `${all.length} addresses, tasks of the main thread:`,
      `by the clock ${over(50, 'took')} over 50 ms, ${over(80, 'took')} over 80, ${over(100, 'took')} over 100, the longest ${most('took')};`,
      `of a processor ${over(50, 'worked')} over 50 ms, ${over(80, 'worked')} over 80, ${over(100, 'worked')} over 100, the longest ${most('worked')}`,
    ].join('\n'),
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
