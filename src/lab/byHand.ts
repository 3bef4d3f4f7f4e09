import type { StoreApi } from 'zustand/vanilla';
import { turnRow } from '../math/rows';
import type { FeedStore } from './feed';
import type { Lit } from './lit';
import type { Lab, LabState } from './state';
import type { Whole } from './whole';

/** What a hand has hold of: a class's centre or a sample. */
export type Held = Pick<Lit, 'cls' | 'sample'>;

/** A look at a circle on which one lane's centre, or its sample, is turned by so many radians. The rest is as it was. */
export function turnedLook(
  { moment, features }: Whole,
  lane: number,
  { cls, sample }: Held,
  by: number,
): Whole {
  const lanes = moment.times.length;
  const [n, classes] = [features.length / (2 * lanes), moment.biases.length / lanes];
  if (sample !== null) return { moment, features: turnRow(features, lane * n + sample, by) };
  if (cls === null) return { moment, features };
  return { moment: { ...moment, centres: turnRow(moment.centres, lane * classes + cls, by) }, features };
}

/** Shows what would be if something stood elsewhere. The run does not know of it. */
export function createByHand(
  feed: FeedStore,
  { getState, setState }: StoreApi<LabState>,
): Pick<Lab, 'moveByHand' | 'putBack'> {
  return {
    moveByHand(lane, held, by) {
      const { playing, settings, byHand } = getState();
      const { whole, moment } = feed.now;
      // Until a run that was paused has been looked at as it stands, there is only an older look.
      if (playing || settings.dim !== 2 || whole?.moment.step !== moment.step) return;
      setState({ byHand: [lane, ...(byHand ?? []).filter((one) => one !== lane)] });
      feed.look(turnedLook(whole, lane, held, by));
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
