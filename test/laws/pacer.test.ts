import { afterEach, expect, test, vi } from 'vitest';
import { createPacer } from '../../src/train/pacer';
import type { Session } from '../../src/train/session';

afterEach(() => void vi.useRealTimers());

/** A session whose steps are asked for in no time, and take some, by the chunk, when they are waited for. */
function queueing(msPerStep: (chunk: number) => number): { session: Session; chunks: number[] } {
  const chunks: number[] = [];
  let [step, asked] = [0, 0];
  const session = {
    trainer: {
      get step() {
        return step;
      },
      held: [false],
      advance() {
        step++;
        asked++;
      },
      async result() {
        vi.advanceTimersByTime(asked * msPerStep(chunks.length));
        chunks.push(asked);
        asked = 0;
        return null;
      },
    },
    engine: { dispose() {} },
    keep: async () => {},
    glance: async () => null,
    survey: () => ({ more: async () => null, cancel() {} }),
  };
  // As much of a session as a pacer uses that shows nothing.
  return { session: session as unknown as Session, chunks };
}

test('A chunk asks for as many steps as have time in it, however fast they can be asked for', async () => {
  vi.useFakeTimers({ toFake: ['performance', 'setTimeout'] });
  const { session, chunks } = queueing((chunk) => (chunk < 8 ? 0.5 : 4));
  await new Promise<void>((resolve) => {
    const pacer = createPacer(1, session, ({ type }) => {
      if (type !== 'arrived') return;
      pacer.stop();
      resolve();
    });
    pacer.play(null, 120);
  });
  // 10 ms hold 20 steps of .5 ms, reached by doubling. When a step takes 4 ms, one chunk finds out.
  expect(chunks.slice(0, 12)).toEqual([1, 2, 4, 8, 16, 20, 20, 20, 20, 3, 3, 3]);
});
