import { degrees } from '../../draw/format';
import { DEGREE } from '../../math/angle';
import { mean } from '../../math/quantile';
import type { GapLane, GapScene } from './scene';
import type { GapWords } from './words';

/** A gap may be negative, and one that is nothing but rounding has no sign. */
const signed = (gap: number): string => degrees(Math.abs(gap) < 1e-9 ? 0 : gap).replace('-', '−');

const sayGap = ({ gap }: GapLane, delta: number, words: GapWords): string => {
  const value = gap(delta);
  return value === null ? words.infeasible : signed(value);
};

function sayLane(lane: GapLane, words: GapWords): string {
  const at = (delta: number): string => sayGap(lane, delta * DEGREE, words);
  const parts = [words.line(lane.name, at(45), at(90), at(120))];
  const [first] = lane.infeasible;
  if (first && first[0] === 0) parts.push(words.below(degrees(first[1])));
  const gaps = lane.pairs.map(({ gap }) => gap);
  if (gaps.length > 0)
    parts.push(
      words.pairs(gaps.length, signed(mean(gaps)), signed(Math.min(...gaps)), signed(Math.max(...gaps))),
    );
  return parts.join('; ');
}

/** The figure in words. */
export const sayGaps = ({ lanes, step }: GapScene, words: GapWords): string[] => [
  ...lanes.map((lane) => sayLane(lane, words)),
  ...(step === null ? [] : [words.step(step)]),
];

/** What is left at a distance. */
export const sayGapsAt = ({ lanes }: GapScene, delta: number, words: GapWords): string =>
  [words.at(degrees(delta)), ...lanes.map((lane) => `${lane.name} ${sayGap(lane, delta, words)}`)].join('; ');

/** One lane at a distance, for its crosshair. */
export const sayLaneAt = (lane: GapLane, delta: number, words: GapWords): string =>
  `${lane.name} ${sayGap(lane, delta, words)}`;
