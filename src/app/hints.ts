import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { lossOf, marginOf } from '../lab/settings';
import type { Lab } from '../lab/state';
import type { LaneConfig } from '../margin/loss';

/** What a first visitor is told to try: to move a margin, to pick a sample. */
const HINTS = ['margin', 'pick'] as const;
export type Hint = (typeof HINTS)[number];

const KEY = 'angular-margin-explorer hints';

/** Those tried on an earlier visit; none where nothing can be kept. */
function recall(): readonly Hint[] {
  try {
    const kept = localStorage.getItem(KEY)?.split(' ') ?? [];
    return HINTS.filter((hint) => kept.includes(hint));
  } catch {
    return []; // storage is blocked
  }
}

function keep(tried: readonly Hint[]): void {
  try {
    localStorage.setItem(KEY, tried.join(' '));
  } catch {
    // Blocked, or full: then hints are there again on the next visit.
  }
}

const store = createStore<{ readonly tried: readonly Hint[] }>(() => ({ tried: recall() }));

function become(tried: readonly Hint[]): void {
  store.setState({ tried });
  keep(tried);
}

/** Whether a hint is still to be shown. */
export const useHint = (hint: Hint): boolean => useStore(store, ({ tried }) => !tried.includes(hint));
export const useAnyHint = (): boolean => useStore(store, ({ tried }) => tried.length < HINTS.length);

/** Brings all hints back, or puts them away. */
export const showHints = (on: boolean): void => become(on ? [] : HINTS);

function done(hint: Hint): void {
  const { tried } = store.getState();
  if (!tried.includes(hint)) become([...tried, hint]);
}

const marginsOf = (lane: LaneConfig): readonly [name: string, symbol: string][] =>
  Object.entries(lossOf(lane).params).flatMap(([name, { role, symbol }]) =>
    role === 'margin' ? [[name, symbol]] : [],
  );

/** Where to try a margin: the last lane with one that acts as set, at first ArcFace, and its first margin's symbol. */
export function laneToTry(
  lanes: readonly LaneConfig[],
): { readonly index: number; readonly symbol: string } | null {
  const index = lanes.findLastIndex(
    (lane) => marginsOf(lane).length > 0 && marginOf(lane).schedule.type !== 'blend',
  );
  const lane = lanes[index];
  return lane ? { index, symbol: marginsOf(lane)[0]?.[1] ?? '' } : null;
}

const movedMargin = (before: readonly LaneConfig[], after: readonly LaneConfig[]): boolean =>
  after.some((lane, i) => {
    const old = before[i];
    return (
      old?.loss === lane.loss &&
      marginsOf(lane).some(([name]) => (old.values[name] ?? lane.values[name]) !== lane.values[name])
    );
  });

/** A hint goes away once what it asks for has been done, in whichever way. */
export function followHints(lab: Lab): () => void {
  return lab.store.subscribe((now, before) => {
    if (now.picked !== null && before.picked === null) done('pick');
    // Only sliders open a gesture: an address or an undo that moves a margin shows nobody how.
    const [lanes, old] = [now.settings.lanes, before.settings.lanes];
    if (lanes !== old && now.past.open && movedMargin(old, lanes)) done('margin');
  });
}
