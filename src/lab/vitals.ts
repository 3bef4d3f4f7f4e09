import type { FeedStore } from './feed';
import { type Ailment, examine } from './health';
import { type Readings, read } from './readings';
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

/** A lane whose margin was moved has its picture painted first, ms. */
const AFTER_THE_FRAME = 20;
/** New looks at all samples wait so long for their readings after the last ones, ms: nobody reads faster. */
const PAUSE = 250;

/**
 * Keeps every lane's vitals up to date with the feed and with its margin. Lanes take turns, a task each, so that all
 * of them together never keep the page from answering; a margin that moves and a look back are answered at
 * once, and looks that the run brings, of which a fast executor brings one a frame, a few times a second. A look back
 * changes a lane's readings, not how it is doing. Gives what to call when the settings have changed.
 */
export function followVitals(feed: FeedStore, { settings, get, set }: VitalsSource): () => void {
  let seen: Whole | null = null;
  let margins: readonly unknown[] = [];
  let waiting: number[] = [];
  /** When the last readings were taken, and whether a new look waits for its own. */
  let last = Number.NEGATIVE_INFINITY;
  let later = false;

  /** How a lane is doing, as of its newest readings. */
  function judge(readings: Readings, before: Vitals | null | undefined): Vitals {
    const best = Math.max(before?.best ?? 0, readings.accuracy);
    const ailment = examine(readings, best, settingOf(settings()));
    return { readings, ailment, wellAt: ailment ? (before?.wellAt ?? null) : readings.step, best };
  }

  function takeOne(): void {
    const lane = waiting.shift();
    const { whole, samples } = feed.now;
    const config = lane === undefined ? undefined : settings().lanes[lane];
    if (lane !== undefined && whole && samples && config && lane < whole.moment.times.length) {
      const margin = marginOf(config);
      const readings = read(whole, samples, margin, lane);
      const before = get()[lane];
      const looksBack = whole !== feed.live.whole;
      if (!looksBack) feed.record(lane, readings, margin);
      const now = before && looksBack ? { ...before, readings } : judge(readings, before);
      set(settings().lanes.map((_, i) => (i === lane ? now : (get()[i] ?? null))));
    }
    if (waiting.length > 0) setTimeout(takeOne);
    else last = performance.now();
  }

  function take(lanes: readonly number[]): void {
    if (lanes.length === 0) return;
    if (waiting.length === 0) setTimeout(takeOne, AFTER_THE_FRAME);
    waiting = [...new Set([...waiting, ...lanes])];
  }
  function takeAll(): void {
    later = false;
    take(settings().lanes.map((_, lane) => lane));
  }

  function look(): void {
    const { whole } = feed.now;
    const lanes = settings().lanes;
    const now = lanes.map(marginOf);
    const moved = lanes.flatMap((_, lane) => (now[lane] === margins[lane] ? [] : [lane]));
    const isNew = whole !== seen;
    seen = whole;
    margins = now;
    if (!whole) return;
    take(moved);
    if (!isNew || later) return;
    later = true;
    const looksBack = whole !== feed.live.whole;
    setTimeout(takeAll, looksBack ? 0 : Math.max(0, last + PAUSE - performance.now()));
  }

  feed.subscribe(look);
  return look;
}
