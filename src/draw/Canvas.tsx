import { type HTMLAttributes, useEffect, useRef } from 'react';
import { forget, inTurn, nextFrame } from './frames';
import { pixelRatio, watchBox } from './pixels';
import { type Theme, theme, watchTheme } from './theme';

/** In CSS pixels; `ratio` is how many of the screen's go into one. */
export interface Size {
  readonly width: number;
  readonly height: number;
  readonly ratio: number;
}

/** Says `again` where something is still to be computed for it that would have made the frame too long. */
export type Paint = (context: CanvasRenderingContext2D, size: Size, theme: Theme) => 'again' | undefined;

/** The ways to ask for a painting: for what the viewer has done, and for what a run has brought. */
export interface Repaint {
  readonly next: () => void;
  readonly inTurn: () => void;
}

interface CanvasProps extends HTMLAttributes<HTMLCanvasElement> {
  /** Draws everything anew, in CSS pixels. Called outside React, at most once a frame, and only in view. */
  readonly paint: Paint;
  /** Subscribes to what the painting depends on; gives the way to stop. */
  readonly watch: (repaint: Repaint) => () => void;
}

/** A canvas that is sharp on every screen, follows its box and the theme, and is painted only when something changed. */
export function Canvas({ paint, watch, ...attributes }: CanvasProps) {
  const ref = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const canvas = ref.current;
    if (!canvas) return;
    let context: CanvasRenderingContext2D | null = null;
    const soon = (): void => nextFrame(repaint);
    const box = watchBox(canvas, soon);
    function repaint(): void {
      if (!canvas || !box.isSeen()) return; // in view again it is painted
      const ratio = pixelRatio();
      const { columns, rows } = box.pixels(ratio);
      if (columns === 0 || rows === 0) return;
      if (canvas.width !== columns) canvas.width = columns;
      if (canvas.height !== rows) canvas.height = rows;
      // Painted by the processor: thousands of small shapes a frame are quick there, and slow where GL is emulated.
      context ??= canvas.getContext('2d', { willReadFrequently: true });
      if (!context) return;
      const [width, height] = [columns / ratio, rows / ratio];
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      context.clearRect(0, 0, width, height);
      if (paint(context, { width, height, ratio }, theme()) === 'again') inTurn(repaint);
    }
    const asks = { next: soon, inTurn: () => inTurn(repaint) };
    // The first time, too, in turn: a page opens with many.
    const stops = [watch(asks), watchTheme(soon), box.stop, () => forget(repaint)];
    asks.inTurn();
    return () => {
      for (const stop of stops) stop();
    };
  }, [paint, watch]);
  return <canvas ref={ref} {...attributes} />;
}
