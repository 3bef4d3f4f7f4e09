import type { Post } from './post';
import type { Session } from './session';

/** Looks after lanes whose numbers stop being numbers, and brings lanes back to where they were well. */
export interface Ward {
  /** Lets lanes stand still, with their last good network, whose loss is no number any more; the others go on. */
  heed(losses: Float32Array): void;
  /** Lets a lane go on from its newest kept network at or before a step; false if there is none. */
  goBack(lane: number, step: number): boolean;
  /** Whether no lane is left that goes on. */
  readonly full: boolean;
}

/** `changed` is called when a lane has other weights than its last step left. */
export function createWard({ trainer, goBack }: Session, post: Post, changed: () => void): Ward {
  function restore(lane: number, step: number, still: boolean): number | null {
    const from = goBack(lane, step);
    if (from !== null || still) trainer.hold(lane, still);
    changed();
    return from;
  }
  return {
    heed(losses) {
      losses.forEach((loss, lane) => {
        if (Number.isFinite(loss) || trainer.held[lane] !== false) return;
        const from = restore(lane, trainer.step, true) ?? 0;
        post.say({ type: 'held', lane, step: trainer.step, from });
      });
    },
    goBack(lane, step) {
      const from = restore(lane, step, false);
      if (from !== null) post.say({ type: 'wentBack', lane, step: trainer.step, from });
      return from !== null;
    },
    get full() {
      return trainer.held.every(Boolean);
    },
  };
}
