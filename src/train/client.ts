import type { Knobs, Reply, Request, Structure } from './protocol';

/** The page's end of the worker: says what should run, hears what came of it. */
export interface TrainerClient {
  /** Begins a new run; replies of older ones are dropped from now on. */
  start(structure: Structure, knobs: Knobs): void;
  tune(knobs: Knobs): void;
  /** Goes on with these lanes, in this order; replies about other lanes are dropped from now on. */
  arrange(order: readonly number[], knobs: Knobs): void;
  /** A lane goes on from its newest kept network at or before a step. */
  goBack(lane: number, step: number): void;
  play(pace: number | null, until: number): void;
  pause(): void;
  step(): void;
  /** To be called when a snapshot has been drawn: only then comes the next. */
  drawn(): void;
}

/** One worker for the page's whole life (StrictMode mounts twice); a new one when it has failed. */
export function createClient(onReply: (reply: Reply) => void): TrainerClient {
  let run = 0;
  let worker: Worker | null = null;

  function begin(): Worker {
    const begun = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    begun.onmessage = ({ data: reply }: MessageEvent<Reply>) => {
      const of = reply.type === 'snapshot' ? reply.snapshot.run : reply.run;
      if (of === run) onReply(reply);
    };
    begun.onerror = (event) => {
      event.preventDefault();
      begun.terminate();
      if (worker === begun) worker = null;
      onReply({ type: 'failed', run, message: event.message || 'the training worker could not start' });
    };
    return begun;
  }
  const post = (request: Request): void => worker?.postMessage(request);

  return {
    start(structure, knobs) {
      run++;
      worker ??= begin();
      post({ type: 'start', run, base: document.baseURI, structure, knobs });
    },
    tune: (knobs) => post({ type: 'tune', run, knobs }),
    arrange(order, knobs) {
      run++;
      post({ type: 'arrange', run, order, knobs });
    },
    goBack: (lane, step) => post({ type: 'goBack', run, lane, step }),
    play: (pace, until) => post({ type: 'play', run, pace, until }),
    pause: () => post({ type: 'pause', run }),
    step: () => post({ type: 'step', run }),
    drawn: () => post({ type: 'drawn', run }),
  };
}
