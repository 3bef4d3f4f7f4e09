import { threeDigits } from '../../draw/format';
import { decimalsOf } from '../../margin/tex';
import type { Knob, MapScene } from './scene';
import type { MapWords } from './words';

const sayKnob = ({ param, value }: Knob, words: MapWords): string =>
  words.value(param.symbol, value.toFixed(decimalsOf(param.step)));

/** Where the handle stands. */
export const sayHere = ({ margin, scale }: MapScene, words: MapWords): string =>
  words.here(sayKnob(margin, words), sayKnob(scale, words));

/** What that means. */
export function sayWhat({ feasible, floor }: MapScene, words: MapWords): string {
  const able = feasible ? words.feasible : words.infeasible;
  const least = floor.type === 'floor' ? words.floor(threeDigits(floor.loss)) : words.noFloor[floor.type];
  return `${able}; ${least}`;
}

/** Towards the inside of a stretch, so that what is said is feasible. */
const inside = (value: number, by: (hundreds: number) => number): string =>
  (by(100 * value + (by === Math.floor ? 1e-9 : -1e-9)) / 100).toFixed(2);

function sayRanges(ranges: MapScene['even'], words: MapWords): string {
  const each = ranges.map(([from, to]) => words.range(inside(from, Math.ceil), inside(to, Math.floor)));
  return each.join(', ') || words.nowhere;
}

/** The figure in words. */
export function sayMap(scene: MapScene | null, words: MapWords): string[] {
  if (!scene) return [words.noLane];
  const { lane, classes, margin, even, own, step } = scene;
  return [
    words.now(lane.name, classes, `${sayHere(scene, words)}: ${sayWhat(scene, words)}`),
    words.even(margin.param.symbol, sayRanges(even, words)),
    words.own(margin.param.symbol, sayRanges(own, words)),
    ...(step === null ? [] : [words.step(step)]),
  ];
}
