import type { StoreApi } from 'zustand/vanilla';
import { type Move, moveRow } from '../math/move';
import type { FeedStore } from './feed';
import type { Lit } from './lit';
import type { Lab, LabState } from './state';
import type { Whole } from './whole';

/** What a hand has hold of: a class's centre or a sample. */
export type Held = Pick<Lit, 'cls' | 'sample'>;

/** A look in which one lane's centre, or its sample, was moved. The rest is as it was. */
export function movedLook(
  { moment, features }: Whole,
  lane: number,
  { cls, sample }: Held,
  move: Move,
): Whole {
  const lanes = moment.times.length;
  const { centres, biases } = moment;
  const dim = centres.length / biases.length;
  const [n, classes] = [features.length / (dim * lanes), biases.length / lanes];
  if (sample !== null) return { moment, features: moveRow(features, dim, lane * n + sample, move) };
  if (cls === null) return { moment, features };
  return { moment: { ...moment, centres: moveRow(centres, dim, lane * classes + cls, move) }, features };
}

/** Shows what would be if something stood elsewhere. The run does not know of it. */
export function createByHand(
  feed: FeedStore,
  { getState, setState }: StoreApi<LabState>,
): Pick<Lab, 'moveByHand' | 'putBack'> {
  return {
    moveByHand(lane, held, move) {
      const { playing, byHand } = getState();
      const { whole, moment } = feed.now;
      // Until a run that was paused has been looked at as it stands, there is only an older look.
      if (playing || whole?.moment.step !== moment.step) return;
      setState({ byHand: [lane, ...(byHand ?? []).filter((one) => one !== lane)] });
      feed.look(movedLook(whole, lane, held, move));
    },
    putBack() {
      const { byHand, lookBack } = getState();
      if (!byHand) return false;
      setState({ byHand: null });
      feed.look(lookBack?.look ?? null);
      return true;
    },
  };
}
