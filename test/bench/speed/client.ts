import type { Reply, Request } from './worker';

const variants = Object.keys(import.meta.glob('./variants/*.ts')).map((path) => path.slice(11, -3));

/** A worker that answers one request at a time. Each variant has its own, so that backends do not meet. */
function createBench(variant: string, dataset: string) {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  const ask = (request: Request): Promise<Reply> =>
    new Promise((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<Reply>) =>
        data.type === 'failed' ? reject(new Error(data.message)) : resolve(data);
      worker.onerror = ({ message }) => reject(new Error(message));
      worker.postMessage(request);
    });
  return {
    async open() {
      const opened = await ask({ type: 'open', variant, dataset, base: `${location.origin}/` });
      if (opened.type !== 'opened') throw new Error('an opened variant says so');
      return opened;
    },
    async round(ms: number) {
      const round = await ask({ type: 'round', ms });
      if (round.type !== 'round') throw new Error('a round gives its rate');
      return round.rate;
    },
  };
}

const benches = new Map<string, ReturnType<typeof createBench>>();

/** What speed.mjs calls in the page. */
const speed = {
  variants,
  async open(variant: string, dataset: string) {
    const bench = createBench(variant, dataset);
    benches.set(`${variant} ${dataset}`, bench);
    return bench.open();
  },
  round: (variant: string, dataset: string, ms: number) => benches.get(`${variant} ${dataset}`)?.round(ms),
};

declare global {
  interface Window {
    speed: typeof speed;
  }
}
window.speed = speed;
