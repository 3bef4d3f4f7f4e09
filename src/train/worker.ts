import { fetchFrom } from '../data/fetchFile';
import { DATASETS } from '../datasets';
import { stream } from '../math/random';
import { choose } from './choose';
import { createPacer, type Pacer } from './pacer';
import type { Reply, Request } from './protocol';
import { createSession, type Session } from './session';

// The thin shell: messages in, messages out. What runs is in session and pacer.
let run = -1;
let session: Session | null = null;
let pacer: Pacer | null = null;

const send = (reply: Reply, transfer: Transferable[] = []): void => self.postMessage(reply, { transfer });

async function start({
  run: mine,
  base,
  structure,
  knobs,
}: Extract<Request, { type: 'start' }>): Promise<void> {
  pacer?.stop();
  session = null;
  pacer = null;
  const dataset = DATASETS[structure.dataset];
  if (!dataset) throw new Error(`no data set is called ${structure.dataset}`);
  const [samples, choice] = await Promise.all([
    dataset.sample(structure.data, stream(1, `data ${dataset.id}`), fetchFrom(base)),
    choose(structure.executor),
  ]);
  if (mine !== run) return;
  const { create, ...what } = choice;
  send({ type: 'started', run: mine, ...what, data: samples });
  session = createSession(create, samples, structure, knobs);
  pacer = createPacer(mine, session, send);
  pacer.pause();
}

/** Requests wait for the start before them: what belongs to an older run is dropped. */
let begun: Promise<void> = Promise.resolve();

function handle(request: Request): void {
  if (request.type === 'arrange') run = request.run;
  if (request.run !== run) return;
  switch (request.type) {
    case 'start':
      break;
    case 'arrange':
      session?.arrange(request.order, request.knobs);
      pacer?.rename(request.run);
      break;
    case 'tune':
      session?.trainer.tune(request.knobs);
      break;
    case 'goBack':
      pacer?.goBack(request.lane, request.step);
      break;
    case 'play':
      pacer?.play(request.pace, request.until);
      break;
    case 'pause':
      pacer?.pause();
      break;
    case 'step':
      pacer?.step();
      break;
    case 'drawn':
      pacer?.drawn();
  }
}

self.onmessage = ({ data: request }: MessageEvent<Request>) => {
  if (request.type === 'start') {
    run = request.run;
    begun = start(request).catch((error: unknown) => {
      const message = error instanceof Error ? error.message : String(error);
      send({ type: 'failed', run: request.run, message });
    });
  } else void begun.then(() => handle(request));
};
