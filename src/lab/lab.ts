import { createStore } from 'zustand/vanilla';
import { FRONT } from '../math/viewpoint';
import type { News, TrainerClient } from '../train/client';
import type { Repair } from './addressParts';
import { partAt } from './bookmarks';
import { createByHand } from './byHand';
import { changeOf, followDefaults } from './changes';
import { createFeed } from './feed';
import { createHearing } from './hear';
import { createLit } from './lit';
import { createLookBack } from './lookBack';
import { firstMoment, firstState } from './opening';
import {
  appearanceOf,
  defaultSettings,
  knobsOf,
  resettledAfter,
  type Settings,
  settledAfter,
  structureOf,
} from './settings';
import type { Lab, LabState } from './state';
import { redo, remember, settle, undo } from './undo';
import { followVitals } from './vitals';

export function createLab(
  settings: Settings,
  repairs: readonly Repair[],
  connect: (onNews: (news: News) => void) => TrainerClient,
): Lab {
  const feed = createFeed(firstMoment(settings));
  const lit = createLit();
  const store = createStore<LabState>(() => firstState(settings, repairs));
  const { getState, setState } = store;
  let hidden = false;
  /** The step at which training rests when nothing more is touched. */
  let settled = settledAfter(settings);
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

  /** The last step that is known of: a run rests before what it rests at is seen. */
  const reached = (): number => Math.max(feed.live.moment.step, getState().rest?.step ?? 0);

  function run(step = reached()): void {
    const { playing, settings: now } = getState();
    if (playing && !hidden) client.play(now.pace, goalFrom(step));
    else client.pause();
  }

  /** The step at which training rests that goes on from another: the one asked for, or when the picture has settled. */
  function goalFrom(step: number): number {
    const { until } = getState().settings;
    return until !== null && step < until ? until : settled;
  }

  function begin(): void {
    const { settings: now } = getState();
    setState({
      status: { type: 'starting' },
      rest: null,
      interruption: null,
      lookBack: null,
      byHand: null,
      bookmarks: [],
      picked: null,
      enlarged: null,
      detours: now.lanes.map(() => null),
      vitals: now.lanes.map(() => null),
      radii: now.lanes.map(() => null),
    });
    lit.clear();
    feed.begin(firstMoment(now));
    settled = settledAfter(now);
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
      settled = from.step + settledAfter(now);
      client.start(structureOf(now), knobsOf(now), from);
      run();
    },
  });

  const byHand = createByHand(feed, store);

  function play(): void {
    leave();
    const { status, settings: now } = getState();
    const step = reached();
    setState({ playing: true, rest: null, interruption: null });
    settled = step + settledAfter(now);
    if (status.type !== 'failed') run(step);
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
    byHand.putBack();
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
    if (change.type === 'tune') touched();
    else if (getState().playing && (before.until !== after.until || before.pace !== after.pace)) run();
  }

  /** A touch puts the rest off, or interrupts it for a while. */
  function touched(): void {
    const { playing, rest, lookBack, byHand, settings: now } = getState();
    if (!playing && (!rest || !now.retrain || lookBack || byHand)) return;
    const step = reached();
    settled = Math.max(playing ? settled : 0, step + resettledAfter(now));
    setState({ playing: true, rest: null });
    run(step);
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
    lit,
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
    ...byHand,
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
