// One minute of a long run, in numbers.
import { heldBy } from '../../setup/inside.mjs';
import { quantiles } from '../speed/quantiles.mjs';
import { lookAt } from './page.mjs';
import { processesOf } from './processes.mjs';

const MINUTE = 60_000;

/** @typedef {{ page: import('@playwright/test').Page, system: import('@playwright/test').CDPSession,
 *   memory: () => Promise<import('../../setup/inside.mjs').Memory> }} Watched */
/** Where the run and the page's process stand.
 * @typedef {{ time: number, step: number, computed: number }} Stand */
/** @typedef {Awaited<ReturnType<typeof minute>>} Minute */

/** @param {Watched} watched @returns {Promise<Stand>} */
export async function stand({ page, system }) {
  const { time, step } = await lookAt(page);
  const { renderer } = await processesOf(system);
  return { time, step, computed: renderer?.computed ?? Number.NaN };
}

/**
 * Memory in bytes, times in ms. `perSecond` counts seconds of the clock, `perComputed` those in which the page's process
 * computed, so that a machine that has other things to do does not count as a slow page.
 * @param {number} number @param {Watched} watched @param {Stand} from
 */
export async function minute(number, { page, system, memory }, from) {
  await page.waitForTimeout(MINUTE);
  const { time, step, frames, longest, tasks, status, trouble } = await lookAt(page);
  const processes = await processesOf(system);
  if (trouble) throw new Error(`minute ${number}: ${trouble}`);
  const computed = (processes.renderer?.computed ?? Number.NaN) - from.computed;
  return {
    number,
    step,
    status,
    perSecond: (1000 * (step - from.step)) / (time - from.time),
    perComputed: (step - from.step) / computed,
    frame: quantiles(frames),
    tasks: { count: tasks, longest },
    processes,
    heap: await memory(),
    held: await heldBy(page),
  };
}
