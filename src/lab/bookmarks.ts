import { arrangeCheckpoint } from '../train/checkpoint';
import type { Checkpoint } from '../train/protocol';
import { arrangeWhole, type Whole } from './whole';

/** A look, and the kept state nearest to it. */
export interface Kept {
  readonly look: Whole;
  /** null if no state was kept. */
  readonly from: Checkpoint | null;
  /** Until this step the run as it is went the way of the one that was looked at. */
  readonly shared: number;
}

/** What is kept by name for as long as the run lasts, also when the run goes on from before it. */
export interface Bookmark extends Kept {
  readonly id: number;
  readonly name: string;
}

/** They hold weights, a megabyte or two each. */
export const MOST_BOOKMARKS = 8;

/** With these of its lanes, in this order. */
export const arrangeKept = <T extends Kept>(one: T, order: readonly number[]): T => ({
  ...one,
  look: arrangeWhole(one.look, order),
  from: one.from && arrangeCheckpoint(one.from, order),
});

/** The run goes another way from a step on. */
export const partAt = (bookmarks: readonly Bookmark[], step: number): readonly Bookmark[] =>
  bookmarks.map((one) => ({ ...one, shared: Math.min(one.shared, step) }));
