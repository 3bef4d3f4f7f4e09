import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import { openAll, openTraining, QUICK } from './explorer';
import { expect, test } from './fixtures';

declare global {
  interface Window {
    axe: { run(): Promise<AxeResults> };
  }
}

// Axe looks at every element in turn, which takes its time on two busy cores.
test.describe.configure({ timeout: 90_000 });

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong, one line for each element. */
async function violations(page: Page): Promise<string[]> {
  // Not as a script of the page, which its security policy would refuse.
  await page.evaluate(source);
  const { violations } = await page.evaluate(() => window.axe.run());
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary?.replace(/\s+/g, ' ')}`,
    ),
  );
}

test('axe finds nothing wrong with everything open and every notice shown, in both languages and themes', async ({
  page,
}) => {
  // Of these lanes one has an infeasible margin, one a changed option, one a schedule; and the address is broken.
  const lanes = 'lanes=softmax~sphereFace~cosFace,m3:0.5,s:16~arcFace,m2:0.4,s:16,guard:none~nonsense';
  const notices = page.getByRole('status').filter({ has: page.getByRole('list') });
  const found: string[] = [];
  for (const look of [
    'lang=en&theme=light',
    'lang=en&theme=dark',
    'lang=ko&theme=light',
    'lang=ko&theme=dark',
  ]) {
    await page.goto(`./#${QUICK}&${lanes}&centres=random&${look}`);
    await expect(page.locator('html')).toHaveAttribute('data-theme', look.slice(14));
    await expect(notices).toBeVisible();
    await expect(page.locator('.katex').first()).toBeAttached();
    await openAll(page);
    found.push(...(await violations(page)).map((violation) => `${look}: ${violation}`));
  }
  expect(found).toEqual([]);
});

const TWO_LOOKS = ['lang=en&theme=light', 'lang=ko&theme=dark'];
const START = /\/assets\/worker-[^/]*\.js$/;
const button = (page: Page, name: RegExp) => page.getByRole('button', { name });
const settled = async (page: Page, settings: string): Promise<void> => {
  await page.goto(`./#${QUICK}&until=3&${settings}`);
  await expect(
    page.getByRole('status').filter({ hasText: /Step 3 is reached|3스텝에 이르렀/ }),
  ).toBeVisible();
};

/** Brings the page into a state, in a look. */
const STATES: Readonly<Record<string, (page: Page, look: string) => Promise<void>>> = {
  'a page that gets ready': async (page, look) => {
    await page.route(START, () => {});
    await page.goto(`./#${look}`);
    await expect(page.locator('main')).toHaveAttribute('data-status', 'starting');
  },
  'a page that trains': async (page, look) => {
    await openTraining(page, `${QUICK}&${look}`);
  },
  'a page that rests, with a sample picked': async (page, look) => {
    await settled(page, look);
    const circle = page.locator('.lane canvas').last();
    // The rest is said before its last snapshot is there: without samples a key picks none.
    await expect(page.locator('.lane output').last()).not.toHaveText('–');
    await circle.press('ArrowRight');
    await expect(circle).not.toHaveAttribute('aria-valuenow', '0');
  },
  'a sample moved by hand': async (page, look) => {
    await settled(page, look);
    const circle = page.locator('.lane canvas').last();
    await expect(page.locator('.lane output').last()).not.toHaveText('–');
    await circle.press('ArrowRight');
    await circle.press('Shift+ArrowRight');
    await expect(page.getByRole('region', { name: /^(Moved by hand|손으로 옮김)$/ })).toBeVisible();
  },
  'large type and a link to share': async (page, look) => {
    await settled(page, `${look}&type=large`);
    await button(page, /^(Share|공유)$/).click();
    await expect(page.getByRole('region', { name: /Link to these settings|이 설정의 링크/ })).toBeVisible();
  },
  'six lanes in the plane of raw features': async (page, look) => {
    await settled(page, `${look}&view=raw&lanes=softmax~softmax~arcFace~cosFace~combined~normSoftmax`);
  },
  'a lane with the whole width': async (page, look) => {
    await settled(page, look);
    await button(page, /^(Enlarge ArcFace|ArcFace 크게 보기)$/).click();
  },
  'a figure with the whole width': async (page, look) => {
    await settled(page, look);
    await button(page, /^(Enlarge Target logit|타깃 로짓 크게 보기)$/).click();
  },
  'the map of margins with the whole width, its point moved': async (page, look) => {
    await settled(page, `${look}&lanes=softmax~combined~arcFace`);
    await button(page, /^(Enlarge Feasible margins and scales|가능한 마진과 스케일 크게 보기)$/).click();
    const map = page.locator('[data-figure=feasibilityMap] canvas');
    const before = await map.getAttribute('aria-valuetext');
    await map.press('ArrowRight');
    await expect(map).not.toHaveAttribute('aria-valuetext', before ?? '');
  },
  'globes that are turned, one with an infeasible margin, and a sample picked': async (page, look) => {
    await settled(page, `${look}&dim=3&lanes=softmax~cosFace,m3:0.6,s:16~arcFace`);
    const globe = page.locator('.lane canvas').last();
    await expect(page.locator('.lane output').last()).not.toHaveText('–');
    await globe.press('ArrowRight');
    await globe.press('n');
    await expect(globe).not.toHaveAttribute('aria-valuenow', '0');
    await openAll(page);
  },
  'a phone, everything open': async (page, look) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await settled(page, look);
    await openAll(page);
  },
};

test('axe finds nothing wrong with a look back and its bookmarks', async ({ page }) => {
  const found: string[] = [];
  for (const look of TWO_LOOKS) {
    await page.goto('about:blank'); // no run of the look before is left
    await openTraining(page, `${QUICK}&${look}`);
    await page.getByRole('slider', { name: /^(History|기록)$/ }).press('Home');
    await button(page, /^(Bookmarks|책갈피)/).click();
    await button(page, /^(Keep what is shown|보이는 것 남기기)$/).click();
    await expect(page.getByRole('textbox', { name: /bookmark|책갈피/ })).toBeFocused();
    found.push(...(await violations(page)).map((violation) => `${look}: ${violation}`));
  }
  expect(found).toEqual([]);
});

for (const [state, enter] of Object.entries(STATES)) {
  test(`axe finds nothing wrong with ${state}`, async ({ page }) => {
    const found: string[] = [];
    for (const look of TWO_LOOKS) {
      await page.goto('about:blank'); // no state of the look before is left
      await enter(page, look);
      await expect(page.locator('html')).toHaveAttribute('data-theme', look.slice(14));
      found.push(...(await violations(page)).map((violation) => `${look}: ${violation}`));
    }
    expect(found).toEqual([]);
  });
}

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
