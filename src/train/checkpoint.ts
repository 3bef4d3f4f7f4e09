import type { Checkpoint } from './protocol';
import { pickLanes } from './state';

/** The same run with these of its lanes, in this order. */
export const arrangeCheckpoint = (from: Checkpoint, order: readonly number[]): Checkpoint => ({
  ...from,
  lanes: order.flatMap((lane) => from.lanes[lane] ?? []),
  state: pickLanes(from.state, from.lanes.length, order),
});
