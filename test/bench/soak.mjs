// `npm run soak -- 60`: trains for so many minutes in a real browser, and looks once a minute at what page, worker and
// processes hold, how fast the run is and how smooth the page. `--settings=data=identities&engine=webgl` trains something
// else; `--json` prints JSON; `--write` puts it into RESULTS.md.
import { chromium } from '@playwright/test';
import { launchOptions } from '../setup/browser.mjs';
import { findBrowser } from '../setup/findBrowser.mjs';
import { COUNT_HELD, inWorkers, memoryOf } from '../setup/inside.mjs';
import { dateOfRun, machine, writeSection } from './results.mjs';
import { minute, stand } from './soak/minute.mjs';
import { openForLong } from './soak/page.mjs';
import { changes, inWords, row, verdict } from './soak/report.mjs';
import { servePage } from './speed/serve.mjs';

const args = process.argv.slice(2);
const count = Number(args.find((arg) => /^\d+$/.test(arg)) ?? 60);
const given = args.find((arg) => arg.startsWith('--settings='))?.slice('--settings='.length);
const settings = given ?? 'data=digits';

const { address, close } = await servePage();
const browser = await chromium.launch(launchOptions(await findBrowser()));
const where = machine(dateOfRun(), `Chromium ${browser.version()}`);
/** @type {import('./soak/minute.mjs').Minute[]} */
const minutes = [];
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await inWorkers(page, COUNT_HELD);
  await openForLong(page, address, settings);
  const watched = { page, memory: await memoryOf(page), system: await browser.newBrowserCDPSession() };
  await watched.memory();
  for (let number = 1; number <= count; number++) {
    // What a look itself takes, which frees all that can be freed, is nobody's.
    const one = await minute(number, watched, await stand(watched));
    minutes.push(one);
    console.error(row(one).join(' · '));
  }
} finally {
  if (minutes.length > 0) report();
  await browser.close();
  await close();
}

function report() {
  const text = inWords(where, settings, minutes);
  if (args.includes('--write')) writeSection('soak', text);
  const json = { where, settings, verdict: verdict(minutes), changes: changes(minutes), minutes };
  console.log(args.includes('--json') ? JSON.stringify(json, null, 2) : text);
}
