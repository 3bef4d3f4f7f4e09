/** How often the worker is asked whether it is there, ms, and how many questions it may leave unanswered. */
export interface Patience {
  readonly every: number;
  readonly unanswered: number;
}

/** A first step may compile shaders for many seconds, during which nothing is answered. */
export const PATIENCE: Patience = { every: 2000, unanswered: 12 };

export interface Watch {
  /** Something was heard. */
  heard(): void;
  stop(): void;
}

/**
 * Asks again and again, and calls back once when nothing was heard for too long. Questions are counted, not time: a
 * laptop that slept for hours has asked once more when it wakes.
 */
export function watch(ask: () => void, silent: () => void, { every, unanswered }: Patience): Watch {
  // Its script may take any time to arrive: nothing counts before it was first heard.
  let open = Number.NEGATIVE_INFINITY;
  const stop = (): void => clearInterval(timer);
  const timer = setInterval(() => {
    if (open >= unanswered) {
      stop();
      silent();
      return;
    }
    open++;
    ask();
  }, every);
  return {
    heard() {
      open = 0;
    },
    stop,
  };
}
