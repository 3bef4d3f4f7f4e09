import { defaultConfig } from '../margin/loss';
import { knobsOf, lossOf, type Settings, settingOf, structureOf } from './settings';

/** What other settings ask of the run. */
export type Change =
  /** It starts anew. */
  | { readonly type: 'begin' }
  /** It goes on with fewer lanes, or in another order: where each lane was before. */
  | { readonly type: 'arrange'; readonly order: readonly number[] }
  /** It goes on from the same weights on another engine. */
  | { readonly type: 'goOn' }
  /** It simply goes on, with other losses or numbers. */
  | { readonly type: 'tune' }
  | { readonly type: 'none' };

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Where each lane was before, if lanes were only taken away or put into another order; else null. */
function arrangement({ lanes: before }: Settings, { lanes: after }: Settings): readonly number[] | null {
  const order = after.map((lane) => before.indexOf(lane));
  const moved = order.length < before.length || order.some((lane, i) => lane !== i);
  return moved && !order.includes(-1) && new Set(order).size === order.length ? order : null;
}

export function changeOf(before: Settings, after: Settings): Change {
  const [old, next] = [structureOf(before), structureOf(after)];
  if (!same({ ...old, executor: next.executor }, next)) return { type: 'begin' };
  const order = arrangement(before, after);
  const otherEngine = old.executor !== next.executor;
  if (order) return otherEngine ? { type: 'begin' } : { type: 'arrange', order };
  if (before.lanes.length !== after.lanes.length) return { type: 'begin' };
  if (otherEngine) return { type: 'goOn' };
  return { type: same(knobsOf(before), knobsOf(after)) ? 'none' : 'tune' };
}

/** Lanes that stand at their defaults move to those of the new number of classes, so that they stay feasible. */
export function followDefaults(before: Settings, after: Settings): Settings {
  if (before.lanes !== after.lanes) return after;
  const [old, next] = [settingOf(before), settingOf(after)];
  // Lanes that stay are the same objects: what was made of them is still good.
  if (old.classes === next.classes && old.dim === next.dim) return after;
  const lanes = after.lanes.map((lane) => {
    const loss = lossOf(lane);
    const atDefault = same(defaultConfig(loss, old).values, lane.values);
    return atDefault ? { ...lane, values: defaultConfig(loss, next).values } : lane;
  });
  return { ...after, lanes };
}
