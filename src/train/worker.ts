import { fetchFrom } from '../data/fetchFile';
import { DATASETS } from '../datasets';
import { stream } from '../math/random';
import { choose } from './choose';
import { contextIntact, whenContextLost } from './context';
import type { CreateEngine } from './engine';
import { createPacer, type Pacer } from './pacer';
import type { Checkpoint, Executor, Reply, Request } from './protocol';
import { createSession, type Session } from './session';
import { isSound } from './state';
import { createTrials } from './trial';
import { troubleOf } from './trouble';

// The thin shell: messages in, messages out. What runs is in session and pacer.
interface Running {
  readonly origin: number;
  readonly session: Session;
  readonly pacer: Pacer;
  /** Where it stood in the end. */
  end: Promise<Checkpoint | null> | null;
}
const tryOut = createTrials();
/** The name of the run that the page speaks of. */
let run = -1;
let running: Running | null = null;

const send = (reply: Reply, transfer: Transferable[] = []): void => self.postMessage(reply, { transfer });

/** Ends a run: first its loop, then its engine. */
async function finish({ session, pacer }: Running): Promise<Checkpoint | null> {
  await pacer.stop();
  const last = await session.checkpoint().catch(() => null);
  session.engine.dispose();
  return last && contextIntact() && isSound(last.state) ? last : null;
}

/** Ends what runs, once; gives where it stood. */
async function end(): Promise<Checkpoint | null> {
  if (!running) return null;
  running.end ??= finish(running);
  return running.end;
}

async function start(request: Extract<Request, { type: 'start' }>): Promise<void> {
  const { run: mine, base, structure, knobs, origin, losses } = request;
  const dataset = DATASETS[structure.dataset];
  if (!dataset) throw new Error(`no data set is called ${structure.dataset}`);
  // Of many starts that wait, as while a slider of the set-up is dragged, only the last one is made.
  await new Promise((resolve) => setTimeout(resolve));
  if (mine !== run) return;
  const before = running;
  const sampling = dataset.sample(structure.data, stream(1, `data ${dataset.id}`), fetchFrom(base));
  const trial = async (executor: Executor, create: CreateEngine): Promise<number> =>
    tryOut(executor, create, { samples: await sampling, structure, knobs });
  const [samples, choice] = await Promise.all([
    sampling,
    // What ran before may be using what an executor is about to replace.
    end().then(() => choose(structure.executor, losses, trial)),
  ]);
  if (mine !== run) return;
  const from = (before?.origin === origin ? await before.end : null) ?? request.from;
  const { create, ...what } = choice;
  const session = createSession(create, samples, structure, knobs, from ?? undefined);
  send({ type: 'started', run: mine, ...what, data: samples, step: session.trainer.step });
  const pacer = createPacer(mine, session, { send, intact: contextIntact });
  running = { origin, session, pacer, end: null };
  pacer.pause();
}

/** Requests wait for the start before them: what belongs to an older run is dropped. */
let begun: Promise<void> = Promise.resolve();

function handle(request: Exclude<Request, { type: 'start' | 'ask' }>): void {
  if (request.type === 'arrange') run = request.run;
  if (request.run !== run || !running) return;
  const { session, pacer } = running;
  switch (request.type) {
    case 'arrange':
      session.arrange(request.order, request.knobs);
      pacer.rename(request.run);
      break;
    case 'tune':
      session.trainer.tune(request.knobs);
      break;
    case 'goBack':
      pacer.goBack(request.lane, request.step);
      break;
    case 'play':
      pacer.play(request.pace, request.until);
      break;
    case 'pause':
      pacer.pause();
      break;
    case 'step':
      pacer.step();
      break;
    case 'drawn':
      pacer.drawn();
  }
}

const broke = (error: unknown): void => send({ type: 'broke', ...troubleOf(error, contextIntact()) });

self.onmessage = ({ data: request }: MessageEvent<Request>) => {
  if (request.type === 'ask') {
    if (running) running.pacer.ask();
    else send({ type: 'alive' });
  } else if (request.type === 'start') {
    run = request.run;
    begun = start(request).catch((error: unknown) => {
      const message = error instanceof Error ? error.message : String(error);
      send({ type: 'failed', run: request.run, message });
    });
  } else void begun.then(() => handle(request)).catch(broke);
};
self.onmessageerror = () => broke('a message could not be read');
whenContextLost(() => broke('the context was lost'));
self.addEventListener('unhandledrejection', (event) => {
  event.preventDefault();
  // While an executor is tried out, what fails there is no trouble of a run.
  if (running && !running.end) broke(event.reason);
});
