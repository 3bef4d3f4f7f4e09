import { awake, type Clock } from './clock';
import type { Look, Session, Survey } from './session';

/** Looks at all samples between the steps, a part at a time, so that neither keeps the other waiting. */
export interface Surveyor {
  /** Whether a whole look waits to be shown. */
  readonly complete: boolean;
  /** Whether one is under way. */
  readonly begun: boolean;
  /** Whether it is the turn of a part rather than of steps; while `idle` there are no steps to wait for. */
  due(idle: boolean): boolean;
  /** Looks at some more samples. */
  more(): Promise<void>;
  /** Gives the whole look away. */
  take(): Look | null;
  /** Forgets all looks, complete or not: what they show is no longer so. */
  drop(): void;
  /** Steps took so many ms. */
  trained(ms: number): void;
}

/** While training a whole look is owed four times a second; it is aimed at a little sooner, ms. */
const PERIOD = 200;
/** Part of the time that goes into looks: what they need for that, but within these. */
const LEAST_SHARE = 0.1;
const MOST_SHARE = 0.5;
/** A look that waits longer for a page that is slow to draw has become old, ms: another takes its place. */
const FRESH = 100;
/** The shares are kept over about so many ms. */
const MEMORY = 1000;
/** Samples in the first part, and the fewest: smaller parts are mostly the cost of asking. */
const SMALLEST_PART = 256;
/** Parts that took less, ms, may be larger, which costs less in all; those that took three times as long are too large. */
const QUICK = 16;
const SLOW = 3 * QUICK;

export function createSurveyor(
  session: Pick<Session, 'survey' | 'trainer' | 'count'>,
  clock: Clock,
): Surveyor {
  let under: Survey | null = null;
  let complete: Look | null = null;
  /** Since when it has been waiting. */
  let since = 0;
  /** The step that was last looked at. */
  let seen = -1;
  let part = SMALLEST_PART;
  /** What the look under way has cost, and what the last one did. */
  let cost = { now: 0, last: 0 };
  let spent = { training: 0, looking: 0 };

  function spend(what: keyof typeof spent, took: number): void {
    const ms = awake(took);
    const keep = Math.max(0, 1 - ms / MEMORY);
    spent = { training: spent.training * keep, looking: spent.looking * keep };
    spent[what] += ms;
  }
  /** Between two looks only: within one, it would leave remainders of ever other sizes, and a shader for each. */
  function resize(): void {
    const took = cost.last / Math.ceil(session.count / part);
    if (took > SLOW) part = Math.max(SMALLEST_PART, part / 2);
    else if (took < QUICK && part < session.count) part *= 2;
  }

  return {
    get complete() {
      return complete !== null;
    },
    get begun() {
      return under !== null;
    },
    due(idle) {
      if (!under && (seen === session.trainer.step || (complete && clock.now() - since < FRESH)))
        return false;
      const share = Math.min(MOST_SHARE, Math.max(LEAST_SHARE, cost.last / PERIOD));
      return idle || spent.looking <= share * (spent.looking + spent.training);
    },
    async more() {
      const begin = clock.now();
      if (!under) {
        under = session.survey();
        seen = session.trainer.step;
        cost = { ...cost, now: 0 };
      }
      const mine = under;
      const whole = await mine.more(part);
      const took = clock.now() - begin;
      spend('looking', took);
      // Dropped meanwhile: the lanes are others now.
      if (under !== mine) return;
      cost = { ...cost, now: cost.now + awake(took) };
      if (!whole) return;
      cost = { now: 0, last: cost.now };
      resize();
      complete = whole;
      since = clock.now();
      under = null;
    },
    take() {
      const look = complete;
      complete = null;
      return look;
    },
    drop() {
      under?.cancel();
      under = null;
      complete = null;
      seen = -1;
    },
    trained: (ms) => spend('training', ms),
  };
}
