import type { Locator, Page } from '@playwright/test';
import { eventually, expect } from './fixtures';

// A figure below the lanes, by its title.

export const figure = (page: Page, title: string): Locator =>
  page.getByRole('region', { name: title, exact: true });
export const picture = (page: Page, title: string): Locator => figure(page, title).locator('canvas');
/** What a figure says of itself, which is written in full where it is enlarged. */
export const said = (page: Page, title: string): Promise<string> =>
  picture(page, title).evaluate(
    (canvas) => document.getElementById(canvas.getAttribute('aria-describedby') ?? '')?.textContent ?? '',
  );
/** Brings a figure into view and waits until it is drawn, and stands still: those above it take their room when they are near. */
export async function look(page: Page, title: string): Promise<void> {
  await expect(page.locator('.figure-cell:empty')).toHaveCount(0); // they come one by one
  await picture(page, title).scrollIntoViewIfNeeded();
  await eventually(() => isDrawn(picture(page, title)), title).toBe(true);
  let last = '';
  await eventually(async () => {
    const before = last;
    await picture(page, title).scrollIntoViewIfNeeded();
    last = JSON.stringify(await picture(page, title).boundingBox());
    return last === before;
  }, `${title} at its place`).toBe(true);
}
const isDrawn = (canvas: Locator): Promise<boolean> =>
  canvas.evaluate((element: HTMLCanvasElement) => {
    const { width, height } = element;
    const pixels = element.getContext('2d')?.getImageData(0, 0, width, height).data;
    return pixels?.some((value) => value > 0) ?? false;
  });
