import type { Locator, Page } from '@playwright/test';
import { circle, LANES, open, pictureOf, SMALL, settledReadings } from './explorer';
import { expect } from './fixtures';

// Centres and samples that a hand moves while a run stands still.

export const END = 60;
const RUN = `${SMALL}&retrain=0&until=${END}`;

export const news = (page: Page): Locator => page.getByRole('region', { name: 'Moved by hand' });
export const card = (page: Page): Locator => page.getByRole('article', { name: 'ArcFace: picked sample' });
export const circles = (page: Page): Promise<string[]> =>
  Promise.all(LANES.map((name) => pictureOf(circle(page, name))));

/** A lane's circle, globe or plane. */
export const picture = (page: Page, name: string): Locator =>
  page.getByRole('slider', { name: new RegExp(`^${name} (circle|globe|raw features), `) });

/** A run at rest, when its readings stay. */
export async function openAtRest(page: Page, view = ''): Promise<string[]> {
  await open(page, RUN + view);
  await expect(page.locator('.run-news')).toContainText(`Step ${END} is reached`);
  await expect(picture(page, 'ArcFace')).toHaveAttribute('aria-valuetext', new RegExp(`, step ${END}(;|$)`));
  return settledReadings(page);
}

/** A place on a circle, its radius 1: counter-clockwise from the right, as on a page. */
export async function placeOn(canvas: Locator, angle: number, r: number) {
  const box = await canvas.boundingBox();
  if (!box) throw new Error('it is not on the page');
  const reach = 0.37 * Math.min(box.width, box.height) * r;
  return [
    box.x + box.width / 2 + reach * Math.cos(angle),
    box.y + box.height / 2 - reach * Math.sin(angle),
  ] as const;
}
/** Where the hand is offered, going around at a radius: the angle. */
export async function findHand(page: Page, canvas: Locator, r: number): Promise<number> {
  for (let k = 0; k < 240; k++) {
    const angle = (2 * Math.PI * k) / 240;
    await page.mouse.move(...(await placeOn(canvas, angle, r)));
    if ((await canvas.getAttribute('data-hand')) === 'over') return angle;
  }
  throw new Error('there is nothing to take');
}
