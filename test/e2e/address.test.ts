import type { Page } from '@playwright/test';
import {
  button,
  choice,
  circle,
  counter,
  lane,
  openAll,
  openPaused,
  openTraining,
  pictureOf,
  QUICK,
  setUp,
  slider,
  statusLine,
} from './explorer';
import { CORE, eventually, expect, test } from './fixtures';

const hashOf = (page: Page): string => new URL(page.url()).hash;
const historyLength = (page: Page): Promise<number> => page.evaluate(() => history.length);
const notices = (page: Page) => page.getByRole('status').filter({ hasText: 'Not all of this address' });

/** Differs from the defaults in everything that an address holds. */
const FAR =
  'lanes=combined,m1:1.1,m2:0.2,m3:0.05,s:20~arcFace,m2:0.3,s:24,guard:none~arcFace,m2:0.1,s:8' +
  '&data=identities,classes:5,perClass:100,testPerClass:40,spread:0.2&dim=2&seed=42&centres=random' +
  '&optimizer=sgd&rate=0.002&batch=32&engine=cpu&until=5000&link=1&lang=en&theme=dark&type=large';

test('Dragging replaces the entry of the history, and a choice makes a new one', async ({ context }) => {
  const page = await context.newPage(); // a browser counts up to fifty, which a used page has behind it
  await openPaused(page);
  const before = await historyLength(page);
  for (const value of ['0.1', '0.2', '0.3']) await slider(page, 'ArcFace margin m₂').fill(value);
  await eventually(async () => hashOf(page)).toContain('arcFace,m2:0.3,');
  expect(await historyLength(page)).toBe(before);

  await choice(page, 'Softmax: choose another loss').selectOption('Norm-Softmax');
  await eventually(async () => hashOf(page)).toContain('lanes=normSoftmax,');
  expect(await historyLength(page)).toBe(before + 1);
  await setUp(page).click();
  await button(page, 'New seed').click();
  await eventually(async () => hashOf(page)).toContain('seed=2');
  await button(page, '한국어').click();
  await eventually(async () => hashOf(page)).toContain('lang=ko');
  expect(await historyLength(page)).toBe(before + 3);
});

test('Back and Forward restore the page and the settings together', async ({ page }) => {
  await openPaused(page);
  await slider(page, 'ArcFace margin m₂').fill('0.3');
  // At once: what the drag has not yet written down belongs to the entry that this leaves.
  await choice(page, 'Softmax: choose another loss').selectOption('Norm-Softmax');
  await choice(page, 'Theme').selectOption('Dark');
  await slider(page, 'ArcFace margin m₂').fill('0.7');
  await eventually(async () => hashOf(page)).toContain('m2:0.7');
  const html = page.locator('html');

  await page.goBack();
  await expect(html).not.toHaveAttribute('data-theme', 'dark');
  await expect(slider(page, 'ArcFace margin m₂')).toHaveValue('0.3');
  await page.goBack();
  await expect(lane(page, 'Softmax')).toBeVisible();
  await expect(slider(page, 'ArcFace margin m₂')).toHaveValue('0.3');
  expect(hashOf(page)).toContain('m2:0.3');
  await page.goForward();
  await page.goForward();
  await expect(lane(page, 'Norm-Softmax')).toBeVisible();
  await expect(html).toHaveAttribute('data-theme', 'dark');
  await expect(slider(page, 'ArcFace margin m₂')).toHaveValue('0.7');
});

