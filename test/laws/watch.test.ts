import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { watch } from '../../src/train/watch';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A watch over something that answers as long as it is `there`. */
function over(something: { there: boolean }) {
  const silent = vi.fn();
  const watched = watch(() => something.there && setTimeout(() => watched.heard(), 1), silent, {
    every: 1000,
    unanswered: 5,
  });
  return { silent, ...watched };
}

describe('A watch', () => {
  test('calls once when nothing was heard for so many questions', () => {
    const worker = { there: true };
    const { silent } = over(worker);
    vi.advanceTimersByTime(60_000);
    expect(silent).not.toHaveBeenCalled();
    worker.there = false;
    vi.advanceTimersByTime(5_000);
    expect(silent).not.toHaveBeenCalled();
    vi.advanceTimersByTime(60_000);
    expect(silent).toHaveBeenCalledTimes(1);
  });

  test('waits for ever for the first word: a script may take its time to arrive', () => {
    const { silent } = over({ there: false });
    vi.advanceTimersByTime(3_600_000);
    expect(silent).not.toHaveBeenCalled();
  });

  test('does not count the hours of a machine that slept', () => {
    const worker = { there: true };
    const { silent } = over(worker);
    vi.advanceTimersByTime(10_000);
    worker.there = false;
    vi.advanceTimersByTime(2_000);
    // Asleep: the clock goes on, timers do not; on waking one of them is late.
    vi.setSystemTime(Date.now() + 3 * 3_600_000);
    worker.there = true;
    vi.advanceTimersByTime(60_000);
    expect(silent).not.toHaveBeenCalled();
  });

  test('that is stopped says nothing any more', () => {
    const worker = { there: true };
    const { silent, stop } = over(worker);
    vi.advanceTimersByTime(10_000);
    worker.there = false;
    stop();
    vi.advanceTimersByTime(60_000);
    expect(silent).not.toHaveBeenCalled();
  });
});
