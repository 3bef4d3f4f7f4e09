import { test as base, expect as plainExpect } from '@playwright/test';

/** Training on two busy cores takes its time; nothing here measures how long. */
export const expect = plainExpect.configure({ timeout: 15_000 });

/** Expects of a value that it will be so. Looks twenty times a second, where Playwright's own pace falls to once. */
export const eventually = <T>(
  read: () => Promise<T>,
  message = 'a value of the page',
  { timeout = 15_000 } = {},
) => expect.poll(read, { message, timeout, intervals: [50] });

interface Extras {
  /** Complaints that a test provokes on purpose. */
  expectedComplaints: RegExp[];
  /** Fails the test on any error in the console or the page, and on any request to another host. */
  noComplaints: undefined;
}

export const test = base.extend<Extras>({
  expectedComplaints: [[], { option: true }],
  noComplaints: [
    async ({ context, baseURL, expectedComplaints }, use) => {
      const complaints: string[] = [];
      const ownHost = new URL(baseURL ?? '').hostname;
      context.on('console', (message) => {
        if (message.type() === 'error')
          complaints.push(`console: ${message.text()} (${message.location().url})`);
      });
      context.on('weberror', (error) => complaints.push(`page: ${error.error().message}`));
      context.on('request', (request) => {
        const { protocol, hostname } = new URL(request.url());
        if (/^(https?|wss?):$/.test(protocol) && hostname !== ownHost)
          complaints.push(`request to ${request.url()}`);
      });

      await use(undefined);

      const unexpected = complaints.filter(
        (text) => !expectedComplaints.some((pattern) => pattern.test(text)),
      );
      expect(unexpected, 'complaints of the page').toEqual([]);
    },
    { auto: true },
  ],
});
