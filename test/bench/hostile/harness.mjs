// Runs beside the page, which stands in a frame: opens one address after the other there, and tells after each what is
// there and which tasks were long; then it asks for more. Nothing debugs or traces it: a debugger doubles what the page's
// tasks take.
import { hearLongTasks } from '../../tools/longTasks.mjs';
import { takeUp } from '../../tools/takeUp.mjs';

/** What is told of the page before the first address, after each, and once more, with nothing `taken`, at the end. Times by
 * the page's clock, ms since 1970: when the address was there, and the tasks over 50 ms that were told of by then.
 * @typedef {object} Told
 * @property {number} ended
 * @property {import('../../tools/takeUp.mjs').Taken | null} taken
 * @property {import('../../tools/longTasks.mjs').LongTask[]} tasks
 * @property {string[]} errors */

/** Until the page stands, all that it does when it is opened is done, ms. */
const OPENING = 6000;
/** Until the last long task is told of, ms. */
const CLOSING = 1000;

const page = /** @type {Window & typeof globalThis} */ (document.querySelector('iframe')?.contentWindow);
const since1970 = (/** @type {number} */ time) => performance.timeOrigin + time;
const wait = (/** @type {number} */ ms) => new Promise((resolve) => setTimeout(resolve, ms));
/** @param {Told['taken']} taken */
async function tell(taken) {
  /** @type {Told} */
  const told = { ended: since1970(performance.now()), taken, ...news };
  news = { tasks: [], errors: [] };
  await fetch('/told', { method: 'POST', body: JSON.stringify(told) });
}

await wait(OPENING);

/** @type {Pick<Told, 'tasks' | 'errors'>} */
let news = { tasks: [], errors: [] };
// The page has its main thread in common with this one.
hearLongTasks(({ began, took }) => news.tasks.push({ began: since1970(began), took }));
page.addEventListener('error', ({ message }) => news.errors.push(message));
page.addEventListener('unhandledrejection', ({ reason }) => news.errors.push(String(reason)));

for (;;) {
  /** @type {string[]} */
  const hashes = await (await fetch('/addresses')).json();
  for (const hash of ['#', ...hashes]) {
    await tell(await takeUp(hash, page));
  }
  await wait(CLOSING);
  await tell(null);
}
