import { useCallback, useRef } from 'react';
import { forget, inTurn } from '../draw/frames';
import type { Chosen, Figure, FigureInput } from './figure';

interface Prepared {
  /** What there is to show now: the input before, as long as looks of a newer one are being measured. */
  readonly current: () => FigureInput;
  /** Has the figure measure looks that are new, a lane a turn, and calls `done` when there is none left: at once, if so. */
  readonly prepare: (done: () => void) => void;
  readonly stop: () => void;
}

/** A figure that measures long does so in turns of its own, so that no frame becomes long; the others have nothing to wait for. */
export function usePrepared(
  figure: Figure,
  input: () => FigureInput,
  choose: (input: FigureInput) => Chosen,
): Prepared {
  const ready = useRef<FigureInput>(null);
  const pending = useRef<{ readonly step: () => void; readonly waiting: Set<() => void> }>(null);
  const stop = useCallback(() => {
    if (pending.current) forget(pending.current.step);
    pending.current = null;
  }, []);
  const current = useCallback((): FigureInput => (pending.current && ready.current) ?? input(), [input]);
  const prepare = useCallback(
    (done: () => void) => {
      if (!figure.prepare) {
        done();
        return;
      }
      if (pending.current) {
        pending.current.waiting.add(done); // it measures what is newest
        return;
      }
      const waiting = new Set([done]);
      const isNew = (now: FigureInput, lane: number): boolean =>
        now.lanes[lane]?.now !== ready.current?.lanes[lane]?.now;
      let of: FigureInput | null = null;
      let lanes: number[] = [];
      /** Looks for what is newest; whether something of it has to be measured. */
      const look = (): boolean => {
        const now = input();
        if (now !== of) lanes = now.lanes.flatMap((_, lane) => (isNew(now, lane) ? [lane] : []));
        of = now;
        if (lanes.length > 0) return true;
        pending.current = null;
        ready.current = now;
        for (const tell of waiting) tell();
        return false;
      };
      const step = (): void => {
        const lane = look() ? lanes.pop() : undefined;
        if (!of || lane === undefined) return;
        figure.prepare?.(of, choose(of), lane);
        inTurn(step);
      };
      if (!look()) return;
      pending.current = { step, waiting };
      inTurn(step);
    },
    [figure, input, choose],
  );
  return { current, prepare, stop };
}
