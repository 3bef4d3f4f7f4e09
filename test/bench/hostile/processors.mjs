// Who has had the processors, thread by thread, and what the machine itself was not given of them, where the system tells
// (Linux).
import { openSync, readdirSync, readFileSync, readSync } from 'node:fs';

/** In a time, ms: what a thread has computed, and what it has waited for a processor although it had something to do.
 * @typedef {{ worked: number, waited: number }} Share */

/** Where the system tells of times that grow: numbers of a file's first line, counted from 0 between single spaces, and how
 * many ms 1 of them is.
 * @typedef {{ file: string, fields: readonly number[], unit: number }} Times */

/** What a machine that is one of several in another one was not given although it had something to do: in no thread's times.
 * @type {Times} */
const STOLEN = { file: '/proc/stat', fields: [9], unit: 10 };

/** Looks again after so many ms: for a task of 50 ms near enough, and it costs a few hundredths of a processor. */
const OFTEN = 4;
/** Remembers so many looks: a browser tells of a task some time after it. */
const REMEMBERED = 8192;
/** So many threads of others are followed, those that have computed most since the machine was started. */
const OTHERS = 3;

/** Follows the main thread of the busiest page of a browser from now on, and the busiest threads of all else that runs on
 * the machine. It never keeps the process alive. Looking makes no garbage: to clear it away would take the page's
 * processors. Times in ms since 1970.
 * @param {number} browser its process */
export function followProcessors(browser) {
  const page = attempt(() => busiestRenderer(browser));
  const main = page === null ? null : follow(mainThreadOf(page).times);
  const busiest = page === null ? [] : (attempt(() => busiestOthers(browser)) ?? []);
  const others = busiest.map(({ name, times }) => ({ name, ...follow(times) }));
  const machine = attempt(() => follow(STOLEN));
  setInterval(() => {
    const now = performance.timeOrigin + performance.now();
    for (const one of [main, machine, ...others]) one?.look(now);
  }, OFTEN).unref();
  return {
    /** What the page's main thread had between two times; null where the system does not tell.
     * @param {number} from @param {number} to */
    ofPage(from, to) {
      const share = main?.between(from, to);
      if (!share) return null;
      const [worked = 0, waited = 0] = share;
      return { worked, waited };
    },
    /** How long each of the others computed then.
     * @param {number} from @param {number} to */
    ofOthers: (from, to) =>
      others.map(({ name, between }) => ({ name, worked: between(from, to)?.[0] ?? 0 })),
    /** What the machine was not given of all its processors, to 10 ms; null where the system does not tell.
     * @param {number} from @param {number} to */
    ofMachine: (from, to) => machine?.between(from, to)?.[0] ?? null,
  };
}

/** @param {Times} source */
function follow({ file, fields, unit }) {
  const read = readerOf(file, fields);
  // One look after the other, and round again.
  const times = new Float64Array(REMEMBERED);
  const told = fields.map(() => new Float64Array(REMEMBERED));
  let count = 0;
  const look = (/** @type {number} */ now) => {
    const slot = count % REMEMBERED;
    if (!read(told, slot)) return;
    times[slot] = now;
    count++;
  };

  /** Between two looks as if it had been even. @param {number} time @returns {number[] | null} */
  const until = (time) => {
    const oldest = Math.max(0, count - REMEMBERED);
    let next = count;
    while (next > oldest && at(times, next - 1) > time) next--;
    if (next === count || next === oldest) return null;
    const part = (time - at(times, next - 1)) / (at(times, next) - at(times, next - 1));
    return told.map((of) => at(of, next - 1) + part * (at(of, next) - at(of, next - 1)));
  };
  /** Of each field, ms. @param {number} from @param {number} to @returns {number[] | null} */
  const between = (from, to) => {
    const [before, after] = [until(from), until(to)];
    if (!before || !after) return null;
    return after.map((time, k) => unit * (time - (before[k] ?? 0)));
  };
  return { look, between };
}

