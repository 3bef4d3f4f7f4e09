import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';
import { open, openAll, openTraining, QUICK } from './explorer';
import { CORE, expect, test, tidy } from './fixtures';

declare global {
  interface Window {
    axe: { run(context: Document, options: RunOptions): Promise<AxeResults> };
  }
}

// Axe looks at every element in turn, which takes its time on two busy cores.
test.describe.configure({ timeout: 150_000 });

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong, one line for each element. */
async function violations(page: Page): Promise<string[]> {
  // Not as a script of the page, which its security policy would refuse.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  // What is right is a long list.
  const violations = await page.evaluate(
    async () => (await window.axe.run(document, { resultTypes: ['violations'] })).violations,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary?.replace(/\s+/g, ' ')}`,
    ),
  );
}

const button = (page: Page, name: RegExp) => page.getByRole('button', { name });
const lastCircle = (page: Page) => page.locator('.lane canvas').last();

/** A run of three steps that rests, with its last readings. */
async function rest(page: Page, settings: string): Promise<void> {
  await open(page, `${QUICK}&until=3&${settings}`);
  await expect(
    page.getByRole('status').filter({ hasText: /Step 3 is reached|3스텝에 이르렀/ }),
  ).toBeVisible();
  // The rest is said before its last snapshot is there: without samples a key picks none.
  await expect(page.locator('.lane output').last()).not.toHaveText('–');
}

/** Of these lanes one has an infeasible margin, one a changed option, one a schedule; and the address is broken. */
const NOTICES = 'lanes=softmax~sphereFace~cosFace,m3:0.5,s:16~arcFace,m2:0.4,s:16,guard:none~nonsense';

/** Brings a page with everything shut into a state, in a look. */
type Enter = (page: Page, look: string) => Promise<void>;

const everythingOpen: Enter = async (page, look) => {
  await rest(page, `${NOTICES}&centres=random&${look}`);
  await expect(page.getByRole('status').filter({ has: page.getByRole('list') })).toBeVisible();
  await expect(page.locator('.katex').first()).toBeAttached();
  await openAll(page);
};

/** One after the other on one page, as a visitor would see them. */
const STATES: Readonly<Record<string, Enter>> = {
  'a page that trains': async (page, look) => {
    await openTraining(page, `${QUICK}&${look}`);
  },
  'a look back and its bookmarks': async (page) => {
    await page.getByRole('slider', { name: /^(History|기록)$/ }).press('Home');
    await button(page, /^(Bookmarks|책갈피)/).click();
    await button(page, /^(Keep what is shown|보이는 것 남기기)$/).click();
    await expect(page.getByRole('textbox', { name: /bookmark|책갈피/ })).toBeFocused();
  },
  'a page that rests, with a sample picked': async (page, look) => {
    await rest(page, look);
    await lastCircle(page).press('ArrowRight');
    await expect(lastCircle(page)).not.toHaveAttribute('aria-valuenow', '0');
  },
  'a sample moved by hand': async (page) => {
    await lastCircle(page).press('Shift+ArrowRight');
    await expect(page.getByRole('region', { name: /^(Moved by hand|손으로 옮김)$/ })).toBeVisible();
  },
  'large type and a link to share': async (page, look) => {
    await rest(page, `${look}&type=large`);
    await button(page, /^(Share|공유)$/).click();
    await expect(page.getByRole('region', { name: /Link to these settings|이 설정의 링크/ })).toBeVisible();
  },
  'six lanes in the plane of raw features': async (page, look) => {
    await rest(page, `${look}&view=raw&lanes=softmax~softmax~arcFace~cosFace~combined~normSoftmax`);
  },
  'a lane with the whole width': async (page, look) => {
    await rest(page, look);
    await button(page, /^(Enlarge ArcFace|ArcFace 크게 보기)$/).click();
  },
  'a figure with the whole width': async (page, look) => {
    await rest(page, look);
    await button(page, /^(Enlarge Target logit|타깃 로짓 크게 보기)$/).click();
  },
  'the map of margins with the whole width, its point moved': async (page, look) => {
    await rest(page, `${look}&lanes=softmax~combined~arcFace`);
    await button(page, /^(Enlarge Feasible margins and scales|가능한 마진과 스케일 크게 보기)$/).click();
    const map = page.locator('[data-figure=feasibilityMap] canvas');
    await expect(map).toHaveAttribute('aria-valuetext', /\S/);
    const before = await map.getAttribute('aria-valuetext');
    await map.press('ArrowRight');
    await expect(map).not.toHaveAttribute('aria-valuetext', before ?? '');
  },
  'globes that are turned, one with an infeasible margin, and a sample picked': async (page, look) => {
    await rest(page, `${look}&dim=3&lanes=softmax~cosFace,m3:0.6,s:16~arcFace`);
    await lastCircle(page).press('ArrowRight');
    await lastCircle(page).press('n');
    await expect(lastCircle(page)).not.toHaveAttribute('aria-valuenow', '0');
  },
  'everything open': everythingOpen,
  'everything open on a phone': async (page, look) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await everythingOpen(page, look);
  },
};

const LOOKS: readonly (readonly [title: string, look: string, states: Readonly<Record<string, Enter>>])[] = [
  ['English, light', 'lang=en&theme=light', STATES],
  ['Korean, dark', 'lang=ko&theme=dark', STATES],
  ['English, dark', 'lang=en&theme=dark', { 'everything open': everythingOpen }],
  ['Korean, light', 'lang=ko&theme=light', { 'everything open': everythingOpen }],
];

for (const [title, look, states] of LOOKS) {
  const often = states === STATES ? {} : CORE; // in all its states it is a minute's work
  test(`In ${title}, axe finds nothing wrong in any state of the page`, often, async ({ page }) => {
    const found: string[] = [];
    for (const [state, enter] of Object.entries(states)) {
      await test.step(state, () => enter(page, look));
      await expect(page.locator('html')).toHaveAttribute('data-theme', look.slice(14));
      found.push(...(await violations(page)).map((violation) => `${state}: ${violation}`));
      await tidy(page);
    }
    expect(found).toEqual([]);
  });
}

const TWO_LOOKS = ['lang=en&theme=light', 'lang=ko&theme=dark'];

test('axe finds nothing wrong with a page that gets ready', async ({ page }) => {
  await page.route(/\/assets\/worker-[^/]*\.js$/, () => {}); // never
  for (const look of TWO_LOOKS) {
    await page.goto(`./#${look}`);
    await expect(page.locator('main')).toHaveAttribute('data-status', 'starting');
    await expect(page.locator('html')).toHaveAttribute('data-theme', look.slice(14));
    expect(await violations(page), look).toEqual([]);
  }
});

test.describe(() => {
  test.use({ expectedComplaints: [/ERR_FAILED/] });

  test('axe finds nothing wrong with a page that cannot train', async ({ page }) => {
    await page.route(/\.bin$/, (route) => route.abort());
    for (const look of TWO_LOOKS) {
      await page.goto(`./#data=digits&${look}`);
      await expect(page.getByRole('alert')).toBeVisible();
      expect(await violations(page), look).toEqual([]);
    }
  });
});
