// `npm run bench`: steps a second of every variant, what a lane and what reading costs, how soon the page is there, what
// it feels like while it trains, and what more samples cost, in one real browser.
// `-- --json` prints JSON; `-- --rounds=3` changes how often each variant is measured; `-- engines` and `-- page` measure a
// half of it: the variants by themselves, or the built page.
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

const half = args.find((arg) => arg === 'engines' || arg === 'page');

const browser = await chromium.launch(launchOptions(await findBrowser()));
try {
  if (half !== 'page') {
    const engines = await served(serveBench, measureEngines);
    const { steps, lanes, readback } = engines;
    report(
      'engines',
      engines,
      [steps.renderer],
      stepsInWords(steps),
      lanesInWords(lanes),
      readbackInWords(readback),
    );
  }
  if (half !== 'engines') {
    const page = await served(servePage, measureBuilt);
    const { states, arrival, samples } = page;
    report('page', page, [], pageInWords(states), arrivalInWords(arrival), samplesInWords(samples));
  }
} finally {
  await browser.close();
}

/** @param {string} address */
async function measureEngines(address) {
  const bench = await openBench(browser, address);
  return {
    steps: await measureSteps(bench, rounds),
    lanes: await measureLanes(bench, rounds),
    readback: await measureReadback(bench, rounds),
  };
}

/** @param {string} address */
async function measureBuilt(address) {
  return {
    states: await measurePage(browser, address),
    arrival: await measureArrival(browser, address, rounds),
    samples: await measureSamples(browser, address, rounds),
  };
}

/** Prints a half, and writes it down.
 * @param {'engines' | 'page'} name @param {object} measured @param {string[]} by @param {string[]} words */
function report(name, measured, by, ...words) {
  const where = machine(dateOfRun(), `Chromium ${browser.version()}`, ...by);
  const text = [where, ...words].join('\n\n');
  writeSection(name, text);
  console.log(args.includes('--json') ? JSON.stringify({ where, ...measured }, null, 2) : text);
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
