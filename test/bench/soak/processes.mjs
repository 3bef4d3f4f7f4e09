// What the browser's processes take from the machine.
import { execFileSync } from 'node:child_process';

/** Of all processes of a kind together: memory in bytes, NaN where the system does not tell; computing in seconds.
 * @typedef {{ memory: number, computed: number }} Use */

/** By kind: browser, renderer (pages and their workers), GPU …
 * @param {import('@playwright/test').CDPSession} system @returns {Promise<Record<string, Use>>} */
export async function processesOf(system) {
  const { processInfo } = await system.send('SystemInfo.getProcessInfo');
  /** @type {Record<string, Use>} */
  const all = {};
  for (const { type, id, cpuTime } of processInfo) {
    const { memory, computed } = all[type] ?? { memory: 0, computed: 0 };
    all[type] = { memory: memory + residentBytes(id), computed: computed + cpuTime };
  }
  return all;
}

/** @param {number} id of a process */
function residentBytes(id) {
  try {
    return 1024 * Number(execFileSync('ps', ['-o', 'rss=', '-p', String(id)], { encoding: 'utf8' }));
  } catch {
    return Number.NaN; // it has just ended, or this system has no ps
  }
}
