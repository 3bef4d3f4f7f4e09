// The browser of the tests: where a Chromium may be, and how it is started.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** SwiftShader draws the same pictures on every machine, with a graphics card or without. */
const DRAWING = ['--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--disable-gpu-compositing'];
/** ... and so do letters without the screen's own smoothing. */
const LETTERS = ['--disable-lcd-text', '--font-render-hinting=none'];
/** A test run asks nobody for updates, accounts or greetings. */
const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** What names a Chromium: its program, and what it needs in its environment.
 * @typedef {{ executablePath: string, env?: Record<string, string> }} Browser */

/** How to start it, for Playwright and for Vitest alike.
 * @param {Browser | undefined} browser */
export function launchOptions(browser = known()) {
  return {
    ...(browser && { executablePath: browser.executablePath }),
    ...(browser?.env && { env: { ...environment(), ...browser.env } }),
    args: [...DRAWING, ...LETTERS, ...QUIET],
    chromiumSandbox: false, // does not start as root, and the tests open nothing but this project
  };
}

/** `npm test` proves a browser once and hands it on with this; a test run started by hand takes the first it sees. */
const HANDED_ON = 'TEST_BROWSER';

/** @param {Browser} browser @returns {Record<string, string>} */
export const handOn = (browser) => ({ [HANDED_ON]: JSON.stringify(browser) });

/** @returns {Browser | undefined} */
function known() {
  const handed = process.env[HANDED_ON];
  if (handed) return JSON.parse(handed);
  const executablePath = candidates().find((path) => existsSync(path));
  return executablePath ? { executablePath } : undefined; // without any, Playwright looks for its own
}

/** Where Chrome, Chromium or Edge would be on this machine, best first. */
export function candidates() {
  const chosen = process.env.CHROME_PATH ? [process.env.CHROME_PATH] : [];
  return [...chosen, ...(PLACES[process.platform]?.() ?? [])];
}

/** @type {Partial<Record<NodeJS.Platform, () => string[]>>} */
const PLACES = {
  linux: () => {
    const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'];
    const folders = (process.env.PATH ?? '').split(delimiter);
    return names.flatMap((name) => folders.map((folder) => join(folder, name)));
  },
  darwin: () => {
    const names = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
    return names.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
  },
  win32: () => {
    const programs = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];
    const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap(
      (name) => process.env[name] ?? [],
    );
    return programs.flatMap((program) => roots.map((root) => join(root, program)));
  },
};

/** @returns {Record<string, string>} */
function environment() {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([k, v]) => (v === undefined ? [] : [[k, v]])),
  );
}
