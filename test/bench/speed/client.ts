import type { Reply, Request } from './worker';

const variants = Object.keys(import.meta.glob('./variants/*.ts')).map((path) => path.slice(11, -3));

/** What is measured: a variant on a data set of the shelf with so many lanes. */
interface Case {
  readonly variant: string;
  readonly dataset: string;
  readonly lanes: number;
}

/** A worker that answers one request at a time. Each case has its own, so that backends do not meet. */
function createBench() {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  const ask = (request: Request): Promise<Reply> =>
    new Promise((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<Reply>) =>
        data.type === 'failed' ? reject(new Error(data.message)) : resolve(data);
      worker.onerror = ({ message }) => reject(new Error(message));
      worker.postMessage(request);
    });
  return {
    async open(what: Case) {
      const opened = await ask({ type: 'open', ...what, base: `${location.origin}/` });
      if (opened.type !== 'opened') throw new Error('an opened variant says so');
      return opened;
    },
    async round(ms: number, chunk: number) {
      const round = await ask({ type: 'round', ms, chunk });
      if (round.type !== 'round') throw new Error('a round gives its rate');
      return round.rate;
    },
    close: () => worker.terminate(),
  };
}

let benches: ReturnType<typeof createBench>[] = [];

/** What turns.mjs calls in the page. */
const speed = {
  variants,
  /** `id` names it from now on. */
  async open(what: Case) {
    const bench = createBench();
    const id = benches.push(bench) - 1;
    return { id, ...(await bench.open(what)) };
  },
  async round(id: number, ms: number, chunk: number) {
    const bench = benches[id];
    if (!bench) throw new Error(`nothing is open as ${id}`);
    return bench.round(ms, chunk);
  },
  close() {
    for (const bench of benches) bench.close();
    benches = [];
  },
};

declare global {
  interface Window {
    speed: typeof speed;
  }
}
window.speed = speed;
