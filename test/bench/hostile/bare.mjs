// A Chromium with no debugger and no trace.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchOptions } from '../../setup/browser.mjs';

/** Opens an address.
 * @param {import('../../setup/browser.mjs').Browser} browser @param {string} address */
export async function openBare(browser, address) {
  const profile = await mkdtemp(join(tmpdir(), 'margins-'));
  const { args, env } = launchOptions(browser);
  const own = ['--headless', '--no-sandbox', '--window-size=1280,860', `--user-data-dir=${profile}`];
  const child = spawn(browser.executablePath, [...own, ...args, address], { stdio: 'ignore', env });
  await once(child, 'spawn');
  const end = new AbortController();
  const gone = once(child, 'exit').then(() => end.abort(new Error('the browser has ended')));
  return {
    id: child.pid ?? 0,
    /** Aborted when it has ended, by itself too. */
    ended: end.signal,
    async close() {
      child.kill();
      await gone;
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
