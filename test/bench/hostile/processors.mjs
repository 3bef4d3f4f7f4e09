// Who has had the processors, thread by thread, where the system tells (Linux).
import { openSync, readdirSync, readFileSync, readSync } from 'node:fs';

/** In a time, ms: what a thread has computed, and what it has waited for a processor although it had something to do.
 * @typedef {{ worked: number, waited: number }} Share */

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
  const followed =
    page === null ? [] : [mainThreadOf(page), ...(attempt(() => busiestOthers(browser)) ?? [])];
  const [main, ...others] = followed.map(followThread);
  setInterval(() => {
    const now = performance.timeOrigin + performance.now();
    main?.look(now);
    for (const other of others) other.look(now);
  }, OFTEN).unref();
  return {
    /** What the page's main thread had between two times; null where the system does not tell.
     * @param {number} from @param {number} to */
    ofPage: (from, to) => main?.between(from, to) ?? null,
    /** How long each of the others computed then.
     * @param {number} from @param {number} to */
    ofOthers: (from, to) =>
      others.map(({ name, between }) => ({ name, worked: between(from, to)?.worked ?? 0 })),
  };
}

/** @typedef {{ name: string, file: string }} Thread where the system tells of it */

/** @param {Thread} thread */
function followThread({ name, file }) {
  const read = readerOf(file);
  // One look after the other, and round again.
  const times = new Float64Array(REMEMBERED);
  const worked = new Float64Array(REMEMBERED);
  const waited = new Float64Array(REMEMBERED);
  let count = 0;
  const look = (/** @type {number} */ now) => {
    const slot = count % REMEMBERED;
    if (!read(worked, waited, slot)) return;
    times[slot] = now;
    count++;
  };

  /** Between two looks as if it had been even. @param {number} time @returns {Share | null} */
  const until = (time) => {
    const oldest = Math.max(0, count - REMEMBERED);
    let next = count;
    while (next > oldest && at(times, next - 1) > time) next--;
    if (next === count || next === oldest) return null;
    const part = (time - at(times, next - 1)) / (at(times, next) - at(times, next - 1));
    const mix = (/** @type {Float64Array} */ of) =>
      at(of, next - 1) + part * (at(of, next) - at(of, next - 1));
    return { worked: mix(worked), waited: mix(waited) };
  };
  /** @param {number} from @param {number} to @returns {Share | null} */
  const between = (from, to) => {
    const [before, after] = [until(from), until(to)];
    if (!before || !after) return null;
    return { worked: after.worked - before.worked, waited: after.waited - before.waited };
  };
  return { name, look, between };
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

/** Reads what a thread has worked and waited so far, ms, into a slot, or says that the thread is gone.
 * @param {string} file
 * @returns {(worked: Float64Array, waited: Float64Array, slot: number) => boolean} */
function readerOf(file) {
  const open = openSync(file, 'r');
  const text = Buffer.alloc(128);
  return (worked, waited, slot) => {
    try {
      const length = readSync(open, text, 0, text.length, 0);
      const gap = text.indexOf(SPACE);
      worked[slot] = numberIn(text, 0, gap) / 1e6;
      waited[slot] = numberIn(text, gap + 1, text.indexOf(SPACE, gap + 1)) / 1e6;
      return length > 0;
    } catch {
      return false;
    }
  };
}

const [SPACE, ZERO] = [32, 48];
/** @param {Buffer} text digits @param {number} from @param {number} to */
function numberIn(text, from, to) {
  let number = 0;
  for (let k = from; k < to; k++) number = 10 * number + (text[k] ?? 0) - ZERO;
  return number;
}

const processes = () => readdirSync('/proc').map(Number).filter(Boolean);
/** @param {number} process @returns {Thread[]} */
const threadsOf = (process) =>
  readdirSync(`/proc/${process}/task`).map((id) => ({
    name: readFileSync(`/proc/${process}/task/${id}/comm`, 'utf8').trim(),
    file: `/proc/${process}/task/${id}/schedstat`,
  }));
/** A process's first thread is its main one. @param {number} process @returns {Thread} */
const mainThreadOf = (process) => ({ name: 'page', file: `/proc/${process}/task/${process}/schedstat` });

/** What a thread has computed, ns. @param {Thread} thread */
const workedBy = ({ file }) => Number.parseInt(readFileSync(file, 'utf8'), 10);
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
  return renderers.find((id) => mainThreadOf(id).file === first?.file) ?? null;
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
