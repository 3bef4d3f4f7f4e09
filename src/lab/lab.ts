import { createStore, type StoreApi } from 'zustand/vanilla';
import { defaultConfig } from '../margin/loss';
import { initialCentres } from '../math/centres';
import type { TrainerClient } from '../train/client';
import type { Executor, Moment, Reason, Reply } from '../train/protocol';
import type { Repair } from './address';
import { createFeed, type FeedStore } from './feed';
import { defaultSettings, knobsOf, lossOf, type Settings, settingOf, structureOf } from './settings';
import { NO_PAST, type Past, redo, remember, settle, undo } from './undo';

/** How a run is doing. A run that is wanted to play may still be starting. */
export type Status =
  | { readonly type: 'starting' }
  | { readonly type: 'ready' }
  /** Numbers of these lanes overflowed at a step; training stands still. */
  | { readonly type: 'broken'; readonly step: number; readonly lanes: readonly number[] }
  | { readonly type: 'failed'; readonly message: string };

export interface LabState {
  readonly settings: Settings;
  /** What the address that the page was opened with could not say. */
  readonly repairs: readonly Repair[];
  readonly status: Status;
  readonly playing: boolean;
  /** Steps a second; null for as fast as it can. */
  readonly pace: number | null;
  readonly engine: { readonly executor: Executor; readonly reason: Reason; readonly renderer: string } | null;
  /** A sample that was picked in some circle, lit up in all. */
  readonly picked: number | null;
  /** What can be undone and redone. */
  readonly past: Past<Settings>;
  /** The lane that has the whole width. */
  readonly enlarged: number | null;
  /** Length r at which each unnormalised lane is drawn; null for the median ‖x‖. */
  readonly radii: readonly (number | null)[];
}

/** The state of the page and all that can be done to it. */
export interface Lab {
  readonly store: StoreApi<LabState>;
  readonly feed: FeedStore;
  /**
   * Replaces settings: starts a new run, tunes the one that goes on, or goes on with fewer lanes, as the change needs.
   * The changes of a gesture (a drag) are undone together; `settle` ends it.
   */
  change(settings: Partial<Settings>, gesture?: boolean): void;
  settle(): void;
  undo(): void;
  redo(): void;
  /** Everything as the page first opened, but for language and theme. */
  reset(): void;
  enlarge(lane: number | null): void;
  play(): void;
  pause(): void;
  step(): void;
  restart(): void;
  setPace(pace: number | null): void;
  pick(sample: number | null): void;
  setRadius(lane: number, r: number | null): void;
  forgetRepairs(): void;
  /** A hidden page trains nothing. */
  setHidden(hidden: boolean): void;
  /** What the feed last brought is on the screen. */
  drawn(): void;
}

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
    past: NO_PAST,
    enlarged: null,
    radii: settings.lanes.map(() => null),
  }));
  const { getState, setState } = store;
  let hidden = false;

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
      case 'broken':
        setState({ playing: false, status: { type: 'broken', step: reply.step, lanes: reply.lanes } });
        return;
      case 'failed':
        setState({ playing: false, status: { type: 'failed', message: reply.message } });
        return;
    }
  });

  function run(): void {
    const { playing, pace } = getState();
    if (playing && !hidden) client.play(pace);
    else client.pause();
  }

  function begin(): void {
    const { settings: now } = getState();
    setState({
      status: { type: 'starting' },
      picked: null,
      enlarged: null,
      radii: now.lanes.map(() => null),
    });
    feed.begin(firstMoment(now));
    client.start(structureOf(now), knobsOf(now));
    run();
  }
  begin();

  const setPlaying = (playing: boolean): void => {
    const { status } = getState();
    if (playing && (status.type === 'failed' || status.type === 'broken')) {
      setState({ playing });
      begin();
      return;
    }
    setState({ playing });
    run();
  };

  /** Makes the settings so, whatever that needs. */
  function become(after: Settings): void {
    const { settings: before, status, radii, enlarged } = getState();
    const same = sameStructure(before, after);
    const order = arrangement(before, after);
    setState({ settings: after });
    if (order && same && status.type === 'ready') {
      const moved = enlarged === null ? -1 : order.indexOf(enlarged);
      setState({ radii: order.map((lane) => radii[lane] ?? null), enlarged: moved < 0 ? null : moved });
      feed.arrange(order);
      client.arrange(order, knobsOf(after));
    } else if (!same || before.lanes.length !== after.lanes.length) begin();
    else if (JSON.stringify(knobsOf(before)) !== JSON.stringify(knobsOf(after))) client.tune(knobsOf(after));
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
      const { language, theme } = getState().settings;
      change({ ...defaultSettings(), language, theme });
    },
    enlarge: (enlarged) => setState({ enlarged }),
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
