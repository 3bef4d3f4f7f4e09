import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { firstInFrame, forget } from '../draw/frames';

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
    let next = 1;
    const take = (): void => {
      fit = next;
      box.style.setProperty('--fit', String(fit));
    };
    // The line's own size changes when fonts arrive and when a slider gives it another number. The page is laid out when an
    // observer is told, so that to ask costs nothing; what it would change at once it would have to be told of again.
    const sizes = new ResizeObserver(() => {
      const wanted = line.offsetWidth / fit;
      next = Math.max(SMALLEST, Math.min(1, Math.floor((100 * box.clientWidth) / wanted) / 100)) || fit;
      if (next !== fit) firstInFrame(take);
    });
    sizes.observe(box);
    sizes.observe(line);
    return () => {
      sizes.disconnect();
      forget(take);
    };
  }, []);
  return (
    <div ref={ref} className={className}>
      {children}
    </div>
  );
}
