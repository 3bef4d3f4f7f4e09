// `npm run hostile -- 10000`: the built page opens so many hostile addresses, in a Chromium that nobody debugs, and it is
// told what threw, brought markup or went unsaid, and how long the main thread's tasks are by the clock. A second number
// begins later. `--write` puts it into RESULTS.md. Half an hour for 10,000 on two cores, with nothing else to do.
import { on, once } from 'node:events';
import { runnerImport } from 'vite';
import { findBrowser } from '../setup/findBrowser.mjs';
import { openBare, versionOf } from './hostile/bare.mjs';
import { createLog } from './hostile/log.mjs';
import { followMainThread } from './hostile/mainThread.mjs';
import { faultsOf, inShort, inWords } from './hostile/report.mjs';
import { serveHarness } from './hostile/site.mjs';
import { dateOfRun, machine, writeSection } from './results.mjs';

const args = process.argv.slice(2);
const [count = 10_000, from = 0] = args.filter((arg) => /^\d+$/.test(arg)).map(Number);
/** How it goes is said after so many. */
const OFTEN = 500;

/** @type {{ module: typeof import('../tools/hostile.ts') }} */
const { module } = await runnerImport('./test/tools/hostile.ts');
const addresses = module.hostileAddresses(count, from);
const hashes = addresses.map(({ hash }) => hash);
const browser = await findBrowser();
const where = machine(dateOfRun(), await versionOf(browser));
const site = await serveHarness(hashes);
const bare = await openBare(browser, site.address);
try {
  const { opened } = await listen();
  const text = inWords(where, opened);
  if (args.includes('--write')) writeSection('hostile', text);
  console.log(text);
  process.exitCode = faultsOf(opened).length > 0 ? 1 : 0;
} finally {
  await bare.close();
  await site.close();
}

async function listen() {
  const [opening] = await once(site.news, 'told', { signal: bare.ended });
  const log = createLog(addresses, from, opening, followMainThread(bare.id));
  for await (const [told] of on(site.news, 'told', { signal: bare.ended })) {
    log.hear(told);
    if (!told.taken) break;
    if (log.opened.length % OFTEN === 0) console.error(inShort(log.opened));
  }
  return log;
}
