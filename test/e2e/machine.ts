import type { Page, Worker } from '@playwright/test';

// What a machine lacks, or does to a page: put before the worker's own script, since the page has no hook for it.

const SCRIPT = /\/assets\/worker-[^/]*\.js$/;

/** Lets every worker begin with some code, and its script arrive with some headers. */
export async function inWorkers(
  page: Page,
  code: string,
  headers: Record<string, string> = {},
): Promise<void> {
  await page.route(SCRIPT, async (route) => {
    const response = await route.fetch();
    await route.fulfill({
      response,
      headers: { ...response.headers(), ...headers },
      body: `${code}\n${await response.text()}`,
    });
  });
}

/** The worker of now. */
export function workerOf(page: Page): Worker {
  const worker = page.workers().at(-1);
  if (!worker) throw new Error('the page has no worker');
  return worker;
}

/** Keeps every WebGL context in `contexts`, newest last. */
export const KEEP_CONTEXTS = `
  const getContext = OffscreenCanvas.prototype.getContext;
  self.contexts = [];
  OffscreenCanvas.prototype.getContext = function (...given) {
    const context = getContext.apply(this, given);
    if (context) self.contexts.push(context);
    return context;
  };`;

/** Takes the WebGL context away from the worker, as a driver does. */
export const loseContext = (page: Page): Promise<void> =>
  workerOf(page).evaluate(() => {
    // Kept by KEEP_CONTEXTS; the one that was only asked for its name is lost already.
    const { contexts } = self as unknown as { contexts: WebGL2RenderingContext[] };
    contexts
      .findLast((gl) => !gl.isContextLost())
      ?.getExtension('WEBGL_lose_context')
      ?.loseContext();
  });

/** What draws WebGL calls itself so; here it is the processor, whatever it says. */
export const callRenderer = (name: string): string => `
  const getParameter = WebGL2RenderingContext.prototype.getParameter;
  WebGL2RenderingContext.prototype.getParameter = function (what) {
    return what === 0x9246 ? ${JSON.stringify(name)} : getParameter.call(this, what);
  };`;

/** WebGL holds no 32-bit floats, as on some phones. */
export const NO_FLOATS = `
  const getExtension = WebGL2RenderingContext.prototype.getExtension;
  WebGL2RenderingContext.prototype.getExtension = function (name) {
    return /float/.test(name) ? null : getExtension.call(this, name);
  };`;

export const NO_WEBGL = `
  const getContext = OffscreenCanvas.prototype.getContext;
  OffscreenCanvas.prototype.getContext = function (type, ...rest) {
    return /webgl/.test(type) ? null : getContext.call(this, type, ...rest);
  };`;

/** A clock of the worker that can be put forward: what a sleep looks like when it is over. */
export const CLOCK = `
  const now = performance.now.bind(performance);
  let slept = 0;
  performance.now = () => now() + slept;
  self.sleep = (ms) => { slept += ms; };`;

/** Counts in `held` what WebGL keeps, and keeps in `memories` what WebAssembly computes in. */
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

/** What the worker's executor holds outside JavaScript: objects of WebGL by their kind, bytes of WebAssembly. */
export const heldBy = (page: Page): Promise<Readonly<Record<string, number>>> =>
  workerOf(page).evaluate(() => {
    // Set by COUNT_HELD.
    const { held, memories } = self as unknown as {
      held: Record<string, number>;
      memories: WebAssembly.Memory[];
    };
    return { ...held, bytes: memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0) };
  });
