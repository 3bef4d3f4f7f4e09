import type { StoreApi } from 'zustand/vanilla';
import type { Move } from '../math/move';
import type { Viewpoint } from '../math/viewpoint';
import type { News } from '../train/client';
import type { Executor, Reason } from '../train/protocol';
import type { Repair } from './addressParts';
import type { Bookmark, Kept } from './bookmarks';
import type { Held } from './byHand';
import type { FeedStore } from './feed';
import type { LitStore } from './lit';
import type { Settings } from './settings';
import type { Past } from './undo';
import type { Vitals } from './vitals';
import type { Whole } from './whole';

/** How a run is doing. A run that is wanted to play may still be starting. */
export type Status =
  | { readonly type: 'starting' }
  | { readonly type: 'ready' }
  | Extract<News, { readonly type: 'failed' }>;

/** A lane that does not simply go on from step to step. */
export interface Detour {
  /** Its loss stopped being a number and it stands still; or it was put back and goes on. */
  readonly type: 'held' | 'wentBack';
  /** When that was, and of which step its network is. */
  readonly step: number;
  readonly from: number;
}

/** A kept look, shown in the place of the present. */
export interface LookBack extends Kept {
  /** Training was interrupted for it, and goes on in the present. */
  readonly resumes: boolean;
}

export interface LabState {
  readonly settings: Settings;
  /** What the address that the page was opened with could not say. */
  readonly repairs: readonly Repair[];
  readonly status: Status;
  readonly playing: boolean;
  /** Why it stands still by itself: the step asked for is reached, or nothing has been touched for long. */
  readonly rest: { readonly type: 'until' | 'settled'; readonly step: number } | null;
  /** Why it last went on from an earlier step of its own. */
  readonly interruption: Pick<Extract<News, { type: 'interrupted' }>, 'trouble' | 'message' | 'step'> | null;
  readonly engine: { readonly executor: Executor; readonly reason: Reason; readonly renderer: string } | null;
  /** null for the present. */
  readonly lookBack: LookBack | null;
  /** The lanes in which something shown was moved by hand, the last of them first; another array after each move. */
  readonly byHand: readonly number[] | null;
  /** In the order in which they were made. */
  readonly bookmarks: readonly Bookmark[];
  /** A sample that was picked in some circle, lit up in all. */
  readonly picked: number | null;
  /** Of each lane; null where nothing happened. */
  readonly detours: readonly (Detour | null)[];
  readonly vitals: readonly (Vitals | null)[];
  /** What can be undone and redone. */
  readonly past: Past<Settings>;
  /** The lane that has the whole width. */
  readonly enlarged: number | null;
  /** From where all globes are looked at. */
  readonly viewpoint: Viewpoint;
  /** Length r at which each unnormalised lane is drawn; null for the median ‖x‖. */
  readonly radii: readonly (number | null)[];
}

/** Length r at which an unnormalised lane is drawn: as chosen, or the median ‖x‖ of its readings; 1 before there are any. */
export const radiusOf = ({ radii, vitals }: LabState, lane: number): number =>
  radii[lane] ?? vitals[lane]?.readings.norm ?? 1;

/** The state of the page and all that can be done to it. */
export interface Lab {
  readonly store: StoreApi<LabState>;
  readonly feed: FeedStore;
  /** What is lit up in all pictures. */
  readonly lit: LitStore;
  /**
   * Replaces settings: starts a new run, tunes the one that goes on, or goes on with fewer lanes or on another engine,
   * as the change needs.
   * The changes of a gesture (a drag) are undone together; `settle` ends it.
   */
  change(settings: Partial<Settings>, gesture?: boolean): void;
  settle(): void;
  undo(): void;
  redo(): void;
  /** Everything as the page first opened, but for how it is read: language, theme, size of the letters. */
  reset(): void;
  enlarge(lane: number | null): void;
  /** Large letters, or the usual ones again. */
  enlargeType(): void;
  /** A lane goes on from where it was last well, or from its last kept network; the others simply go on. */
  goBack(lane: number): void;
  /** Goes on; after a failure from where the run is kept. */
  play(): void;
  pause(): void;
  step(): void;
  restart(): void;
  /** Shows a look of the run's history; training waits meanwhile. */
  lookBack(look: Whole): void;
  /** Shows what was kept by name, in the same way. */
  goTo(bookmark: Bookmark): void;
  /** Shows the present again, with nothing moved by hand, and trains on if that was interrupted. */
  present(): void;
  /** Moves a centre or a sample of a lane while the run stands still; it is only shown so. */
  moveByHand(lane: number, held: Held, move: Move): void;
  /** Shows everything again where it was before it was moved by hand. Whether something was. */
  putBack(): boolean;
  /** All lanes go on from the kept state nearest to what is shown; what came after it is forgotten. */
  goOnFromHere(): void;
  /** Keeps what is shown by a name; nothing happens when there is no room. Gives the bookmark. */
  addBookmark(name: string): Bookmark | null;
  renameBookmark(id: number, name: string): void;
  removeBookmark(id: number): void;
  pick(sample: number | null): void;
  setRadius(lane: number, r: number | null): void;
  /** Turns all globes alike, so that they can be compared. */
  turn(viewpoint: Viewpoint): void;
  forgetRepairs(): void;
  /** A hidden page trains nothing. */
  setHidden(hidden: boolean): void;
  /** What the feed last brought is on the screen. */
  drawn(): void;
}
