import { type Clock, createClock } from './clock';
import { createDelivery } from './delivery';
import { createPost } from './post';
import type { Reply } from './protocol';
import { createSaver } from './saver';
import type { Look, Session } from './session';
import { createStride } from './stride';
import { createSurveyor } from './surveyor';
import { createTempo } from './tempo';
import { troubleOf } from './trouble';
import { createWard } from './ward';

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
  /** Says that it is there: not before its loop comes by, so that silence tells of a loop that hangs. */
  ask(): void;
  /** Ends. Resolved when nothing runs any more. */
  stop(): Promise<void>;
}

export interface Surroundings {
  readonly send: (reply: Reply, transfer?: Transferable[]) => void;
  /** Whether what the engine computes can be trusted: a lost WebGL context gives zeros. */
  readonly intact?: () => boolean;
  readonly clock?: Clock;
}

/** How soon to ask again whether a page that stands still has drawn, ms. */
const DRAWING = 15;

export function createPacer(
  firstRun: number,
  session: Session,
  { send, intact = () => true, clock = createClock() }: Surroundings,
): Pacer {
  const { trainer, glance } = session;
  const stride = createStride();
  const tempo = createTempo();
  const surveyor = createSurveyor(session, clock);
  const delivery = createDelivery(clock);
  const post = createPost(firstRun, send, intact);
  const saver = createSaver(session, clock, post.checkpoint);
  const ward = createWard(session, post, () => {
    surveyor.drop();
    saver.changed();
  });
  let mode: 'playing' | 'paused' | 'stopped' = 'paused';
  let until = Number.POSITIVE_INFINITY;
  let run = firstRun;
  /** A whole look is to be shown although nothing runs: after steps, a pause, at the start. */
  let wanted = true;
  /** Whether a whole look has been sent. */
  let looked = false;
  /** Single steps asked for. */
  let steps = 0;
  let asked = false;
  let active: Promise<void> | null = null;

  function standAndShow(): void {
    mode = 'paused';
    wanted = true;
  }

  /** Waits for what the last steps gave. */
  async function heed(): Promise<void> {
    const result = await trainer.result();
    post.mustBeIntact();
    if (result) ward.heed(result.losses);
    if (ward.full) standAndShow();
    await session.keep();
  }

  /** Steps until the chunk's time is up, or the pace's number is reached. */
  async function train(): Promise<void> {
    const begin = clock.now();
    let made = 0;
    do {
      trainer.advance();
      tempo.made();
      made++;
    } while (stride.goesOn(made, clock.now() - begin) && !tempo.idle && trainer.step < until);
    await heed();
    const took = clock.now() - begin;
    stride.done(made, took);
    surveyor.trained(took);
    if (trainer.step >= until && mode === 'playing') arrive();
  }

  function arrive(): void {
    standAndShow();
    post.say({ type: 'arrived', step: trainer.step, until });
  }

  function show(look: Look): void {
    delivery.sent();
    looked ||= look.points.type === 'all';
    post.snapshot(look, stride.rate);
  }

  async function deliver(): Promise<void> {
    if (!delivery.free) return;
    const of = run;
    const look = surveyor.take() ?? (await glance());
    if (look && of === run) show(look);
  }

  /** Before anything else, so that the history of a run, however fast it is, has its start. */
  async function lookFirst(): Promise<void> {
    if (saver.due) await saver.save();
    while (mode === 'playing' && !surveyor.complete) {
      await surveyor.more();
      await turn();
    }
    const look = surveyor.take();
    if (look) show(look);
  }

  async function playOn(): Promise<void> {
    if (!looked) await lookFirst();
    if (mode !== 'playing') return;
    const begin = clock.now();
    if (surveyor.due(tempo.idle)) {
      // Of the very step that is about to be looked at, so that the run can go on from what is seen.
      if (!surveyor.begun && saver.due) await saver.save();
      await surveyor.more();
    } else if (!tempo.idle) await train();
    if (mode !== 'playing') return;
    await deliver();
    if (tempo.idle && !surveyor.due(true)) await clock.rest(tempo.nap);
    tempo.passed(clock.now() - begin);
  }

  async function makeSteps(): Promise<void> {
    for (; steps > 0 && mode === 'paused'; steps--) {
      trainer.advance();
      await heed();
    }
  }

  async function standStill(): Promise<void> {
    await makeSteps();
    wanted = false;
    surveyor.drop();
    while (mode === 'paused' && !wanted) {
      const look = delivery.inFlight ? null : surveyor.take();
      if (look) {
        show(look);
        await saver.save();
        return;
      }
      if (surveyor.complete) await Promise.all([saver.save(), clock.rest(DRAWING)]);
      else await surveyor.more();
      await turn();
    }
    surveyor.drop();
  }

  function answer(): void {
    if (asked) send({ type: 'alive' });
    asked = false;
  }

  async function turn(): Promise<void> {
    answer();
    await clock.turn();
  }

  async function turns(): Promise<void> {
    try {
      while (mode === 'playing' || (mode === 'paused' && wanted)) {
        if (mode === 'playing') await playOn();
        else await standStill();
        await turn();
      }
    } catch (error) {
      mode = 'stopped';
      send({ type: 'broke', ...troubleOf(error, intact()) });
    }
    active = null;
    answer();
  }

  /** One loop at a time; it ends when there is nothing to do. */
  function loop(): void {
    if (mode !== 'stopped') active ??= turns();
  }

  return {
    play(pace, end) {
      if (mode === 'stopped') return;
      tempo.set(pace);
      until = end;
      steps = 0;
      if (trainer.step < until) mode = 'playing';
      else arrive();
      loop();
    },
    pause() {
      if (mode === 'stopped') return;
      standAndShow();
      loop();
    },
    step() {
      if (mode === 'stopped') return;
      steps++;
      standAndShow();
      loop();
    },
    drawn: delivery.drawn,
    rename(next) {
      run = next;
      post.rename(run);
      delivery.forget();
      surveyor.drop();
      wanted = true;
      loop();
    },
    goBack(lane, step) {
      if (!ward.goBack(lane, step)) return;
      wanted = true;
      loop();
    },
    ask() {
      asked = true;
      if (!active) answer();
    },
    async stop() {
      mode = 'stopped';
      await active;
      surveyor.drop();
      clock.close();
    },
  };
}
