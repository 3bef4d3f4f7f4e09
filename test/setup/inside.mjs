// Into the worker of a page: what it and the page hold, and code of a test before its own. For the tests and for
// `npm run soak`. Only in Chromium, by its own protocol.

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('@playwright/test').CDPSession} CDPSession */

/** Bytes in use, arrays included, after everything that can be freed has been.
 * @typedef {{ page: number, worker: number }} Memory */

/** @param {unknown} usage the answer to Runtime.getHeapUsage: the protocol's types do not know the size of arrays yet */
function inUse(usage) {
  const { usedSize, backingStorageSize } = /** @type {{ usedSize: number, backingStorageSize: number }} */ (
    usage
  );
  return usedSize + backingStorageSize;
}

/** Asks the page's worker, which Playwright's own sessions do not reach.
 * @param {CDPSession} session @returns {Promise<(method: string) => Promise<unknown>>} */
async function connectToWorker(session) {
  /** @type {Promise<string>} */
  const sessionId = new Promise((resolve) => {
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
      /** @param {{ sessionId: string, message: string }} received */
      const listen = ({ sessionId: from, message }) => {
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

/** Gives what measures the memory of a page and of the worker that it has now.
 * @param {Page} page @returns {Promise<() => Promise<Memory>>} */
export async function memoryOf(page) {
  const session = await page.context().newCDPSession(page);
  const askWorker = await connectToWorker(session);
  return async () => {
    await session.send('HeapProfiler.collectGarbage');
    await askWorker('HeapProfiler.collectGarbage');
    return {
      page: inUse(await session.send('Runtime.getHeapUsage')),
      worker: inUse(await askWorker('Runtime.getHeapUsage')),
    };
  };
}

/** To be put before the worker's script: counts in `held` what WebGL keeps, and keeps in `memories` what WebAssembly
 * computes in. */
export const COUNT_HELD = `
  self.held = {};
  self.memories = [];
  for (const what of ['Texture', 'Buffer', 'Framebuffer', 'Program', 'Shader']) {
    const { ['create' + what]: create, ['delete' + what]: remove } = WebGL2RenderingContext.prototype;
    self.held[what] = 0;
    WebGL2RenderingContext.prototype['create' + what] = function (...given) {
      self.held[what]++;
      return create.apply(this, given);
    };
    WebGL2RenderingContext.prototype['delete' + what] = function (...given) {
      self.held[what]--;
      return remove.apply(this, given);
    };
  }
  const { Memory } = WebAssembly;
  WebAssembly.Memory = class extends Memory {
    constructor(size) {
      super(size);
      self.memories.push(this);
    }
  };
  for (const how of ['instantiate', 'instantiateStreaming']) {
    const instantiate = WebAssembly[how];
    WebAssembly[how] = async (...given) => {
      const made = await instantiate.apply(WebAssembly, given);
      const { exports } = made.instance ?? made;
      for (const one of Object.values(exports)) if (one instanceof Memory) self.memories.push(one);
      return made;
    };
  }`;

const WORKER_SCRIPT = /\/assets\/worker-[^/]*\.js$/;

/** Lets every worker begin with some code, and its script arrive with some headers.
 * @param {Page} page @param {string} code @param {Record<string, string>} headers */
export async function inWorkers(page, code, headers = {}) {
  await page.route(WORKER_SCRIPT, async (route) => {
    const response = await route.fetch({ maxRetries: 3 }); // the server may just have hung up
    await route.fulfill({
      response,
      headers: { ...response.headers(), ...headers },
      body: `${code}\n${await response.text()}`,
    });
  });
}

/** The worker of now. @param {Page} page */
export function workerOf(page) {
  const worker = page.workers().at(-1);
  if (!worker) throw new Error('the page has no worker');
  return worker;
}

/** What the worker's executor holds outside JavaScript: objects of WebGL by their kind, bytes of WebAssembly.
 * @param {Page} page @returns {Promise<Readonly<Record<string, number>>>} */
export const heldBy = (page) =>
  workerOf(page).evaluate(() => {
    // Set by COUNT_HELD.
    const { held, memories } =
      /** @type {{ held: Record<string, number>, memories: WebAssembly.Memory[] }} */ (
        /** @type {unknown} */ (self)
      );
    return { ...held, bytes: memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0) };
  });
