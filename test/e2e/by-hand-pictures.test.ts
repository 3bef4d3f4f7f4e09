import { findHand, news, openAtRest, picture, placeOn } from './byHand';
import { allReadings, LANES, pictureOf } from './explorer';
import { eventually, expect, test } from './fixtures';

test.use({ keepsPage: true });

for (const [where, view] of [
  ['over the globe', '&dim=3'],
  ['in the plane of raw features', '&view=raw'],
] as const) {
  test(`Centres and the picked sample are moved ${where}, too`, async ({ page }) => {
    const end = await openAtRest(page, view);
    const arcFace = picture(page, 'ArcFace');
    await arcFace.scrollIntoViewIfNeeded();
    await arcFace.press('Escape');
    const moves = async (act: () => Promise<void>): Promise<void> => {
      const before = await pictureOf(arcFace);
      await act();
      await expect(news(page)).toBeVisible();
      await eventually(() => pictureOf(arcFace)).not.toBe(before);
      await eventually(() => allReadings(page, ['ArcFace'])).not.toEqual(end.slice(-5));
      expect(await allReadings(page, LANES.slice(0, -1)), 'other lanes').toEqual(end.slice(0, -5));
      await arcFace.press('Escape');
      await expect(news(page)).toBeHidden();
      await eventually(() => allReadings(page)).toEqual(end);
    };
    // Further out than any sample there are only pins of centres, or their labels.
    const angle = await findHand(page, arcFace, view === '&dim=3' ? 1.22 : 1.25);
    await moves(async () => {
      await page.mouse.down();
      await page.mouse.move(...(await placeOn(arcFace, angle + 0.5, 0.9)), { steps: 6 });
      await page.mouse.up();
      await page.mouse.move(2, 2);
    });
    // Samples are picked by the keys of each picture.
    await arcFace.press('PageUp');
    await expect(arcFace).toHaveAttribute('aria-valuetext', /^sample/);
    await moves(async () => {
      for (let k = 0; k < 30; k++) await arcFace.press('Shift+ArrowRight');
    });
    await expect(arcFace).toHaveAttribute('aria-valuetext', /^sample/); // the second Escape lets it go
    await arcFace.press('Escape');
  });
}
