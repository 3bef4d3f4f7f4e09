import { createStore } from 'zustand/vanilla';
import { defaultConfig } from '../margin/loss';
import { initialCentres } from '../math/centres';
import type { TrainerClient } from '../train/client';
import type { Moment, Reply } from '../train/protocol';
import type { Repair } from './addressParts';
import { createFeed } from './feed';
import {
  appearanceOf,
  defaultSettings,
  knobsOf,
  lossOf,
  type Settings,
  settingOf,
  settledAfter,
  structureOf,
} from './settings';
import type { Detour, Lab, LabState } from './state';
import { NO_PAST, redo, remember, settle, undo } from './undo';
import { followVitals } from './vitals';

/** Where everything stands before the first step: known without any training. */
function firstMoment(settings: Settings): Moment {
  const lanes = settings.lanes.length;
  const { classes, dim } = settingOf(settings);
  const one = initialCentres(classes, dim, settings.centres, settings.seed);
  const centres = new Float32Array(lanes * one.length);
  for (let lane = 0; lane < lanes; lane++) centres.set(one, lane * one.length);
  return { step: 0, times: settings.lanes.map(() => 0), centres, biases: new Float32Array(lanes * classes) };
}

/** Lanes that stand at their defaults move to those of the new number of classes, so that they stay feasible. */
function followDefaults(before: Settings, after: Settings): Settings {
  if (before.lanes !== after.lanes) return after;
  const [old, next] = [settingOf(before), settingOf(after)];
  // Lanes that stay are the same objects: what was made of them is still good.
  if (old.classes === next.classes && old.dim === next.dim) return after;
  const lanes = after.lanes.map((lane) => {
    const loss = lossOf(lane);
    const atDefault = JSON.stringify(defaultConfig(loss, old).values) === JSON.stringify(lane.values);
    return atDefault ? { ...lane, values: defaultConfig(loss, next).values } : lane;
  });
  return { ...after, lanes };
}

const sameStructure = (a: Settings, b: Settings): boolean =>
  JSON.stringify(structureOf(a)) === JSON.stringify(structureOf(b));

/** Where each lane was before, if lanes were only taken away or put into another order; else null. */
function arrangement({ lanes: before }: Settings, { lanes: after }: Settings): readonly number[] | null {
  const order = after.map((lane) => before.indexOf(lane));
  const moved = order.length < before.length || order.some((lane, i) => lane !== i);
  return moved && !order.includes(-1) && new Set(order).size === order.length ? order : null;
}

