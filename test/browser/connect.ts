import { defaultValues } from '../../src/data/dataset';
import { DATASETS } from '../../src/datasets';
import { defaultSettings, type Settings } from '../../src/lab/settings';
import { createClient, type News, type TrainerClient } from '../../src/train/client';
import type { Snapshot } from '../../src/train/protocol';
import type { Patience } from '../../src/train/watch';

// The page's end of a real worker: its replies can be waited for, and the worker can be broken.

const dataset = DATASETS.identities;
if (!dataset) throw new Error('the shelf has no identities');
export const settings: Settings = {
  ...defaultSettings(),
  dataset: 'identities',
  data: { ...defaultValues(dataset), perClass: 50, testPerClass: 20 },
  executor: 'simd',
};

/** The workers that the page has begun, newest last. */
export const workers: Worker[] = [];
globalThis.Worker = class extends Worker {
  constructor(...given: ConstructorParameters<typeof Worker>) {
    super(...given);
    workers.push(this);
  }
};
/** What no request is: the worker's script throws. */
export const breakWorker = (): void => workers.at(-1)?.postMessage(null);

/** A client whose replies can be waited for. */
export function connect(patience?: Patience): {
  client: TrainerClient;
  replies: News[];
  until: (is: (reply: News) => boolean) => Promise<News>;
} {
  const replies: News[] = [];
  let wake = (): void => {};
  const client = createClient((reply) => {
    replies.push(reply);
    wake();
  }, patience);
  return {
    client,
    replies,
    async until(is) {
      for (let read = 0; ; ) {
        const found = replies.slice(read).find(is);
        if (found) return found;
        read = replies.length;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
  };
}
export const snapshot = (reply: News): Snapshot | null => (reply.type === 'snapshot' ? reply.snapshot : null);
export const isWhole = (reply: News): boolean => snapshot(reply)?.points.type === 'all';
/** Long enough for the worker to send more, if it were going to. */
export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
