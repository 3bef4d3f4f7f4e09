import type { Margin } from '../margin/compile';
import type { FeedStore } from './feed';
import { type Ailment, examine } from './health';
import { type Readings, read as readingsOf } from './readings';
import { marginOf, type Settings, settingOf } from './settings';
import type { Whole } from './whole';

/** A lane's numbers, and how it is doing. */
export interface Vitals {
  readonly readings: Readings;
  readonly ailment: Ailment | null;
  /** The last step at which it was well; null if it never was. */
  readonly wellAt: number | null;
  /** The best accuracy of its run. */
  readonly best: number;
}

interface VitalsSource {
  readonly settings: () => Settings;
  readonly get: () => readonly (Vitals | null)[];
  readonly set: (vitals: readonly (Vitals | null)[]) => void;
}

/** A frame is painted before each lane's readings, ms: of a margin that was moved, and between two lanes. */
const A_FRAME = 20;
/** From the beginning of readings to that of the next, of a newer look at all samples, ms: nobody reads faster. */
const PERIOD = 250;

/**
 * Keeps every lane's vitals up to date with the feed and with its margin. Lanes take turns, one a frame, so that all
 * of them together never keep the page from answering, and all are told together: numbers that stand side by side are of
 * one step. A margin that moves and a look back are answered at once, and looks that the run brings, of which a fast
 * executor brings one a frame, a few times a second. A look back changes a lane's readings, not how it is doing. Gives
 * what to call when the settings have changed.
 */
export function followVitals(feed: FeedStore, { settings, get, set }: VitalsSource): () => void {
  let seen: Whole | null = null;
  let margins: readonly unknown[] = [];
  /** The look that is being read, the lanes whose turn comes, and what was read of the others. */
  let of: { readonly whole: Whole | null; readonly looksBack: boolean } = { whole: null, looksBack: false };
  let waiting: number[] = [];
  let read = new Map<number, { readonly readings: Readings; readonly margin: Margin }>();
  let turn: ReturnType<typeof setTimeout> | undefined;
  /** When readings were begun last, whether a look has come that none are of, and when they are to be taken. */
  let begun = Number.NEGATIVE_INFINITY;
  let wanted = false;
  let later: ReturnType<typeof setTimeout> | undefined;

  /** How a lane is doing, as of its newest readings. */
  function judge(readings: Readings, before: Vitals | null | undefined): Vitals {
    const best = Math.max(before?.best ?? 0, readings.accuracy);
    const ailment = examine(readings, best, settingOf(settings()));
    return { readings, ailment, wellAt: ailment ? (before?.wellAt ?? null) : readings.step, best };
  }

  function takeOne(): void {
    turn = undefined;
    const lane = waiting.shift();
    if (lane === undefined) return;
    const { whole: newest, samples } = feed.now;
    if (read.size === 0) {
      of = { whole: newest, looksBack: newest !== feed.live.whole };
      begun = performance.now();
    }
    const { whole } = of;
    const config = settings().lanes[lane];
    if (whole && samples && config && lane < whole.moment.times.length) {
      const margin = marginOf(config);
      read.set(lane, { readings: readingsOf(whole, samples, margin, lane), margin });
    }
    if (waiting.length > 0) turn = setTimeout(takeOne, A_FRAME);
    else tell();
  }

  function tell(): void {
    const before = get();
    const now = settings().lanes.map((_, lane): Vitals | null => {
      const old = before[lane] ?? null;
      const made = read.get(lane);
      if (!made) return old;
      if (old && of.looksBack) return { ...old, readings: made.readings };
      if (!of.looksBack) feed.record(lane, made.readings, made.margin);
      return judge(made.readings, old);
    });
    read = new Map();
    set(now);
    takeAllSoon();
  }

  function take(lanes: readonly number[]): void {
    if (lanes.length === 0) return;
    waiting = [...new Set([...waiting, ...lanes])];
    turn ??= setTimeout(takeOne, A_FRAME);
  }
  /** What is being read is told first, or a fast run would never let it be. */
  function takeAllSoon(): void {
    if (!wanted || turn !== undefined || later !== undefined) return;
    const looksBack = feed.now.whole !== feed.live.whole;
    later = setTimeout(takeAll, looksBack ? 0 : Math.max(0, begun + PERIOD - performance.now()));
  }
  function takeAll(): void {
    later = undefined;
    wanted = false;
    take(settings().lanes.map((_, lane) => lane));
  }
  /** What was begun is void. */
  function drop(): void {
    clearTimeout(turn);
    clearTimeout(later);
    turn = later = undefined;
    waiting = [];
    read = new Map();
  }

  function look(): void {
    const { whole } = feed.now;
    const lanes = settings().lanes;
    const now = lanes.map(marginOf);
    const moved = lanes.flatMap((_, lane) => (now[lane] === margins[lane] ? [] : [lane]));
    const isNew = whole !== seen;
    // What is no later than what was there is of another run, of other lanes, or a look back. Only looks back follow one
    // another without it, as while a centre is dragged: each would be void before it was read.
    const isLater = (whole?.moment.step ?? 0) > (seen?.moment.step ?? 0);
    const sameLanes = moved.length === 0 && now.length === margins.length;
    const looksBack = whole !== feed.live.whole;
    if (isNew && !isLater && !(sameLanes && looksBack && of.looksBack)) {
      drop();
      of = { whole, looksBack };
    }
    seen = whole;
    margins = now;
    if (!whole) return;
    take(moved);
    wanted ||= isNew;
    takeAllSoon();
  }

  feed.subscribe(look);
  return look;
}
