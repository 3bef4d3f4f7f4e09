import { decimals, degrees, percent } from '../../draw/format';
import type { Chosen, FigureInput } from '../figure';
import { type LogitLane, type LogitScene, shownOf } from './scene';
import type { LogitWords } from './words';

/** What the curve is without any margin. */
export const plainCurve = ({ slope }: LogitScene): string => (slope ? '−sin θ' : 'cos θ');

function sayLane(lane: LogitLane, what: string, words: LogitWords): string {
  const { name, value, plain, jumps, rises } = lane;
  const at = (theta: number): string => decimals(value(theta));
  const parts = [plain ? words.plain(name, what) : words.ends(name, at(0), at(Math.PI / 2), at(Math.PI))];
  for (const { theta, left, right } of jumps)
    parts.push(words.jumps(degrees(theta), decimals(left), decimals(right)));
  if (rises) {
    parts.push(words.risesFrom(degrees(rises.from), degrees(rises.to)));
    if (rises.share !== null) parts.push(words.inside(percent(rises.share)));
  }
  const median = lane.median();
  if (median !== null) parts.push(words.median(degrees(median)));
  return parts.join('; ');
}

/** The figure in words. */
export function sayLogit(scene: LogitScene, words: LogitWords): string[] {
  const what = words.curves[scene.slope ? 'slope' : 'psi'];
  const range = words.over(what, degrees(scene.from), degrees(scene.to));
  const lanes = scene.lanes.map((lane) => sayLane(lane, plainCurve(scene), words));
  const step = scene.step === null ? [] : [words.step(scene.step)];
  return [range, ...lanes, ...step];
}

/** What stands at an angle. */
export const sayLogitAt = (
  { lanes }: FigureInput,
  chosen: Chosen,
  theta: number,
  words: LogitWords,
): string =>
  [
    words.at(degrees(theta)),
    ...lanes.map(({ name, force }) => `${name} ${decimals(shownOf(force, chosen)(theta))}`),
  ].join('; ');
