// Brings together what the page tells of each address and what its main thread has had of the processors.

/** @typedef {import('./harness.mjs').Told} Told */

/** A task of over 50 ms: by the clock, what the thread had of a processor in it, null where the system does not tell,
 * what others had, and what the machine was not given, null as before.
 * @typedef {object} Task
 * @property {number} took
 * @property {import('./processors.mjs').Share | null} share
 * @property {{ name: string, worked: number }[]} others
 * @property {number | null} stolen */

/** What an address came to: faults in words, and ms until the page had taken it up.
 * @typedef {{ index: number, kind: string, faults: string[], took: number, tasks: Task[] }} Opened */

/** An address with its number. @typedef {import('../../tools/hostile.ts').HostileAddress & { index: number }} Numbered */

/** @param {readonly Numbered[]} addresses
 * @param {Told} opening what there was before the first
 * @param {ReturnType<typeof import('./processors.mjs').followProcessors>} processors */
export function createLog(addresses, opening, processors) {
  /** @type {Opened[]} */
  const opened = [];
  /** When each was there. @type {number[]} */
  const ends = [];
  const foreign = opening.taken?.foreign ?? 0;

  /** @param {Told} told */
  function hear({ ended, taken, tasks, errors }) {
    const address = addresses[opened.length];
    if (taken && address) {
      const wanted = { lanes: address.lanes, repairs: address.repairs, markup: 0, foreign };
      const took = ended - (ends.at(-1) ?? opening.ended);
      const faults = faultsIn(taken, wanted);
      opened.push({ index: address.index, kind: address.kind, faults, took, tasks: [] });
      ends.push(ended);
    }
    opened.at(-1)?.faults.push(...errors);
    // The browser tells of a task some time after it.
    for (const { began, took } of tasks) {
      const task = {
        took,
        share: processors.ofPage(began, began + took),
        others: processors.ofOthers(began, began + took),
        stolen: processors.ofMachine(began, began + took),
      };
      opened[ends.findIndex((end) => began < end)]?.tasks.push(task);
    }
  }
  return { opened, hear };
}

/** @typedef {import('../../tools/takeUp.mjs').Taken} Taken
 * @param {Taken} taken @param {Taken} wanted */
const faultsIn = (taken, wanted) =>
  Object.entries(wanted).flatMap(([what, value]) => {
    const is = taken[/** @type {keyof Taken} */ (what)];
    return is === value ? [] : [`${what} ${is}, not ${value}`];
  });
