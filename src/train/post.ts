import type { Checkpoint, Reply } from './protocol';
import type { Look } from './session';

/** What a run says to the page about itself, under the name that it has then. */
export interface Post {
  rename(run: number): void;
  /** @throws Error where what was computed cannot be trusted; nothing of it is sent */
  mustBeIntact(): void;
  snapshot(look: Look, rate: number | null): void;
  /** Gives what sends the checkpoint of now when it is there; the run may be another by then, and it is not sent. */
  checkpoint(): (checkpoint: Checkpoint) => void;
  say(news: LaneNews | { readonly type: 'arrived'; readonly step: number; readonly until: number }): void;
}

interface LaneNews {
  readonly type: 'held' | 'wentBack';
  readonly lane: number;
  readonly step: number;
  readonly from: number;
}

const buffers = (arrays: readonly { readonly buffer: ArrayBufferLike }[]): Transferable[] =>
  // Safe: no array here is over shared memory.
  arrays.map(({ buffer }) => buffer as ArrayBuffer);

export function createPost(
  first: number,
  send: (reply: Reply, transfer?: Transferable[]) => void,
  intact: () => boolean,
): Post {
  let run = first;
  const mustBeIntact = (): void => {
    if (!intact()) throw new Error('what it computed with is gone');
  };
  return {
    mustBeIntact,
    rename(next) {
      run = next;
    },
    snapshot(look, rate) {
      mustBeIntact();
      const { centres, biases, points } = look;
      const batch = points.type === 'batch' ? [points.samples] : [];
      const snapshot = { ...look, run, rate };
      send({ type: 'snapshot', snapshot }, buffers([centres, biases, points.features, ...batch]));
    },
    checkpoint() {
      const of = run;
      return (checkpoint) => {
        mustBeIntact();
        const { parameters, m, v } = checkpoint.state;
        if (of === run) send({ type: 'checkpoint', run, checkpoint }, buffers([parameters, m, v]));
      };
    },
    say: (news) => send({ ...news, run }),
  };
}
