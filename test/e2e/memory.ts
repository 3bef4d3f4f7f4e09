import type { CDPSession, Page } from '@playwright/test';

/** Bytes in use after everything that can be freed has been. */
export interface Memory {
  readonly page: number;
  readonly worker: number;
}

interface HeapUsage {
  readonly usedSize: number;
  /** What arrays hold, outside the heap. */
  readonly backingStorageSize: number;
}
const inUse = ({ usedSize, backingStorageSize }: HeapUsage): number => usedSize + backingStorageSize;

/** Asks a worker of the page, which Playwright's own sessions do not reach. */
async function connectToWorker(session: CDPSession): Promise<(method: string) => Promise<unknown>> {
  const sessionId = new Promise<string>((resolve) => {
    session.on('Target.attachedToTarget', (target) => {
      if (target.targetInfo.type === 'worker') resolve(target.sessionId);
    });
  });
  await session.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: false,
    flatten: false,
  });
  const worker = await sessionId;
  let count = 0;
  return (method) => {
    const id = ++count;
    return new Promise((resolve, reject) => {
      const listen = ({ sessionId: from, message }: { sessionId: string; message: string }): void => {
        const answer = JSON.parse(message);
        if (from !== worker || answer.id !== id) return;
        session.off('Target.receivedMessageFromTarget', listen);
        if (answer.error) reject(new Error(answer.error.message));
        else resolve(answer.result);
      };
      session.on('Target.receivedMessageFromTarget', listen);
      session
        .send('Target.sendMessageToTarget', { sessionId: worker, message: JSON.stringify({ id, method }) })
        .catch(reject);
    });
  };
}

/** Gives what measures the memory of a page and of the worker that it has now. */
export async function memoryOf(page: Page): Promise<() => Promise<Memory>> {
  const session = await page.context().newCDPSession(page);
  const askWorker = await connectToWorker(session);
  return async () => {
    await session.send('HeapProfiler.collectGarbage');
    await askWorker('HeapProfiler.collectGarbage');
    return {
      // The protocol's types do not know the size of arrays yet.
      page: inUse((await session.send('Runtime.getHeapUsage')) as HeapUsage),
      worker: inUse((await askWorker('Runtime.getHeapUsage')) as HeapUsage),
    };
  };
}
