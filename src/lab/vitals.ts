import type { FeedStore, Whole } from './feed';
import { type Ailment, examine } from './health';
import { type Readings, read } from './readings';
import { marginOf, type Settings, settingOf } from './settings';

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

/**
 * Keeps every lane's vitals up to date with the feed and with its margin. Lanes take turns, a task each, so that all
 * of them together never keep the page from answering. Gives what to call when the settings have changed.
 */
export function followVitals(feed: FeedStore, { settings, get, set }: VitalsSource): () => void {
  let seen: Whole | null = null;
  let margins: readonly unknown[] = [];
  let waiting: number[] = [];

  function takeOne(): void {
    const lane = waiting.shift();
    const { whole, samples } = feed.now;
    const config = lane === undefined ? undefined : settings().lanes[lane];
    if (lane !== undefined && whole && samples && config && lane < whole.moment.times.length) {
      const readings = read(whole, samples, marginOf(config), lane);
      const before = get()[lane];
      const best = Math.max(before?.best ?? 0, readings.accuracy);
      const ailment = examine(readings, best, settingOf(settings()));
      const wellAt = ailment ? (before?.wellAt ?? null) : readings.step;
      set(
        settings().lanes.map((_, i) =>
          i === lane ? { readings, ailment, wellAt, best } : (get()[i] ?? null),
        ),
      );
    }
    if (waiting.length > 0) setTimeout(takeOne);
  }

  function look(): void {
    const { whole } = feed.now;
    const lanes = settings().lanes;
    const now = lanes.map(marginOf);
    const due = lanes.flatMap((_, lane) => (whole !== seen || now[lane] !== margins[lane] ? [lane] : []));
    seen = whole;
    margins = now;
    if (due.length === 0 || !whole) return;
    if (waiting.length === 0) setTimeout(takeOne);
    waiting = [...new Set([...waiting, ...due])];
  }

  feed.subscribe(look);
  return look;
}
