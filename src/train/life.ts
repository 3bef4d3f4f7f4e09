import type { Reply, Request, Trouble } from './protocol';
import { type Patience, watch } from './watch';

/** One worker. It ends at the first trouble, or when it is ended; nothing is heard of it afterwards. */
export interface Life {
  post(request: Request): void;
  end(): void;
}

interface Listener {
  heard(reply: Reply): void;
  /** Called at most once, also when it could not even begin. */
  ended(trouble: Trouble, message: string): void;
}

export function beginLife({ heard, ended }: Listener, patience: Patience): Life {
  let over = false;
  let anything = false;
  let worker: Worker | null = null;

  function end(): void {
    over = true;
    watching?.stop();
    worker?.terminate();
  }
  function fail(trouble: Trouble, message = ''): void {
    if (over) return;
    end();
    ended(trouble, message);
  }

  try {
    worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  } catch (error) {
    // Later, so that whoever begins it knows it by then.
    queueMicrotask(() => fail('noWorker', String(error)));
  }
  const begun = worker;
  const watching =
    begun &&
    watch(
      () => begun.postMessage({ type: 'ask' } satisfies Request),
      () => fail('silent'),
      patience,
    );
  if (begun) {
    begun.onmessage = ({ data: reply }: MessageEvent<Reply>) => {
      if (over) return;
      anything = true;
      watching?.heard();
      if (reply.type === 'broke') fail(reply.trouble, reply.message);
      else heard(reply);
    };
    begun.onmessageerror = () => fail('error', 'a message could not be read');
    begun.onerror = (event) => {
      event.preventDefault();
      // A script that does not arrive, or is refused, brings an event without a message.
      const message: string | undefined = event.message;
      fail(anything ? 'error' : 'cannotStart', message?.replace(/^Uncaught /, ''));
    };
  }
  return {
    post(request) {
      if (!over) worker?.postMessage(request);
    },
    end,
  };
}
