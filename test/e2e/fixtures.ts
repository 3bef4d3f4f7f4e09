import {
  test as base,
  type ConsoleMessage,
  type Page,
  expect as plainExpect,
  type Request,
  type WebError,
} from '@playwright/test';

/** Training on two busy cores takes its time; nothing here measures how long. */
export const expect = plainExpect.configure({ timeout: 30_000 });

/** Expects of a value that it will be so. Looks twenty times a second, where Playwright's own pace falls to once. */
export const eventually = <T>(
  read: () => Promise<T>,
  message = 'a value of the page',
  { timeout = 30_000 } = {},
) => expect.poll(read, { message, timeout, intervals: [50] });

/**
 * A test that every `npm test` runs, as `test(title, CORE, body)`: of each thing that the page does, the one that fails
 * first. The others take a quarter of an hour on two cores, so they are left to CI and to `npm test -- all`.
 */
export const CORE = { tag: '@core' } as const;
/** Set by `npm test` alone: Playwright by itself runs every test. */
const CORE_ONLY = Boolean(process.env.CORE_ONLY);

interface Extras {
  /** Skips all tests but the core, if no more are asked for. */
  depth: undefined;
  /** Complaints that a test provokes on purpose. */
  expectedComplaints: RegExp[];
  /**
   * The tests of a file go on in the page of the test before, as someone does who follows one link after another: to open
   * it takes longer than most of them. explorer.ts opens an address there without loading the page again.
   */
  keepsPage: boolean;
  /** Fails the test on any error in the console or the page, and on any request to another host. */
  noComplaints: undefined;
}

interface WorkerExtras {
  /** The page that is kept. */
  kept: { page: Page | null };
}

/** Shuts what the test before left open and turns globes back; its run ends when the next one begins. */
export async function tidy(page: Page): Promise<void> {
  await page.emulateMedia({ media: null, colorScheme: null, reducedMotion: null });
  await page.mouse.move(0, 0);
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    for (const details of document.querySelectorAll('details')) details.open = false;
    for (const open of document.querySelectorAll<HTMLElement>(
      '.figure-large .figure-tool, .globe-reset, [aria-expanded=true]',
    ))
      open.click();
    for (const select of document.querySelectorAll<HTMLSelectElement>('.figure-menus select')) {
      select.selectedIndex = 0;
      select.dispatchEvent(new Event('change', { bubbles: true }));
    }
    window.scrollTo(0, 0);
  });
}

export const test = base.extend<Extras, WorkerExtras>({
  depth: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from its pattern
    async ({}, use, info) => {
      info.skip(CORE_ONLY && !info.tags.includes(CORE.tag), 'CI and npm test -- all run it');
      await use(undefined);
    },
    { auto: true },
  ],
  expectedComplaints: [[], { option: true }],
  keepsPage: [false, { option: true }],
  kept: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from its pattern
    async ({}, use) => {
      const kept: WorkerExtras['kept'] = { page: null };
      await use(kept);
      await kept.page?.context().close();
    },
    { scope: 'worker' },
  ],
  page: async ({ context, keepsPage, kept, browser, viewport }, use, info) => {
    if (!keepsPage) {
      await use(context.pages()[0] ?? (await context.newPage()));
      return;
    }
    if (kept.page) await tidy(kept.page);
    kept.page ??= await (await browser.newContext()).newPage();
    if (viewport) await kept.page.setViewportSize(viewport);
    await use(kept.page);
    if (info.status !== info.expectedStatus) {
      await kept.page.context().close();
      kept.page = null;
    }
  },
  noComplaints: [
    async ({ page, baseURL, expectedComplaints }, use) => {
      const context = page.context();
      const complaints: string[] = [];
      const ownHost = new URL(baseURL ?? '').hostname;
      const onConsole = (message: ConsoleMessage): void => {
        if (message.type() === 'error')
          complaints.push(`console: ${message.text()} (${message.location().url})`);
      };
      const onError = (error: WebError): void => void complaints.push(`page: ${error.error().message}`);
      const onRequest = (request: Request): void => {
        const { protocol, hostname } = new URL(request.url());
        if (/^(https?|wss?):$/.test(protocol) && hostname !== ownHost)
          complaints.push(`request to ${request.url()}`);
      };
      context.on('console', onConsole).on('weberror', onError).on('request', onRequest);

      await use(undefined);

      context.off('console', onConsole).off('weberror', onError).off('request', onRequest);
      const unexpected = complaints.filter(
        (text) => !expectedComplaints.some((pattern) => pattern.test(text)),
      );
      expect(unexpected, 'complaints of the page').toEqual([]);
    },
    { auto: true },
  ],
});
