// Takes pictures of the built page while it trains, in every size, theme and language, to be looked at:
//   npm run build && node test/tools/gallery.mjs FOLDER [WORDS …]
// With words, only pictures with one of them in their name: 390x844, dark, ko, readme … `readme` is test/gallery/explore.png.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { launchOptions } from '../setup/browser.mjs';

/** @typedef {{ name: string, width: number, height: number, hash: string, step: number, phone: boolean }} Picture */

const SIZES = [
  { width: 1280, height: 720, phone: false },
  { width: 1440, height: 900, phone: false },
  { width: 390, height: 844, phone: true },
];
/** By then four losses have parted on the digits. */
const TRAINED = 400;
/** What a first visitor is told to try, as already tried. */
const NO_HINTS = () => localStorage.setItem('angular-margin-explorer hints', 'margin pick');

/** @type {Picture[]} */
const PICTURES = SIZES.flatMap(({ width, height, phone }) =>
  ['light', 'dark'].flatMap((theme) =>
    ['en', 'ko'].map((language) => ({
      name: `${width}x${height}-${theme}-${language}`,
      hash: `theme=${theme}&lang=${language}`,
      step: TRAINED / 4,
      width,
      height,
      phone,
    })),
  ),
);
const README = {
  name: 'readme',
  hash: 'theme=light&lang=en',
  step: TRAINED,
  width: 1280,
  height: 720,
  phone: false,
};

const [folder, ...words] = process.argv.slice(2);
if (!folder) {
  console.error('In which folder?');
  process.exit(1);
}
mkdirSync(folder, { recursive: true });
const server = await preview({ logLevel: 'silent', preview: { host: '127.0.0.1', port: 0 } });
const browser = await chromium.launch(launchOptions());
try {
  for (const picture of [...PICTURES, README]) {
    if (words.length > 0 && !words.some((word) => picture.name.includes(word))) continue;
    await take(picture, join(folder, `${picture.name}.png`));
    console.log(picture.name);
  }
} finally {
  await browser.close();
  await server.close();
}

/** @param {Picture} picture @param {string} path */
async function take({ width, height, hash, step, phone, name }, path) {
  const context = await browser.newContext({
    viewport: { width, height },
    hasTouch: phone,
    isMobile: phone,
    serviceWorkers: 'block',
  });
  const page = await context.newPage();
  if (name === 'readme') await page.addInitScript(NO_HINTS);
  await page.goto(`${server.resolvedUrls?.local[0]}#${hash}`);
  await page.waitForFunction(
    (least) => Number(document.querySelector('.counter output')?.textContent) >= least,
    step,
    { timeout: 120_000 },
  );
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path });
  await context.close();
}
