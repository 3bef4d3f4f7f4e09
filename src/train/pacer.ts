import { createChunks } from './chunk';
import type { Reply, Snapshot } from './protocol';
import type { Session, Survey } from './session';
import { createYield, rest } from './waiting';

/** Runs a session in time: steps in short chunks, snapshots as fast as they are drawn, the full set in between. */
export interface Pacer {
  /** Steps a second, null for as fast as it can, until a step is reached. */
  play(pace: number | null, until: number): void;
  /** Stands still, and shows all samples as they are now. */
  pause(): void;
  /** One update, then as `pause`. */
  step(): void;
  /** The page has drawn what it was sent. */
  drawn(): void;
  /** The lanes were arranged anew: what was begun with the old ones is dropped, and all samples are shown again. */
  rename(run: number): void;
  /** A lane goes on from its newest kept network at or before a step. */
  goBack(lane: number, step: number): void;
  stop(): void;
}

/** No more snapshots than a screen shows, ms apart. */
const FRAME = 15;
/** A page that takes long to draw is given time for other things: so many times what drawing took lately. */
const BREATH = 1.6;
/** How much of what drawing took before still counts. */
const MEMORY = 0.8;
/** Part of the time that may go into embedding all samples while training. */
const SURVEY_SHARE = 0.3;
/** Samples embedded at a time: a few milliseconds' work. */
const SURVEY_PART = 256;
/** The rate shown is a mean over about so many ms of computing. */
const RATE_MEMORY = 1000;

type Unsent = Omit<Snapshot, 'run' | 'rate'>;

