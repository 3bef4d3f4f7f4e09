import { degrees } from '../../draw/format';
import { DEGREE } from '../../math/angle';
import { mean } from '../../math/quantile';
import type { GapLane, GapScene } from './scene';
import type { GapWords } from './words';

const sayGap = ({ gap }: GapLane, delta: number, words: GapWords): string => {
  const value = gap(delta);
  return value === null ? words.infeasible : degrees(value);
};

function sayLane(lane: GapLane, words: GapWords): string {
  const at = (delta: number): string => sayGap(lane, delta * DEGREE, words);
  const parts = [words.line(lane.name, at(45), at(90), at(120))];
  const [first] = lane.infeasible;
  if (first && first[0] === 0) parts.push(words.below(degrees(first[1])));
  const gaps = lane.pairs.map(({ gap }) => gap);
  if (gaps.length > 0)
    parts.push(
      words.pairs(gaps.length, degrees(mean(gaps)), degrees(Math.min(...gaps)), degrees(Math.max(...gaps))),
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
