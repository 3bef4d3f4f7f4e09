// What was measured, as markdown.
import { table } from '../results.mjs';

/** The page's defaults for a data set, which its column is headed by. @type {Record<string, string>} */
const NETWORKS = { identities: 'identities, 16-32-16-2', digits: 'digits, 196-128-64-2' };

/** @param {number} value */
const three = (value) => value.toPrecision(3);
/** @param {number} value milliseconds */
const ms = (value) => value.toFixed(value < 100 ? 1 : 0);

/** @param {Awaited<ReturnType<typeof import('./steps.mjs').measureSteps>>} steps */
export function stepsInWords({ rounds, datasets, difference, measured }) {
  const variants = [...new Set(measured.map(({ variant }) => variant))];
  const rows = variants.map((variant) => {
    const own = measured.filter((one) => one.variant === variant);
    const cells = own.flatMap(({ rate, timesNaive }) => [
      `${three(rate.median)} (${three(rate.least)}–${three(rate.most)})`,
      three(timesNaive),
    ]);
    return [variant, ...cells];
  });
  return [
    `Steps a second, four lanes, batch 128: median of ${rounds} interleaved rounds (lowest–highest), and how many times the naive variant's of the same round.`,
    table(['variant', ...datasets.flatMap((dataset) => [NETWORKS[dataset] ?? dataset, '× naive'])], rows),
    `All variants compute the same: at the second step their losses differ by at most ${(100 * difference).toPrecision(1)} %.`,
  ].join('\n\n');
}

/** @param {Awaited<ReturnType<typeof import('./lanes.mjs').measureLanes>>} measured */
export function lanesInWords({ rounds, lanes, rows }) {
  const [, ...more] = lanes;
  return [
    `What a lane costs: ms a step with one lane, and how many times as long it takes with more; medians of ${rounds} interleaved rounds (lowest–highest).`,
    table(
      ['variant', 'data', 'one lane, ms', ...more.map((count) => `${count} lanes, ×`)],
      rows.map(({ variant, dataset, times }) => [
        variant,
        dataset,
        ...times.map(({ ms: time, ratio }, i) => {
          const { median, least, most } = i === 0 ? time : ratio;
          return `${three(median)} (${three(least)}–${three(most)})`;
        }),
      ]),
    ),
  ].join('\n\n');
}

/** @param {Awaited<ReturnType<typeof import('./readback.mjs').measureReadback>>} measured */
export function readbackInWords({ rounds, rows }) {
  return [
    `What reading costs: how many times the steps are made when results are read every 10 ms, as the page does, instead of after every step; medians of ${rounds} interleaved rounds (lowest–highest).`,
    table(
      ['variant', 'data', '×'],
      rows.map(({ variant, dataset, times: { median, least, most } }) => [
        variant,
        dataset,
        `${three(median)} (${three(least)}–${three(most)})`,
      ]),
    ),
  ].join('\n\n');
}

/** @param {Awaited<ReturnType<typeof import('./arrival.mjs').measureArrival>>} measured */
export function arrivalInWords({ painted, good }) {
  const { median, least, most } = good;
  return `From opening the built page, nothing cached, to its first picture: ${ms(painted.median)} ms; until all four lanes have 90 % of the training digits right: ${ms(median)} ms (${ms(least)}–${ms(most)}).`;
}

/** @param {Awaited<ReturnType<typeof import('./samples.mjs').measureSamples>>} measured */
export function samplesInWords(measured) {
  return [
    'What showing samples costs: steps a second of the built page on identities, by its counter, with so many training samples drawn in each of four lanes (lowest–highest).',
    table(
      ['samples', 'steps/s', 'of those with the fewest'],
      measured.map(({ count, rate, part }) => [
        String(count),
        `${three(rate.median)} (${three(rate.least)}–${three(rate.most)})`,
        `${(100 * part.median).toFixed(0)} %`,
      ]),
    ),
  ].join('\n\n');
}

/** @param {Awaited<ReturnType<typeof import('./page.mjs').measurePage>>} states */
export function pageInWords(states) {
  const rows = states.map(({ state, stepsPerSecond, frames, longestTask, slider }) => [
    state,
    stepsPerSecond.toFixed(0),
    ms(frames.median),
    ms(frames.p95),
    ms(frames.most),
    longestTask === 0 ? '< 50' : ms(longestTask),
    `${ms(slider.median)} / ${ms(slider.p95)} / ${ms(slider.most)}`,
  ]);
  const head = [
    'page',
    'steps/s',
    'frame, median',
    'frame, p95',
    'frame, longest',
    'longest task',
    'slider to paint: median / p95 / longest',
  ];
  return [
    'The built page with its defaults, 1280 × 800; times in ms. Slider to paint by the browser’s Event Timing, in steps of 8 ms.',
    table(head, rows),
  ].join('\n\n');
}
