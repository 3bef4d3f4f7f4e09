import type { Clock } from './clock';
import type { Post } from './post';
import type { Session } from './session';
import { isSound } from './state';

/** Sends the page what a run can go on from when this worker is no more: now and then, and when it stands still. */
export interface Saver {
  /** While training: whether the last one is old. */
  readonly due: boolean;
  /** Sends a checkpoint of now, unless the last one is of now. */
  save(): Promise<void>;
  /** Something has changed that is no step. */
  changed(): void;
}

/** So much training may be lost, ms. */
const EVERY = 2000;

export function createSaver(
  session: Pick<Session, 'checkpoint' | 'trainer'>,
  clock: Clock,
  send: Post['checkpoint'],
): Saver {
  let last = { step: session.trainer.step, at: clock.now() };
  return {
    get due() {
      return clock.now() - last.at >= EVERY;
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
