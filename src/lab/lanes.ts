import { defaultConfig, type LaneConfig, type Setting, snap } from '../margin/loss';
import { lossOf, MOST_LANES } from './settings';

// What can be done to the row of lanes. Each gives a new row; lanes that stay are the same objects, which is how the
// lab knows that they can go on with their run.
type Lanes = readonly LaneConfig[];

export const replaceLane = (lanes: Lanes, index: number, lane: LaneConfig): Lanes =>
  lanes.map((old, i) => (i === index ? lane : old));

/** Sets a parameter of one lane; of all that have one of this name when sliders are linked. */
export const setValue = (lanes: Lanes, index: number, name: string, value: number, linked: boolean): Lanes =>
  lanes.map((lane, i) => {
    const param = lossOf(lane).params[name];
    if (!param || (i !== index && !linked)) return lane;
    return { ...lane, values: { ...lane.values, [name]: snap(param, value) } };
  });

export const addLane = (lanes: Lanes, loss: string, setting: Setting): Lanes =>
  lanes.length < MOST_LANES ? [...lanes, defaultConfig(lossOf({ loss }), setting)] : lanes;

/** The last lane stays. */
export const removeLane = (lanes: Lanes, index: number): Lanes =>
  lanes.length > 1 ? lanes.filter((_, i) => i !== index) : lanes;

/** Swaps a lane with its neighbour `by` places on; at the end of the row nothing changes. */
export function moveLane(lanes: Lanes, index: number, by: -1 | 1): Lanes {
  const [lane, other] = [lanes[index], lanes[index + by]];
  if (!lane || !other) return lanes;
  return lanes.map((old, i) => (i === index ? other : i === index + by ? lane : old));
}
