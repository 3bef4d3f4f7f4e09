import type { Clock } from './clock';
import type { Post } from './post';
import type { Session } from './session';
import { isSound } from './state';

/**
 * Sends the page what a run can go on from, when it has been looked back at or when this worker is no more: now and
 * then, and when it stands still.
 */
export interface Saver {
  /** While training: whether the last one is old, for a run of this age. */
  readonly due: boolean;
  /** Sends a checkpoint of now, unless the last one is of now. */
  save(): Promise<void>;
  /** Something has changed that is no step. */
  changed(): void;
}

/** So much training may be lost, ms. */
const EVERY = 2000;
/** A young run changes fast: one comes as soon as this part of its steps is new, but no sooner than after so many ms. */
const PART = 1 / 16;
const SOON = 200;

export function createSaver(
  session: Pick<Session, 'checkpoint' | 'trainer'>,
  clock: Clock,
  send: Post['checkpoint'],
): Saver {
  const { step } = session.trainer;
  // The page has the state that a run goes on from, but not the one that is made from a seed.
  let last = { step: step === 0 ? -1 : step, at: clock.now() - EVERY };
  return {
    get due() {
      const [waited, { step }] = [clock.now() - last.at, session.trainer];
      return waited >= EVERY || (waited >= SOON && step - last.step >= PART * step);
    },
    async save() {
      const { step } = session.trainer;
      if (step === last.step) return;
      last = { step, at: clock.now() };
      const take = send();
      const checkpoint = await session.checkpoint();
      if (isSound(checkpoint.state)) take(checkpoint);
    },
    changed() {
      last = { step: -1, at: Number.NEGATIVE_INFINITY };
    },
  };
}
