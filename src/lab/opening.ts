import { initialCentres } from '../math/centres';
import { FRONT } from '../math/viewpoint';
import type { Moment } from '../train/protocol';
import type { Repair } from './addressParts';
import { type Settings, settingOf } from './settings';
import type { LabState } from './state';
import { NO_PAST } from './undo';

/** Where everything stands before the first step: known without any training. */
export function firstMoment(settings: Settings): Moment {
  const lanes = settings.lanes.length;
  const { classes, dim } = settingOf(settings);
  const one = initialCentres(classes, dim, settings.centres, settings.seed);
  const centres = new Float32Array(lanes * one.length);
  for (let lane = 0; lane < lanes; lane++) centres.set(one, lane * one.length);
  return { step: 0, times: settings.lanes.map(() => 0), centres, biases: new Float32Array(lanes * classes) };
}

/** The page when it opens: a run that is about to train. */
export const firstState = (settings: Settings, repairs: readonly Repair[]): LabState => ({
  settings,
  repairs,
  status: { type: 'starting' },
  playing: true,
  engine: null,
  lookBack: null,
  byHand: null,
  bookmarks: [],
  picked: null,
  rest: null,
  interruption: null,
  detours: settings.lanes.map(() => null),
  vitals: settings.lanes.map(() => null),
  past: NO_PAST,
  enlarged: null,
  viewpoint: FRONT,
  radii: settings.lanes.map(() => null),
});
