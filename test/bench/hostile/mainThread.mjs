// What the main thread of the page has had of the processors, where the system tells (Linux).
import { readdirSync, readFileSync } from 'node:fs';

/** In a time, ms: what it has computed, and what it has waited for a processor although it had something to do.
 * @typedef {{ worked: number, waited: number }} Share */

/** Looks at it again after so many ms: for a task of 50 ms near enough, and it costs a few hundredths of a processor. */
const OFTEN = 4;
/** Remembers so many looks: a browser tells of a task some time after it. */
const REMEMBERED = 5000;

/** Follows the main thread of the busiest page of a browser from now on. It never keeps the process
 * alive. Times in ms since 1970.
 * @param {number} browser its process */
export function followMainThread(browser) {
  /** @type {(Share & { at: number })[]} */
  const looks = [];
  const thread = attempt(() => busiestRenderer(browser));
  const look = () => {
    const share = thread && attempt(() => shareOf(thread));
    if (!share) return;
    looks.push({ at: performance.timeOrigin + performance.now(), ...share });
    if (looks.length > 2 * REMEMBERED) looks.splice(0, REMEMBERED);
  };
  setInterval(look, OFTEN).unref();
  /** Between two looks as if it had been even. @param {number} time @returns {Share | null} */
  const until = (time) => {
    const next = looks.findLastIndex(({ at }) => at <= time) + 1;
    const [before, after] = [looks[next - 1], looks[next]];
    if (!before || !after) return null;
    const part = (time - before.at) / (after.at - before.at);
    const mix = (/** @type {keyof Share} */ of) => before[of] + part * (after[of] - before[of]);
    return { worked: mix('worked'), waited: mix('waited') };
  };
  /** What it had between two times; null where the system does not tell.
   * @param {number} from @param {number} to @returns {Share | null} */
  return (from, to) => {
    const [before, after] = [until(from), until(to)];
    if (!before || !after) return null;
    return { worked: after.worked - before.worked, waited: after.waited - before.waited };
  };
}

/** null where the process has just ended, or the system has no such files.
 * @template T @param {() => T} read @returns {T | null} */
function attempt(read) {
  try {
    return read();
  } catch {
    return null;
  }
}

/** A process's first thread is its main one. @param {number} id @returns {Share} */
function shareOf(id) {
  const [worked = 0, waited = 0] = readFileSync(`/proc/${id}/task/${id}/schedstat`, 'utf8')
    .split(' ')
    .map((nanoseconds) => Number(nanoseconds) / 1e6);
  return { worked, waited };
}

/** @param {number} browser */
function busiestRenderer(browser) {
  const renderers = readdirSync('/proc')
    .map(Number)
    .filter((id) => id > 0 && isRenderer(id) && descendsFrom(id, browser));
  return renderers.sort((a, b) => shareOf(b).worked - shareOf(a).worked)[0] ?? null;
}

/** @param {number} id */
const isRenderer = (id) =>
  attempt(() => readFileSync(`/proc/${id}/cmdline`, 'utf8'))?.includes('--type=renderer') ?? false;

/** @param {number} id @param {number} ancestor @returns {boolean} */
function descendsFrom(id, ancestor) {
  if (id <= 1 || id === ancestor) return id === ancestor;
  const parent = /^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1];
  return descendsFrom(Number(parent ?? 0), ancestor);
}
