import { table } from '../results.mjs';

/** @typedef {import('./log.mjs').Opened} Opened */

/** A longer task is a freeze, ms by the clock: they are told one by one. */
const FREEZE = 100;
const LIMITS = [50, 60, 70, 80, 90, 100];

/** @param {readonly Opened[]} all */
export const faultsOf = (all) =>
  all.flatMap(({ index, faults }) => faults.map((fault) => `${index}: ${fault}`));
/** Those that had one. @param {readonly Opened[]} all */
export const frozen = (all) => all.filter(({ tasks }) => tasks.some(({ took }) => took > FREEZE));
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

/** @param {string} where @param {readonly Opened[]} all @param {readonly Opened[]} again those with a freeze, opened again */
export function inWords(where, all, again) {
  const { clock, processor } = timesOf(all);
  const counts = LIMITS.map((ms) => [
    `over ${ms} ms`,
    String(over(clock, ms)),
    `${((100 * over(clock, ms)) / all.length).toFixed(2)} %`,
    String(over(processor, ms)),
  ]);
  return [
    where,
    `${inShort(all)}.`,
    table(['tasks of the main thread', 'by the clock', 'of the addresses', 'of a processor'], counts),
    ...(frozen(all).length > 0 ? inDetail(all, again) : []),
    ...faultsOf(all).map((fault) => `- ${fault}`),
  ].join('\n\n');
}

/** @param {readonly Opened[]} all @param {readonly Opened[]} again */
function inDetail(all, again) {
  const longestAgain = (/** @type {number} */ index) =>
    longest(timesOf(again.filter((one) => one.index === index)).clock);
  const head = [
    'address',
    'by the clock, ms',
    'of a processor',
    'waited for one',
    'the machine was not given',
    'others meanwhile',
    'again',
  ];
  const rows = [
    ...frozen(all).flatMap((one) => freezesOf(one).map((row) => [...row, longestAgain(one.index)])),
    ...frozen(again).flatMap((one) => freezesOf(one).map(([name, ...row]) => [`${name}, again`, ...row, ''])),
  ];
  return [
    table(head, rows),
    `Opened again, ${again.length} times in all: ${frozen(again).length} with a task over ${FREEZE} ms. Under “again” the ` +
      'longest of each address then; 0 where none took 50 ms.',
  ];
}

/** @param {Opened} one */
const freezesOf = ({ index, kind, tasks }) =>
  tasks
    .filter(({ took }) => took > FREEZE)
    .map(({ took, share, others, stolen }) => [
      `${index} (${kind})`,
      took.toFixed(0),
      share?.worked.toFixed(0) ?? '–',
      share?.waited.toFixed(0) ?? '–',
      stolen?.toFixed(0) ?? '–',
      others.flatMap(({ name, worked }) => (worked >= 1 ? [`${name} ${worked.toFixed(0)}`] : [])).join(', '),
    ]);
