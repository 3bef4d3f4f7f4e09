import type { StoreApi } from 'zustand/vanilla';
import type { Checkpoint } from '../train/protocol';
import { arrangeKept, type Bookmark, type Kept, MOST_BOOKMARKS, partAt } from './bookmarks';
import type { FeedStore } from './feed';
import { nearestCheckpoint } from './history';
import type { Detour, Lab, LabState } from './state';
import type { Vitals } from './vitals';
import type { Whole } from './whole';

interface Run {
  play(): void;
  pause(): void;
  /** Lets all lanes go on from a state, as the settings are now. */
  goOnFrom(from: Checkpoint): void;
}

type LookingBack = Pick<
  Lab,
  'lookBack' | 'goTo' | 'present' | 'goOnFromHere' | 'addBookmark' | 'renameBookmark' | 'removeBookmark'
> & {
  /** Shows the present again. Whether training was interrupted. */
  leave(): boolean;
  /** What is kept follows the lanes. */
  arrange(order: readonly number[]): void;
};

/** Looks back at what is kept of the run, keeps some of it by name, and goes on from there. */
export function createLookBack(
  feed: FeedStore,
  { getState, setState }: StoreApi<LabState>,
  { play, pause, goOnFrom }: Run,
): LookingBack {
  let made = 0;

  function show({ look, from, shared }: Kept): void {
    const { playing, lookBack } = getState();
    if (playing) pause();
    const resumes = playing || (lookBack?.resumes ?? false);
    setState({ lookBack: { look, from, shared, resumes }, byHand: null });
    feed.look(look);
  }
  function leave(): boolean {
    const { lookBack, byHand } = getState();
    if (!lookBack && !byHand) return false;
    setState({ lookBack: null, byHand: null });
    feed.look(null);
    return lookBack?.resumes ?? false;
  }
  const edit = (change: (old: readonly Bookmark[]) => readonly Bookmark[]): void =>
    setState({ bookmarks: change(getState().bookmarks) });
  const kept = (look: Whole): Kept => ({
    look,
    from: nearestCheckpoint(feed.live.history, look.moment.step),
    shared: Number.POSITIVE_INFINITY,
  });

  return {
    leave,
    lookBack: (look) => show(kept(look)),
    goTo: show,
    present() {
      if (leave()) play();
    },
    goOnFromHere() {
      const { lookBack, bookmarks } = getState();
      if (!lookBack?.from) return;
      const { look, from, shared } = lookBack;
      const parting = Math.min(from.step, shared);
      setState({
        lookBack: null,
        byHand: null,
        detours: detoursAt(from, getState()),
        vitals: anew(from, getState()),
        bookmarks: partAt(bookmarks, parting).map((one) =>
          one.look === look ? { ...one, shared: from.step } : one,
        ),
      });
      feed.rewind(parting, { look, from });
      goOnFrom(from);
    },
    addBookmark(name) {
      const { bookmarks, lookBack } = getState();
      const look = lookBack?.look ?? feed.live.whole;
      if (!look || bookmarks.length >= MOST_BOOKMARKS) return null;
      made++;
      const { from, shared } = lookBack ?? kept(look);
      const bookmark = { id: made, name, look, from, shared };
      edit((old) => [...old, bookmark]);
      return bookmark;
    },
    renameBookmark: (id, name) => edit((old) => old.map((one) => (one.id === id ? { ...one, name } : one))),
    removeBookmark: (id) => edit((old) => old.filter((one) => one.id !== id)),
    arrange(order) {
      const { lookBack, bookmarks } = getState();
      setState({
        lookBack: lookBack && arrangeKept(lookBack, order),
        bookmarks: bookmarks.map((one) => arrangeKept(one, order)),
      });
    },
  };
}

/** What has happened to the lanes by then: they stand still that stood still. */
const detoursAt = ({ step, lanes }: Checkpoint, { detours }: LabState): readonly (Detour | null)[] =>
  detours.map((old, lane) => {
    if (lanes[lane]?.held) return old?.type === 'held' ? old : { type: 'held', step, from: step };
    return old?.type === 'wentBack' && old.step <= step ? old : null;
  });

/** How lanes are doing is judged anew from there. */
const anew = ({ step }: Checkpoint, { vitals }: LabState): readonly (Vitals | null)[] =>
  vitals.map((old) => old && { ...old, ailment: null, wellAt: step, best: 0 });
