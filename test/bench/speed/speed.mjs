// `npm run bench`: steps a second of every variant, what a lane and what reading costs, how soon the page is there, what
// it feels like while it trains, and what more samples cost, in one real browser.
// `-- --json` prints JSON; `-- --rounds=3` changes how often each variant is measured.
import { chromium } from '@playwright/test';
import { launchOptions } from '../../setup/browser.mjs';
import { findBrowser } from '../../setup/findBrowser.mjs';
import { dateOfRun, machine, writeSection } from '../results.mjs';
import { measureArrival } from './arrival.mjs';
import { measureLanes } from './lanes.mjs';
import { measurePage } from './page.mjs';
import { measureReadback } from './readback.mjs';
import { measureSamples } from './samples.mjs';
import { serveBench, servePage } from './serve.mjs';
import { measureSteps } from './steps.mjs';
import { openBench } from './turns.mjs';
import {
  arrivalInWords,
  lanesInWords,
  pageInWords,
  readbackInWords,
  samplesInWords,
  stepsInWords,
} from './words.mjs';

const args = process.argv.slice(2);
const rounds = Number(args.find((arg) => arg.startsWith('--rounds='))?.slice('--rounds='.length) ?? 5);

const browser = await chromium.launch(launchOptions(await findBrowser()));
try {
  const { steps, lanes, readback } = await served(serveBench, async (address) => {
    const bench = await openBench(browser, address);
    return {
      steps: await measureSteps(bench, rounds),
      lanes: await measureLanes(bench, rounds),
      readback: await measureReadback(bench, rounds),
    };
  });
  const { page, arrival, samples } = await served(servePage, async (address) => ({
    page: await measurePage(browser, address),
    arrival: await measureArrival(browser, address, rounds),
    samples: await measureSamples(browser, address, rounds),
  }));
  const where = machine(dateOfRun(), `Chromium ${browser.version()}`, steps.renderer);
  const text = [
    where,
    stepsInWords(steps),
    lanesInWords(lanes),
    readbackInWords(readback),
    pageInWords(page),
    arrivalInWords(arrival),
    samplesInWords(samples),
  ].join('\n\n');
  writeSection('speed', text);
  const all = { where, steps, lanes, readback, page, arrival, samples };
  console.log(args.includes('--json') ? JSON.stringify(all, null, 2) : text);
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
