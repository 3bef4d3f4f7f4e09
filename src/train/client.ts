import type { Knobs, Reply, Request, Structure } from './protocol';

/** The page's end of the worker: says what should run, hears what came of it. */
export interface TrainerClient {
  /** Begins a new run; replies of older ones are dropped from now on. */
  start(structure: Structure, knobs: Knobs): void;
  tune(knobs: Knobs): void;
  play(pace: number | null): void;
  pause(): void;
  step(): void;
  /** To be called when a snapshot has been drawn: only then comes the next. */
  drawn(): void;
}

/** Starts the worker; there is one for the page's whole life (StrictMode mounts twice). */
export function createClient(onReply: (reply: Reply) => void): TrainerClient {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  let run = 0;
  const post = (request: Request): void => worker.postMessage(request);
  worker.onmessage = ({ data: reply }: MessageEvent<Reply>) => {
    const of = reply.type === 'snapshot' ? reply.snapshot.run : reply.run;
    if (of === run) onReply(reply);
  };
  worker.onerror = (event) => {
    event.preventDefault();
    onReply({ type: 'failed', run, message: event.message || 'the training worker could not start' });
  };
  return {
    start(structure, knobs) {
      run++;
      post({ type: 'start', run, base: document.baseURI, structure, knobs });
    },
    tune: (knobs) => post({ type: 'tune', run, knobs }),
    play: (pace) => post({ type: 'play', run, pace }),
    pause: () => post({ type: 'pause', run }),
    step: () => post({ type: 'step', run }),
    drawn: () => post({ type: 'drawn', run }),
  };
}