/** What FAR asks for, as a person sees it. */
async function expectFar(page: Page): Promise<void> {
  const regions = page.getByRole('region', { name: 'Losses side by side' }).getByRole('region');
  await expect(regions).toHaveCount(3);
  for (const name of ['Combined', 'ArcFace', 'ArcFace 2']) await expect(lane(page, name)).toBeVisible();
  await expect(slider(page, 'Combined margin m₁')).toHaveValue('1.1');
  await expect(slider(page, 'ArcFace scale s')).toHaveValue('24');
  await expect(slider(page, 'ArcFace 2 margin m₂')).toHaveValue('0.1');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(statusLine(page)).toContainText('JavaScript (as chosen)');
  await openAll(page);
  await expect(choice(page, 'ArcFace beyond π − m')).toHaveValue('none');
  await expect(page.getByRole('spinbutton', { name: 'identities' })).toHaveValue('5');
  await expect(choice(page, 'Centres start')).toHaveValue('random');
  await expect(choice(page, 'Optimiser')).toHaveValue('sgd');
  await expect(choice(page, 'Learning rate')).toHaveValue('0.002');
  await expect(choice(page, 'Batch')).toHaveValue('32');
  await expect(setUp(page)).toContainText('Synthetic identities · 5 classes · seed 42');
  await expect(notices(page)).toHaveCount(0);
}

test('An address holds the whole configuration, and a reload keeps it', async ({ page }) => {
  await openTraining(page, FAR);
  await expectFar(page);
  const linked = page.getByRole('checkbox', { name: 'Link sliders' });
  await linked.uncheck();
  await linked.check(); // the address is now one that the page wrote
  await eventually(async () => hashOf(page)).toBe(`#${FAR}`);
  await page.reload();
  await expectFar(page);
  await expect(linked).toBeChecked();
  expect(hashOf(page)).toBe(`#${FAR}`);
});

test('An address pasted over that of an open page is followed', CORE, async ({ page }) => {
  await openPaused(page);
  const picture = await pictureOf(circle(page, 'ArcFace'));
  await page.goto(`./#${QUICK}&seed=9&lanes=arcFace,m2:0.2~x`);
  await expect(slider(page, 'ArcFace margin m₂')).toHaveValue('0.2');
  await expect(lane(page, 'Softmax')).toHaveCount(0);
  await expect(notices(page)).toContainText('“lanes” (x) is not known');
  await eventually(() => pictureOf(circle(page, 'ArcFace'))).not.toBe(picture);
  await expect(counter(page)).toHaveText('0');
});

test(
  'Of a broken address the page keeps the good parts, lists the others, and can forget them',
  CORE,
  async ({ page }) => {
    await page.goto('./#lanes=nonsense~arcFace,m2:abc,s:1e308&data=foo&seed=-1&x=y&theme=dark');
    await expect(notices(page).getByRole('listitem')).toHaveText([
      'data: “foo” cannot be: digits instead',
      '“lanes” (nonsense) is not known: left out',
      'arcFace m2: “abc” cannot be: 0.5 instead',
      'arcFace s: “1e308” cannot be: 64 instead',
      'seed: “-1” cannot be: 1 instead',
      '“x” (y) is not known: left out',
    ]);
    await expect(page.getByRole('region', { name: 'Losses side by side' }).getByRole('region')).toHaveCount(
      1,
    );
    await expect(slider(page, 'ArcFace scale s')).toHaveValue('64');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await button(page, 'Dismiss').click();
    await expect(notices(page)).toHaveCount(0);
  },
);

test('No address, however hostile, breaks the page or gets on it as markup', async ({ page }) => {
  const hostile = [
    `lanes=${'arcFace~'.repeat(1000)}`,
    '%E0%A4%A%%%&=&==&#',
    '<script>document.title="broken"</script>=<img src=x onerror=document.title="broken">',
    'theme="><svg onload=document.title=1>&lang=__proto__&data=constructor,classes:__proto__',
    `seed=${'9'.repeat(5000)}`,
  ];
  await page.goto('./');
  for (const address of hostile) {
    await page.evaluate((hash) => {
      location.hash = hash;
    }, address);
    await expect(notices(page).getByRole('listitem')).not.toHaveCount(0);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Angular Margin Explorer');
    await expect(page).toHaveTitle('Angular Margin Explorer');
    await expect(notices(page).getByRole('listitem').locator('*'), 'text alone').toHaveCount(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), address).toBe(true);
  }
});
