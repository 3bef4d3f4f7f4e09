import { decimals, degrees, percent } from '../../draw/format';
import type { PlaneLane, PlaneScene } from './scene';
import type { PlaneWords } from './words';

function sayLane(lane: PlaneLane, names: readonly [string, string], words: PlaneWords): string {
  const { name, delta, gap, satisfied, radius } = lane;
  const free =
    gap === null
      ? words.infeasible
      : gap < -1e-9
        ? words.overlap(degrees(-gap))
        : words.between(degrees(Math.abs(gap)));
  const shares = satisfied.flatMap((share, i) =>
    share === null ? [] : [words.satisfied(names[i] ?? '', percent(share))],
  );
  const length = radius === null ? [] : [words.length(decimals(radius))];
  return [words.apart(name, degrees(delta)), free, ...length, ...shares].join('; ');
}

/** The figure in words. */
export function sayPlane({ lanes, names, step }: PlaneScene, words: PlaneWords): string[] {
  const all = lanes.map((lane) => sayLane(lane, names, words));
  return [words.classes(...names), ...all, ...(step === null ? [] : [words.step(step)])];
}
