// `npm run hostile -- 10000`: the built page opens so many hostile addresses, in a Chromium that nobody debugs, and it is
// told what threw, brought markup or went unsaid, and how long the main thread's tasks are by the clock. Addresses with a
// freeze are opened again: one of their own comes again. A second number begins later. `--write` puts it into RESULTS.md.
// Half an hour for 10,000 on two cores, with nothing else to do.
import { fork } from 'node:child_process';
import { on, once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { openBare } from './hostile/bare.mjs';
import { createLog } from './hostile/log.mjs';
import { followProcessors } from './hostile/processors.mjs';
import { faultsOf, frozen, inShort, inWords } from './hostile/report.mjs';
import { serveHarness } from './hostile/site.mjs';
import { dateOfRun, machine, writeSection } from './results.mjs';

const args = process.argv.slice(2);
const [count = 10_000, from = 0] = args.filter((arg) => /^\d+$/.test(arg)).map(Number);
/** How it goes is said after so many. */
const OFTEN = 500;
/** An address with a freeze is opened so many times more. */
const AGAIN = 10;

const { browser, version, folder, addresses } = await prepare();
const site = await serveHarness(folder);
const bare = await openBare(browser, site.address);
const untilItEnds = { signal: bare.ended };
try {
  const asked = await nextAsked();
  const processors = followProcessors(bare.id);
  const opened = await open(addresses, asked, processors);
  const suspects = new Set(frozen(opened).map(({ index }) => index));
  const oftener = Array.from({ length: AGAIN }, () => addresses.filter(({ index }) => suspects.has(index)));
  const again = suspects.size > 0 ? await open(oftener.flat(), await nextAsked(), processors) : [];
  const text = inWords(machine(dateOfRun(), version), opened, again);
  if (args.includes('--write')) writeSection('hostile', text);
  console.log(text);
  process.exitCode = faultsOf([...opened, ...again]).length > 0 ? 1 : 0;
} finally {
  await bare.close();
  await site.close();
}

/** @returns {Promise<import('./hostile/prepare.mjs').Prepared>} */
async function prepare() {
  const file = fileURLToPath(new URL('hostile/prepare.mjs', import.meta.url));
  const child = fork(file, [`${count}`, `${from}`]);
  const ended = once(child, 'exit').then(() => Promise.reject(new Error('nothing to run on was prepared')));
  const [prepared] = await Promise.race([once(child, 'message'), ended]);
  return prepared;
}

/** The harness has nothing to open. */
async function nextAsked() {
  const [answer] = await once(site.news, 'asked', untilItEnds);
  return answer;
}

/** @param {import('./hostile/log.mjs').Numbered[]} some @param {(hashes: string[]) => void} answer
 * @param {ReturnType<typeof followProcessors>} processors */
async function open(some, answer, processors) {
  answer(some.map(({ hash }) => hash));
  const [opening] = await once(site.news, 'told', untilItEnds);
  const log = createLog(some, opening, processors);
  for await (const [told] of on(site.news, 'told', untilItEnds)) {
    log.hear(told);
    if (!told.taken) break;
    if (log.opened.length % OFTEN === 0) console.error(inShort(log.opened));
  }
  return log.opened;
}
