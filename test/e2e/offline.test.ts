import { preview } from 'vite';
import { expect, test } from './fixtures';

test.use({ serviceWorkers: 'allow' });

test('After one visit, the page opens again without its server, from a folder of a site too', async ({
  page,
}) => {
  const site = await preview({
    base: '/course/margins/',
    logLevel: 'silent',
    preview: { host: '127.0.0.1', port: 0 },
  });
  const heading = page.getByRole('heading', { level: 1, name: 'Angular Margin Explorer' });
  const address = site.resolvedUrls?.local[0] ?? '';
  try {
    expect(address).toMatch(/\/course\/margins\/$/);
    await page.goto(address);
    await expect(heading).toBeVisible();
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready; // all files are stored by then
    });
  } finally {
    await site.close();
  }
  await expect(fetch(address), 'the server is gone').rejects.toThrow();
  await page.reload();
  await expect(heading).toBeVisible();
});
