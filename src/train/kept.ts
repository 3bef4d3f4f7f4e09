import type { EngineState } from './engine';
import { isSound, pickLanes } from './state';

/** Kept states of a run to go back to: never more than a few, further apart the longer the run. */
export interface Kept {
  /** Is it time for another one? */
  due(step: number): boolean;
  keep(step: number, state: EngineState): void;
  /** One lane's newest state at or before a step whose numbers are all finite. */
  find(lane: number, step: number): { readonly step: number; readonly state: EngineState } | null;
  /** Goes on with these lanes, in this order. */
  arrange(order: readonly number[]): void;
}

const MOST = 8;
const FIRST_SPACING = 50;

export function createKept(firstLanes: number): Kept {
  let lanes = firstLanes;
  let spacing = FIRST_SPACING;
  let kept: { readonly step: number; readonly state: EngineState }[] = [];
  return {
    due: (step) => step - (kept.at(-1)?.step ?? Number.NEGATIVE_INFINITY) >= spacing,
    keep(step, state) {
      kept.push({ step, state });
      if (kept.length <= MOST) return;
      // Every second one goes, but never the start.
      kept = kept.filter((_, i) => i % 2 === 0);
      spacing *= 2;
    },
    find(lane, step) {
      for (const old of kept.toReversed()) {
        if (old.step > step) continue;
        const state = pickLanes(old.state, lanes, [lane]);
        if (isSound(state)) return { step: old.step, state };
      }
      return null;
    },
    arrange(order) {
      kept = kept.map(({ step, state }) => ({ step, state: pickLanes(state, lanes, order) }));
      lanes = order.length;
    },
  };
}
