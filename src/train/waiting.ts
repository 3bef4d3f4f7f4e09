/** Lets messages in without the 4 ms that timers wait. */
export function createYield(): { wait: () => Promise<void>; close: () => void } {
  const { port1, port2 } = new MessageChannel();
  let resume: (() => void) | null = null;
  port1.onmessage = () => resume?.();
  return {
    wait: () =>
      new Promise((resolve) => {
        resume = resolve;
        port2.postMessage(null);
      }),
    close: () => port1.close(),
  };
}

/** Waits on a timer: for a slow pace, or for the page. */
export const rest = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
