import type { Samples } from '../data/dataset';
import type { FigureInput, FigureLane, LaneLook } from '../figures/figure';
import { NO_COURSE } from '../lab/course';
import { nearestLook } from '../lab/history';
import { forceNow, forceToCome, laneFeatures, laneMoment } from '../lab/laneView';
import { litClass } from '../lab/lit';
import { laneColours, laneNames, lossOf, marginOf } from '../lab/settings';
import { type Lab, radiusOf } from '../lab/state';
import type { Whole } from '../lab/whole';
import { keepWith } from '../math/keep';
import { classNames } from './laneShown';

/** A look taken apart into its lanes, once: what figures compute from a lane's part is kept with it. */
const looksOf = keepWith(({ moment, features }: Whole): readonly LaneLook[] =>
  moment.times.map((_, lane) => ({
    step: moment.step,
    centres: laneMoment(moment, lane).centres,
    features: laneFeatures(features, lane, moment.times.length),
  })),
);

const NO_LABELS = new Uint8Array(0);

function heldOutOf(samples: Samples | null): FigureInput['heldOut'] {
  if (!samples?.heldOut) return null;
  const { y, classes } = samples.heldOut;
  return { from: samples.y.length, y, classes };
}

type Source = Pick<Lab, 'feed' | 'store' | 'lit'>;

function makeInput(lab: Source): FigureInput {
  const { samples, moment, whole, history, courses } = lab.feed.now;
  const state = lab.store.getState();
  const { settings, vitals, picked } = state;
  const lit = lab.lit.getState();
  const count = whole && samples ? samples.trainCount : 0;
  const [shown, first, middle] = [
    whole?.moment ?? moment,
    history.looks[0],
    nearestLook(history, (whole?.moment.step ?? 0) / 2),
  ];
  const names = laneNames(settings.lanes);
  const colours = laneColours(settings.lanes);
  const lanes = settings.lanes.map((config, index): FigureLane => {
    // Settings may be a lane ahead of the run for a moment.
    const lane = Math.min(index, shown.times.length - 1);
    const { time, centres, biases } = laneMoment(shown, lane);
    const margin = marginOf(config);
    const look = (of: Whole | null | undefined): LaneLook | null => (of && looksOf(of)[lane]) ?? null;
    return {
      name: names[index] ?? '',
      colour: colours[index] ?? index,
      margin,
      params: lossOf(config).params,
      force: forceNow(margin, time),
      toCome: forceToCome(margin, time),
      centres,
      biases,
      radius: radiusOf(state, index),
      now: look(whole),
      start: look(first),
      middle: look(middle),
      pairs: vitals[index]?.readings.pairs ?? [],
      testAccuracy: vitals[index]?.readings.testAccuracy ?? null,
      table: vitals[index]?.readings.table ?? null,
      course: courses[index] ?? NO_COURSE,
    };
  });
  return {
    lanes,
    classes: samples?.classes ?? classNames(settings),
    y: samples?.y ?? NO_LABELS,
    count,
    heldOut: heldOutOf(samples),
    lit: litClass(lit),
    marked: [...new Set([picked, lit.sample])].flatMap((sample) =>
      sample !== null && sample < count ? [sample] : [],
    ),
  };
}

/** Gives what there is to show in figures, made anew only when something of it has changed. */
export function createFigureInput(lab: Source): () => FigureInput {
  let seen: readonly unknown[] = [];
  let made: FigureInput | null = null;
  return () => {
    const { samples, moment, whole, history, courses } = lab.feed.now;
    const { settings, radii, vitals, picked } = lab.store.getState();
    const lit = lab.lit.getState();
    // Between two looks at all samples minibatches move the circles; figures show one step.
    const run = [samples, whole ?? moment, history.looks, courses, ...vitals.map((one) => one?.readings)];
    const now = [...run, settings, radii, picked, lit.sample, litClass(lit)];
    if (made && now.length === seen.length && now.every((part, i) => part === seen[i])) return made;
    seen = now;
    made = makeInput(lab);
    return made;
  };
}
