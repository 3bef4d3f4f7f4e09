import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { forget, nextFrame } from '../draw/frames';

/** Below this part of its size nothing can be read: what is longer still is cut off at its end. */
const SMALLEST = 0.55;

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
    const measure = (): void => {
      const wanted = line.offsetWidth / fit;
      const next = Math.max(SMALLEST, Math.min(1, Math.floor((100 * box.clientWidth) / wanted) / 100));
      if (next === fit || !Number.isFinite(next)) return;
      fit = next;
      box.style.setProperty('--fit', String(fit));
    };
    // The line's own size changes when fonts arrive and when a slider gives it another number.
    // In the next frame: what an observer changes at once is a size that it has to be told of again.
    const sizes = new ResizeObserver(() => nextFrame(measure));
    sizes.observe(box);
    sizes.observe(line);
    measure();
    return () => {
      sizes.disconnect();
      forget(measure);
    };
  }, []);
  return (
    <div ref={ref} className={className}>
      {children}
    </div>
  );
}
