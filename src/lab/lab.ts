import { createStore } from 'zustand/vanilla';
import { initialCentres } from '../math/centres';
import { FRONT } from '../math/viewpoint';
import type { News, TrainerClient } from '../train/client';
import type { Moment } from '../train/protocol';
import type { Repair } from './addressParts';
import { partAt } from './bookmarks';
import { changeOf, followDefaults } from './changes';
import { createFeed } from './feed';
import { createHearing } from './hear';
import { createLookBack } from './lookBack';
import {
  appearanceOf,
  defaultSettings,
  knobsOf,
  type Settings,
  settingOf,
  settledAfter,
  structureOf,
} from './settings';
import type { Lab, LabState } from './state';
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

export function createLab(
  settings: Settings,
  repairs: readonly Repair[],
  connect: (onNews: (news: News) => void) => TrainerClient,
): Lab {
  const feed = createFeed(firstMoment(settings));
  const store = createStore<LabState>(() => ({
    settings,
    repairs,
    status: { type: 'starting' },
    playing: true,
    pace: null,
    engine: null,
    lookBack: null,
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
  }));
  const { getState, setState } = store;
  let hidden = false;
  const look = followVitals(feed, {
    settings: () => getState().settings,
    get: () => getState().vitals,
    set: (vitals) => setState({ vitals }),
  });

  const hear = createHearing(feed, store);
  const client = connect((news) => {
    hear(news);
    if (news.type === 'snapshot' && hidden) client.drawn();
    if (news.type === 'held' && getState().detours.every((detour) => detour?.type === 'held')) pause();
  });

  function run(): void {
    const { playing, pace } = getState();
    if (playing && !hidden) client.play(pace, goal());
    else client.pause();
  }

  /** The step at which training rests: the one asked for, or when nothing was touched for long. */
  function goal(): number {
    const { settings: now } = getState();
    const { step } = feed.live.moment;
    return now.until !== null && step < now.until ? now.until : step + settledAfter(now);
  }

  function begin(): void {
    const { settings: now } = getState();
    setState({
      status: { type: 'starting' },
      rest: null,
      interruption: null,
      lookBack: null,
      bookmarks: [],
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

  /** The same run on another engine, or once more. */
  function goOn(): void {
    const { settings: now } = getState();
    setState({ status: { type: 'starting' }, interruption: null });
    client.goOn(structureOf(now), knobsOf(now));
    run();
  }

  const {
    leave,
    arrange: arrangeKept,
    ...looking
  } = createLookBack(feed, store, {
    play,
    pause,
    goOnFrom(from) {
      const { settings: now } = getState();
      setState({ status: { type: 'starting' }, playing: true, rest: null, interruption: null });
      client.start(structureOf(now), knobsOf(now), from);
      run();
    },
  });

  function play(): void {
    leave();
    const { status } = getState();
    setState({ playing: true, rest: null, interruption: null });
    if (status.type !== 'failed') run();
    else if (status.step === null) begin();
    else {
      setState({ bookmarks: partAt(getState().bookmarks, status.step) });
      feed.rewind(status.step);
      goOn();
    }
  }

  function pause(): void {
    setState({ playing: false, rest: null, interruption: null });
    run();
  }

  function arrange(order: readonly number[]): void {
    const { settings: now, radii, enlarged, detours, vitals } = getState();
    const moved = enlarged === null ? -1 : order.indexOf(enlarged);
    setState({
      enlarged: moved < 0 ? null : moved,
      radii: order.map((lane) => radii[lane] ?? null),
      detours: order.map((lane) => detours[lane] ?? null),
      vitals: order.map((lane) => vitals[lane] ?? null),
    });
    arrangeKept(order);
    feed.arrange(order);
    client.arrange(order, knobsOf(now));
  }

  /** Makes the settings so, whatever that needs. */
  function become(after: Settings): void {
    const { settings: before } = getState();
    const change = changeOf(before, after);
    setState({ settings: after });
    look();
    if (change.type === 'begin') begin();
    if (change.type === 'goOn') goOn();
    if (change.type === 'arrange') arrange(change.order);
    if (change.type === 'tune') client.tune(knobsOf(after));
    if (change.type === 'tune' || before.until !== after.until) touched();
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
      setState({ viewpoint: FRONT });
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
      if (!playing) play();
    },
    play,
    pause,
    step() {
      if (getState().status.type !== 'ready') return;
      leave();
      setState({ playing: false });
      client.step();
    },
    restart: begin,
    ...looking,
    setPace(pace) {
      setState({ pace });
      if (getState().playing) run();
    },
    pick: (picked) => setState({ picked }),
    turn: (viewpoint) => setState({ viewpoint }),
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