export function createLab(
  settings: Settings,
  repairs: readonly Repair[],
  connect: (onReply: (reply: Reply) => void) => TrainerClient,
): Lab {
  const feed = createFeed(firstMoment(settings));
  const store = createStore<LabState>(() => ({
    settings,
    repairs,
    status: { type: 'starting' },
    playing: true,
    pace: null,
    engine: null,
    picked: null,
    rest: null,
    detours: settings.lanes.map(() => null),
    vitals: settings.lanes.map(() => null),
    past: NO_PAST,
    enlarged: null,
    radii: settings.lanes.map(() => null),
  }));
  const { getState, setState } = store;
  let hidden = false;
  const look = followVitals(feed, {
    settings: () => getState().settings,
    get: () => getState().vitals,
    set: (vitals) => setState({ vitals }),
  });

  const note = (lane: number, detour: Detour): void =>
    setState({ detours: getState().detours.map((old, i) => (i === lane ? detour : old)) });

  const client = connect((reply) => {
    switch (reply.type) {
      case 'started': {
        const { executor, reason, renderer, data } = reply;
        feed.describe(data);
        setState({ status: { type: 'ready' }, engine: { executor, reason, renderer } });
        return;
      }
      case 'snapshot':
        feed.take(reply.snapshot);
        if (hidden) client.drawn();
        return;
      case 'held':
        note(reply.lane, { type: 'held', step: reply.step, from: reply.from });
        if (getState().detours.every((detour) => detour?.type === 'held')) setState({ playing: false });
        return;
      case 'wentBack':
        note(reply.lane, { type: 'wentBack', step: reply.step, from: reply.from });
        return;
      case 'arrived': {
        const { until } = getState().settings;
        const type = until === reply.until ? 'until' : 'settled';
        setState({ playing: false, rest: { type, step: reply.step } });
        return;
      }
      case 'failed':
        setState({ playing: false, status: { type: 'failed', message: reply.message } });
        return;
    }
  });

  function run(): void {
    const { playing, pace } = getState();
    if (playing && !hidden) client.play(pace, goal());
    else client.pause();
  }

  /** The step at which training rests: the one asked for, or when nothing was touched for long. */
  function goal(): number {
    const { settings: now } = getState();
    const { step } = feed.now.moment;
    return now.until !== null && step < now.until ? now.until : step + settledAfter(now);
  }

  function begin(): void {
    const { settings: now } = getState();
    setState({
      status: { type: 'starting' },
      rest: null,
      picked: null,
      enlarged: null,
      detours: now.lanes.map(() => null),
      vitals: now.lanes.map(() => null),
      radii: now.lanes.map(() => null),
    });
    feed.begin(firstMoment(now));
    client.start(structureOf(now), knobsOf(now));
    run();
  }
  begin();

  const setPlaying = (playing: boolean): void => {
    const { status } = getState();
    if (playing && status.type === 'failed') {
      setState({ playing });
      begin();
      return;
    }
    setState({ playing, rest: null });
    run();
  };

  /** Makes the settings so, whatever that needs. */
  function become(after: Settings): void {
    const { settings: before, status, radii, enlarged } = getState();
    const same = sameStructure(before, after);
    const order = arrangement(before, after);
    setState({ settings: after });
    look();
    if (order && same && status.type === 'ready') {
      const moved = enlarged === null ? -1 : order.indexOf(enlarged);
      setState({ radii: order.map((lane) => radii[lane] ?? null), enlarged: moved < 0 ? null : moved });
      const { detours, vitals } = getState();
      setState({
        detours: order.map((lane) => detours[lane] ?? null),
        vitals: order.map((lane) => vitals[lane] ?? null),
      });
      feed.arrange(order);
      client.arrange(order, knobsOf(after));
    } else if (!same || before.lanes.length !== after.lanes.length) begin();
    else if (JSON.stringify(knobsOf(before)) !== JSON.stringify(knobsOf(after))) {
      client.tune(knobsOf(after));
      touched();
    } else if (before.until !== after.until) touched();
  }

  /** A touch puts the rest off. */
  function touched(): void {
    if (getState().playing) run();
  }

  function change(part: Partial<Settings>, gesture = false): void {
    const { settings: before, past } = getState();
    const after = followDefaults(before, { ...before, ...part });
    if (JSON.stringify(before) === JSON.stringify(after)) return;
    setState({ past: remember(past, before, gesture) });
    become(after);
  }

  const travel = (step: typeof undo<Settings>): void => {
    const { past, settings: now } = getState();
    const there = step(past, now);
    if (!there) return;
    setState({ past: there.past });
    become(there.state);
  };

  return {
    store,
    feed,
    change,
    settle: () => setState({ past: settle(getState().past) }),
    undo: () => travel(undo),
    redo: () => travel(redo),
    reset() {
      change({ ...defaultSettings(), ...appearanceOf(getState().settings) });
    },
    enlarge: (enlarged) => setState({ enlarged }),
    enlargeType: () => change({ type: getState().settings.type === 'large' ? 'normal' : 'large' }),
    goBack(lane) {
      const { vitals, detours, playing } = getState();
      const held = detours[lane]?.type === 'held' ? detours[lane]?.from : undefined;
      const step = vitals[lane]?.wellAt ?? held;
      if (step === undefined) return;
      // What it learns from here on is judged anew.
      setState({ vitals: vitals.map((old, i) => (i === lane ? null : old)) });
      client.goBack(lane, step);
      if (!playing) setPlaying(true);
    },
    play: () => setPlaying(true),
    pause: () => setPlaying(false),
    step() {
      if (getState().status.type !== 'ready') return;
      setState({ playing: false });
      client.step();
    },
    restart: begin,
    setPace(pace) {
      setState({ pace });
      if (getState().playing) run();
    },
    pick: (picked) => setState({ picked }),
    setRadius: (lane, r) => setState({ radii: getState().radii.map((old, i) => (i === lane ? r : old)) }),
    forgetRepairs: () => setState({ repairs: [] }),
    setHidden(now) {
      hidden = now;
      if (hidden) client.drawn();
      if (getState().playing) run();
    },
    drawn: () => client.drawn(),
  };
}