export function createPacer(
  firstRun: number,
  session: Session,
  send: (reply: Reply, transfer?: Transferable[]) => void,
): Pacer {
  const { trainer, engine, glance, survey } = session;
  const yielding = createYield();
  const chunks = createChunks();
  let mode: 'playing' | 'paused' | 'stopped' = 'paused';
  let pace: number | null = null;
  let owed = 0;
  let until = Number.POSITIVE_INFINITY;
  let run = firstRun;
  /** A whole look is to be shown although nothing runs: after steps, a pause, at the start. */
  let wanted = true;
  /** Single steps asked for. */
  let steps = 0;
  let inFlight = false;
  let lastSent = 0;
  let drawing = 0;
  let under: Survey | null = null;
  /** A survey that is complete and waits until the page can take it. */
  let complete: Unsent | null = null;
  let surveyed = 0;
  let trained = 0;
  let computing = { ms: 0, steps: 0 };
  let active = false;

  function show(snapshot: Unsent): void {
    const rate = computing.ms > 0 ? (1000 * computing.steps) / computing.ms : null;
    inFlight = true;
    lastSent = performance.now();
    const { centres, biases, points } = snapshot;
    const buffers = [centres.buffer, biases.buffer, points.features.buffer] as ArrayBuffer[];
    if (points.type === 'batch') buffers.push(points.samples.buffer as ArrayBuffer);
    send({ type: 'snapshot', snapshot: { ...snapshot, run, rate } }, buffers);
  }

  function dropSurvey(): void {
    under?.cancel();
    under = null;
    complete = null;
  }

  /** A lane whose loss is no number any more stands still, with its last good network; the others go on. */
  function hold(lane: number): void {
    const from = session.goBack(lane, trainer.step) ?? 0;
    trainer.hold(lane, true);
    dropSurvey();
    send({ type: 'held', run, lane, step: trainer.step, from });
  }

  function heed(losses: Float32Array): void {
    losses.forEach((loss, lane) => {
      if (!Number.isFinite(loss) && trainer.held[lane] === false) hold(lane);
    });
    if (trainer.held.every(Boolean)) mode = 'paused';
  }

  /** Steps until the chunk's time is up, or the pace's number is reached. */
  async function train(): Promise<void> {
    const begin = performance.now();
    const step = (): void => {
      trainer.advance();
      owed--;
    };
    const made = chunks.make(step, () => (pace === null || owed >= 1) && trainer.step < until);
    const result = await trainer.result();
    const took = performance.now() - begin;
    chunks.took(took);
    trained += took;
    const keep = Math.max(0, 1 - took / RATE_MEMORY);
    computing = { ms: computing.ms * keep + took, steps: computing.steps * keep + made };
    heed(result?.losses ?? new Float32Array(0));
    await session.keep();
    if (trainer.step >= until && mode === 'playing') arrive();
  }

  function arrive(): void {
    mode = 'paused';
    wanted = true;
    send({ type: 'arrived', run, step: trainer.step, until });
  }

  async function surveyAWhile(): Promise<void> {
    const begin = performance.now();
    under ??= survey();
    const mine = under;
    const whole = await mine.more(SURVEY_PART);
    // Cancelled meanwhile: the lanes are others now.
    if (under === mine && whole) {
      complete = whole;
      under = null;
    }
    surveyed += performance.now() - begin;
  }

  async function playOn(): Promise<void> {
    const begin = performance.now();
    if (pace === null || owed >= 1) await train();
    if (mode !== 'playing') return;
    const behind = surveyed <= SURVEY_SHARE * (surveyed + trained);
    if (!complete && (behind || (pace !== null && owed < 1))) await surveyAWhile();
    if (!inFlight && performance.now() - lastSent >= Math.max(FRAME, BREATH * drawing)) {
      const of = run;
      const next = complete ?? (await glance());
      complete = null;
      if (next && of === run) show(next);
    }
    if (pace !== null) {
      if (owed < 1) await rest(Math.min(40, (1000 * (1 - owed)) / pace));
      owed = Math.min(owed + ((performance.now() - begin) * pace) / 1000, Math.max(1, pace / 4));
    }
  }

  async function standStill(): Promise<void> {
    await session.keep();
    for (; steps > 0 && mode === 'paused'; steps--) {
      trainer.advance();
      heed((await trainer.result())?.losses ?? new Float32Array(0));
    }
    wanted = false;
    dropSurvey();
    while (mode === 'paused' && !wanted) {
      if (!complete) await surveyAWhile();
      else if (inFlight) await rest(FRAME);
      else {
        show(complete);
        complete = null;
        return;
      }
      await yielding.wait();
    }
    dropSurvey();
  }

  /** One loop at a time; it ends when there is nothing to do. */
  async function loop(): Promise<void> {
    if (active) return;
    active = true;
    try {
      while (mode === 'playing' || (mode === 'paused' && wanted)) {
        if (mode === 'playing') await playOn();
        else await standStill();
        await yielding.wait();
      }
    } catch (error) {
      send({ type: 'failed', run, message: String(error instanceof Error ? error.message : error) });
      mode = 'stopped';
    } finally {
      active = false;
    }
    if (mode === 'stopped') {
      dropSurvey();
      engine.dispose();
      yielding.close();
    }
  }

  return {
    play(next, end) {
      pace = next;
      until = end;
      steps = 0;
      owed = 1;
      if (mode === 'stopped') return;
      if (trainer.step < until) mode = 'playing';
      else arrive();
      void loop();
    },
    pause() {
      if (mode === 'stopped') return;
      mode = 'paused';
      wanted = true;
      void loop();
    },
    step() {
      if (mode === 'stopped') return;
      mode = 'paused';
      steps++;
      wanted = true;
      void loop();
    },
    drawn() {
      if (inFlight) drawing = MEMORY * drawing + (1 - MEMORY) * (performance.now() - lastSent);
      inFlight = false;
    },
    rename(next) {
      run = next;
      inFlight = false;
      dropSurvey();
      wanted = true;
      if (mode === 'paused') void loop();
    },
    goBack(lane, step) {
      const from = session.goBack(lane, step);
      if (from === null) return;
      trainer.hold(lane, false);
      dropSurvey();
      send({ type: 'wentBack', run, lane, step: trainer.step, from });
      wanted = true;
      if (mode === 'paused') void loop();
    },
    stop() {
      mode = 'stopped';
      void loop();
    },
  };
}
