import type { Page } from '@playwright/test';
import { workerOf } from '../setup/inside.mjs';

// What a machine lacks, or does to a page: put before the worker's own script, since the page has no hook for it.

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

/** A processor so slow that any graphics processor is faster: each call into WebAssembly takes two milliseconds more. */
export const SLOW_PROCESSOR = `
  const { Instance } = WebAssembly;
  const slowed = (call) => (...given) => {
    for (const begin = performance.now(); performance.now() - begin < 2; );
    return call(...given);
  };
  WebAssembly.Instance = function (...given) {
    const { exports } = new Instance(...given);
    const slow = ([name, what]) => [name, typeof what === 'function' ? slowed(what) : what];
    return { exports: Object.fromEntries(Object.entries(exports).map(slow)) };
  };`;

/** A graphics processor so slow that any processor is faster: each drawing takes ten milliseconds more. */
export const SLOW_GRAPHICS = `
  for (const name of ['drawArrays', 'drawElements']) {
    const draw = WebGL2RenderingContext.prototype[name];
    WebGL2RenderingContext.prototype[name] = function (...given) {
      for (const begin = performance.now(); performance.now() - begin < 10; );
      return draw.apply(this, given);
    };
  }`;

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
