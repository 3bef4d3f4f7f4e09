// `npm run bench`: steps a second of every variant, what a lane costs, and what the page feels like while it trains, in
// one real browser.
// `-- --json` prints JSON; `-- --rounds=3` changes how often each variant is measured.
import { chromium } from '@playwright/test';
import { launchOptions } from '../../setup/browser.mjs';
import { findBrowser } from '../../setup/findBrowser.mjs';
import { dateOfRun, machine, writeSection } from '../results.mjs';
import { measureLanes } from './lanes.mjs';
import { measurePage } from './page.mjs';
import { serveBench, servePage } from './serve.mjs';
import { measureSteps } from './steps.mjs';
import { openBench } from './turns.mjs';
import { lanesInWords, pageInWords, stepsInWords } from './words.mjs';

const args = process.argv.slice(2);
const rounds = Number(args.find((arg) => arg.startsWith('--rounds='))?.slice('--rounds='.length) ?? 5);

const browser = await chromium.launch(launchOptions(await findBrowser()));
try {
  const { steps, lanes } = await served(serveBench, async (address) => {
    const bench = await openBench(browser, address);
    return { steps: await measureSteps(bench, rounds), lanes: await measureLanes(bench, rounds) };
  });
  const page = await served(servePage, (address) => measurePage(browser, address));
  const where = machine(dateOfRun(), `Chromium ${browser.version()}`, steps.renderer);
  const text = [where, stepsInWords(steps), lanesInWords(lanes), pageInWords(page)].join('\n\n');
  writeSection('speed', text);
  console.log(args.includes('--json') ? JSON.stringify({ where, steps, lanes, page }, null, 2) : text);
} finally {
  await browser.close();
}

/**
 * @template T
 * @param {typeof serveBench} serve @param {(address: string) => Promise<T>} measure
 */
async function served(serve, measure) {
  const { address, close } = await serve();
  try {
    return await measure(address);
  } finally {
    await close();
  }
}
