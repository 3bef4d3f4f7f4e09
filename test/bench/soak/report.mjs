// What a long run says: whether anything grew, and whether its end was slower than its start.
import { table } from '../results.mjs';
import { quantiles } from '../speed/quantiles.mjs';

/** @typedef {import('./minute.mjs').Minute} Minute */

const MB = 1e6;
/** No slower: machines differ by so much from minute to minute. */
const AS_FAST = 0.95;

/** What is said of every minute; what is in bytes is shown in MB.
 * @type {Record<string, { of: (minute: Minute) => number, bytes?: true, digits?: number }>} */
const COLUMNS = {
  step: { of: ({ step }) => step, digits: 0 },
  'steps/s': { of: ({ perSecond }) => perSecond },
  'steps per second computed': { of: ({ perComputed }) => perComputed },
  'frame, median ms': { of: ({ frame }) => frame.median },
  'frame, p95 ms': { of: ({ frame }) => frame.p95 },
  'tasks over 50 ms': { of: ({ tasks }) => tasks.count, digits: 0 },
  page: { of: ({ heap }) => heap.page, bytes: true },
  worker: { of: ({ heap }) => heap.worker, bytes: true },
  WebAssembly: { of: ({ held }) => held.bytes ?? 0, bytes: true },
  textures: { of: ({ held }) => held.Texture ?? 0, digits: 0 },
  'page process': { of: ({ processes }) => processes.renderer?.memory ?? Number.NaN, bytes: true },
  'GPU process': { of: ({ processes }) => processes.GPU?.memory ?? Number.NaN, bytes: true },
  'browser process': { of: ({ processes }) => processes.browser?.memory ?? Number.NaN, bytes: true },
};

/** @param {string} name @param {number} value */
function shown(name, value) {
  const { bytes, digits = 1 } = COLUMNS[name] ?? {};
  return bytes ? (value / MB).toFixed(1) : value.toFixed(digits);
}

/** @param {Minute} minute */
export const row = (minute) => [
  String(minute.number),
  ...Object.entries(COLUMNS).map(([name, { of }]) => shown(name, of(minute))),
];

/** Medians of the first and of the last third. The first minute is left out: it fills pools and caches.
 * @param {readonly Minute[]} minutes @returns {Record<string, { first: number, last: number }>} */
export function changes(minutes) {
  const settled = minutes.length > 1 ? minutes.slice(1) : minutes;
  const third = Math.max(1, Math.floor(settled.length / 3));
  return Object.fromEntries(
    Object.entries(COLUMNS).map(([name, { of }]) => [
      name,
      {
        first: quantiles(settled.slice(0, third).map(of)).median,
        last: quantiles(settled.slice(-third).map(of)).median,
      },
    ]),
  );
}

/** @param {readonly Minute[]} minutes */
export function verdict(minutes) {
  const { first = Number.NaN, last = Number.NaN } = changes(minutes)['steps per second computed'] ?? {};
  const part = `${((100 * last) / first).toFixed(1)} % of the first third's steps per second computed`;
  return last >= AS_FAST * first
    ? `The last third makes ${part}: the end is no slower than the start.`
    : `The last third makes ${part}: the end is SLOWER than the start.`;
}

/** @param {string} where @param {string} settings @param {readonly Minute[]} minutes */
export function inWords(where, settings, minutes) {
  const heads = Object.entries(COLUMNS).map(([name, { bytes }]) => (bytes ? `${name}, MB` : name));
  const { step: _, ...compared } = changes(minutes);
  const thirds = Object.entries(compared).map(([name, { first, last }]) => [
    COLUMNS[name]?.bytes ? `${name}, MB` : name,
    shown(name, first),
    shown(name, last),
  ]);
  return [
    where,
    `\`${settings}\`, ${minutes.length} minutes at full speed: ${minutes.at(-1)?.status}.`,
    verdict(minutes),
    table(['medians', 'first third', 'last third'], thirds),
    table(['minute', ...heads], minutes.map(row)),
  ].join('\n\n');
}