/** @param {Float64Array} values @param {number} look */
const at = (values, look) => values[look % REMEMBERED] ?? 0;

/** null where the process has just ended, or the system has no such files.
 * @template T @param {() => T} read @returns {T | null} */
function attempt(read) {
  try {
    return read();
  } catch {
    return null;
  }
}

/** Reads some numbers of a file's first line into a slot, or says that it is gone.
 * @param {string} file @param {readonly number[]} fields
 * @returns {(told: readonly Float64Array[], slot: number) => boolean} */
function readerOf(file, fields) {
  const open = openSync(file, 'r');
  const text = Buffer.alloc(256);
  return (told, slot) => {
    try {
      if (readSync(open, text, 0, text.length, 0) === 0) return false;
    } catch {
      return false;
    }
    for (let k = 0; k < told.length; k++)
      /** @type {Float64Array} */ (told[k])[slot] = field(text, fields[k] ?? 0);
    return true;
  };
}

const [SPACE, ZERO, NINE] = [32, 48, 57];
/** @param {Buffer} text @param {number} which */
function field(text, which) {
  let from = 0;
  for (let k = 0; k < which; k++) from = text.indexOf(SPACE, from) + 1;
  let number = 0;
  for (let k = from; isDigit(text[k]); k++) number = 10 * number + (text[k] ?? 0) - ZERO;
  return number;
}
/** @param {number | undefined} code */
const isDigit = (code = 0) => code >= ZERO && code <= NINE;

const processes = () => readdirSync('/proc').map(Number).filter(Boolean);
/** @typedef {{ name: string, times: Times }} Thread what it has computed, and waited for a processor */
/** @param {string} name @param {string} folder where the system tells of it @returns {Thread} */
const threadIn = (name, folder) => ({
  name,
  times: { file: `${folder}/schedstat`, fields: [0, 1], unit: 1e-6 },
});
/** @param {number} process @returns {Thread[]} */
const threadsOf = (process) =>
  readdirSync(`/proc/${process}/task`)
    .map((id) => `/proc/${process}/task/${id}`)
    .map((folder) => threadIn(readFileSync(`${folder}/comm`, 'utf8').trim(), folder));
/** A process's first thread is its main one. @param {number} process */
const mainThreadOf = (process) => threadIn('page', `/proc/${process}/task/${process}`);

/** What a thread has computed, ns. @param {Thread} thread */
const workedBy = ({ times }) => Number.parseInt(readFileSync(times.file, 'utf8'), 10);
/** @param {readonly Thread[]} threads */
const busiestFirst = (threads) =>
  threads
    .map((thread) => ({ thread, worked: attempt(() => workedBy(thread)) ?? 0 }))
    .sort((a, b) => b.worked - a.worked)
    .map(({ thread }) => thread);

/** @param {number} browser */
function busiestRenderer(browser) {
  const renderers = processes().filter((id) => isRenderer(id) && isOf(browser, id));
  const [first] = busiestFirst(renderers.map(mainThreadOf));
  return renderers.find((id) => mainThreadOf(id).times.file === first?.times.file) ?? null;
}

/** @param {number} browser */
function busiestOthers(browser) {
  const others = processes().filter((id) => id !== process.pid && attempt(() => isOf(browser, id)) === false);
  return busiestFirst(others.flatMap((id) => attempt(() => threadsOf(id)) ?? [])).slice(0, OTHERS);
}

/** @param {number} id */
const isRenderer = (id) =>
  attempt(() => readFileSync(`/proc/${id}/cmdline`, 'utf8'))?.includes('--type=renderer') ?? false;

/** Whether a process is of a browser. @param {number} browser @param {number} id @returns {boolean} */
function isOf(browser, id) {
  if (id <= 1 || id === browser) return id === browser;
  const parent = /^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1];
  return isOf(browser, Number(parent ?? 0));
}
