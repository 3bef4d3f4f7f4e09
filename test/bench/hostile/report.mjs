import { table } from '../results.mjs';

/** @typedef {import('./log.mjs').Opened} Opened */

/** Longer tasks are told one by one, ms by the clock. */
const TOLD = 100;
const LIMITS = [50, 60, 70, 80, 90, 100];

/** @param {readonly Opened[]} all */
export const faultsOf = (all) =>
  all.flatMap(({ index, faults }) => faults.map((fault) => `${index}: ${fault}`));
/** What each task took by the clock, and of a processor. @param {readonly Opened[]} all */
const timesOf = (all) => {
  const tasks = all.flatMap((one) => one.tasks);
  return {
    clock: tasks.map(({ took }) => took),
    processor: tasks.flatMap(({ share }) => (share ? [share.worked] : [])),
  };
};
/** @param {readonly number[]} times @param {number} ms */
const over = (times, ms) => times.filter((time) => time > ms).length;
/** @param {readonly number[]} times */
const longest = (times) => Math.max(0, ...times).toFixed(0);

/** In one line. @param {readonly Opened[]} all */
export function inShort(all) {
  const { clock, processor } = timesOf(all);
  const mean = all.reduce((sum, { took }) => sum + took, 0) / all.length;
  return [
    `${all.length} addresses, ${mean.toFixed(0)} ms each, ${faultsOf(all).length} faults`,
    `by the clock ${over(clock, 50)} tasks over 50 ms, ${over(clock, 100)} over 100, the longest ${longest(clock)}`,
    `of a processor ${over(processor, 50)} over 50 ms, ${over(processor, 100)} over 100, the longest ${longest(processor)}`,
  ].join(' · ');
}

/** @param {string} where @param {readonly Opened[]} all */
export function inWords(where, all) {
  const { clock, processor } = timesOf(all);
  const counts = LIMITS.map((ms) => [
    `over ${ms} ms`,
    String(over(clock, ms)),
    `${((100 * over(clock, ms)) / all.length).toFixed(2)} %`,
    String(over(processor, ms)),
  ]);
  const long = all.flatMap(({ index, kind, tasks }) =>
    tasks
      .filter(({ took }) => took > TOLD)
      .map(({ took, share }) => [
        `${index} (${kind})`,
        took.toFixed(0),
        share?.worked.toFixed(0) ?? '–',
        share?.waited.toFixed(0) ?? '–',
      ]),
  );
  return [
    where,
    `${inShort(all)}.`,
    table(['tasks of the main thread', 'by the clock', 'of the addresses', 'of a processor'], counts),
    ...(long.length > 0
      ? [table(['address', 'by the clock, ms', 'of a processor', 'waited for one'], long)]
      : []),
    ...faultsOf(all).map((fault) => `- ${fault}`),
  ].join('\n\n');
}
