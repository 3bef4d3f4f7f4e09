import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { forget, nextFrame } from '../draw/frames';

/** Below this part of its size nothing can be read: what is longer still is cut off at its end. */
const SMALLEST = 0.55;

/** What a line would be set to; null for as it is. */
type Measure = () => (() => void) | null;
let waiting: Measure[] = [];

/**
 * Measures all lines that were just made before it changes any, at the beginning of the frame that shows them first: the
 * page is laid out once for all of them, when it would be anyway.
 */
function measureTogether(measure: Measure): void {
  if (waiting.length === 0) {
    requestAnimationFrame(() => {
      const changes = waiting.map((one) => one());
      waiting = [];
      for (const change of changes) change?.();
    });
  }
  waiting.push(measure);
}

/** A line that is set smaller where its box is too narrow for it, so that nothing is cut off. */
export function Fitted({
  className,
  children,
}: {
  readonly className: string;
  readonly children: ReactNode;
}) {
  const ref = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const box = ref.current;
    const line = box?.firstElementChild;
    if (!box || !(line instanceof HTMLElement)) return;
    let fit = 1;
    const measure: Measure = () => {
      const wanted = line.offsetWidth / fit;
      const next = Math.max(SMALLEST, Math.min(1, Math.floor((100 * box.clientWidth) / wanted) / 100));
      if (next === fit || !Number.isFinite(next)) return null;
      fit = next;
      return () => box.style.setProperty('--fit', String(fit));
    };
    const again = (): void => measure()?.();
    // The line's own size changes when fonts arrive and when a slider gives it another number.
    // In the next frame: what an observer changes at once is a size that it has to be told of again.
    const sizes = new ResizeObserver(() => nextFrame(again));
    sizes.observe(box);
    sizes.observe(line);
    measureTogether(measure);
    return () => {
      sizes.disconnect();
      forget(again);
    };
  }, []);
  return (
    <div ref={ref} className={className}>
      {children}
    </div>
  );
}
