import { useCallback, useMemo, useRef } from 'react';
import type { Repaint } from '../draw/Canvas';
import { type LaneMoment, laneFeatures, laneMoment } from '../lab/laneView';
import { litClass } from '../lab/lit';
import { datasetOf, type Settings } from '../lab/settings';
import { type LabState, radiusOf } from '../lab/state';
import { useLab, useLabState } from './context';

/** What a lane has to show now, whichever picture shows it. */
export interface LaneShown {
  readonly now: LaneMoment;
  /** [n, dim], or null before the first. */
  readonly features: Float32Array | null;
  readonly y: Uint8Array;
  readonly classes: readonly string[];
  /** How many samples are drawn: the training split. */
  readonly count: number;
  readonly picked: number | null;
  /** The sample that is pointed at, and the class that is lit up. */
  readonly pointed: number | null;
  readonly lit: number | null;
  /** The length that an unnormalised loss is drawn for. */
  readonly radius: number;
}

/** Names of the classes before the data are there: what the settings say. */
export function classNames(settings: Settings): readonly string[] {
  const { params, classCount } = datasetOf(settings);
  for (const [name, param] of Object.entries(params)) {
    const chosen = settings.data[name];
    if (param.type === 'subset' && chosen !== undefined && typeof chosen !== 'number')
      return chosen.map((i) => param.of[i] ?? String(i));
  }
  return Array.from({ length: classCount(settings.data) }, (_, i) => String(i));
}

const NO_LABELS = new Uint8Array(0);

/** Reads a lane when its picture is painted, which a slider or the feed asks for, not React. Keeps its identity. */
export function useLaneShown(index: number): () => LaneShown {
  const lab = useLab();
  const settings = useLabState((state) => state.settings);
  const names = useMemo(() => classNames(settings), [settings]);
  const current = useRef(names);
  current.current = names;
  return useCallback(() => {
    const { samples, moment, features } = lab.feed.now;
    const state = lab.store.getState();
    const lit = lab.lit.getState();
    const lanes = moment.times.length;
    const lane = Math.min(index, lanes - 1);
    const count = features ? (samples?.trainCount ?? 0) : 0;
    return {
      now: laneMoment(moment, lane),
      features: features && laneFeatures(features, lane, lanes),
      y: samples?.y ?? NO_LABELS,
      classes: samples?.classes ?? current.current,
      count,
      picked: state.picked,
      pointed: lit.sample,
      lit: litClass(lit),
      radius: radiusOf(state, index),
    };
  }, [lab, index]);
}

/** A lane's own sliders were moved: with another number of lanes, classes or dimensions all pictures are others. */
const hasMoved = (now: Settings, before: Settings, index: number): boolean =>
  now.lanes[index] !== before.lanes[index] &&
  now.lanes.length === before.lanes.length &&
  now.data === before.data &&
  now.dim === before.dim;

/** Has a lane's picture painted: at once when something of it was changed, else in turn with all that the run brings. */
export function useWatch(index: number): (repaint: Repaint) => () => void {
  const lab = useLab();
  return useCallback(
    (repaint) => {
      const stops = [
        lab.feed.subscribe(repaint.inTurn),
        lab.lit.subscribe(repaint.next),
        lab.store.subscribe((now, before) => {
          const changed = (key: keyof LabState): boolean => now[key] !== before[key];
          const touched = (['picked', 'radii', 'viewpoint', 'lookBack'] as const).some(changed);
          const byHand = changed('byHand') && (now.byHand ?? before.byHand)?.[0] === index;
          if (touched || byHand || hasMoved(now.settings, before.settings, index)) repaint.next();
          else if (changed('settings') || radiusOf(now, index) !== radiusOf(before, index)) repaint.inTurn();
        }),
      ];
      return () => {
        for (const stop of stops) stop();
      };
    },
    [lab, index],
  );
}
