// Draws public/favicon.svg as the favicon.png beside it: node test/tools/favicon.mjs
import { readFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { launchOptions } from '../setup/browser.mjs';

const SIZE = 64;
const file = (/** @type {string} */ name) => new URL(`../../public/${name}`, import.meta.url);

const browser = await chromium.launch(launchOptions());
const page = await browser.newPage({ viewport: { width: SIZE, height: SIZE } });
const drawing = readFileSync(file('favicon.svg'), 'utf8');
await page.setContent(`<style>body { margin: 0 } svg { display: block; width: 100% }</style>${drawing}`);
await page.screenshot({ path: file('favicon.png').pathname, omitBackground: true });
await browser.close();
