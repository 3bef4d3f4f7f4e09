// The driver may take a WebGL context away at any time: a laptop that wakes, a graphics processor that is reset. Nothing
// that it held comes back. What is read from it then is zeros, or never arrives.

/** What computes the steps; null where that needs no context. */
let computing: WebGLRenderingContext | null = null;
const watched = new WeakSet<WebGLRenderingContext>();
const lost = new WeakSet<WebGLRenderingContext>();
let tell = (): void => {};

/** To be called when another executor is brought: with its context, or with null when it has none. */
export function computeOn(context: WebGLRenderingContext | null): void {
  computing = context;
  if (!context || watched.has(context)) return;
  watched.add(context);
  context.canvas.addEventListener('webglcontextlost', () => {
    lost.add(context);
    if (computing === context) tell();
  });
}

/** Whether what is computed now can be trusted. */
export const contextIntact = (): boolean => !computing || !(lost.has(computing) || computing.isContextLost());

/** Calls back when the context is lost that computes the steps. */
export function whenContextLost(listener: () => void): void {
  tell = listener;
}
