import { type KeyboardEvent, type PointerEvent, useCallback } from 'react';
import { Canvas, type Paint } from '../draw/Canvas';

/** Where a sample stands in a picture, and which one stands where; as drawn now. */
export interface Placing {
  /** The sample nearest to a place within `reach`, all in CSS pixels of a box of this size; or null. */
  readonly sampleAt: (x: number, y: number, width: number, height: number, reach: number) => number | null;
  /** The samples in the order in which the arrow keys walk along them. */
  readonly order: () => readonly number[];
}

interface SampleCanvasProps {
  readonly paint: Paint;
  readonly placing: Placing;
  readonly watch: (repaint: () => void) => () => void;
  readonly picked: number | null;
  readonly onPick: (sample: number | null) => void;
  /** Its name for a screen reader, and what it shows now in words. */
  readonly label: string;
  readonly description: string;
  readonly count: number;
}

/** How near a pointer has to come to a sample, in CSS pixels. */
const REACH = 18;

const STEPS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowUp: 1,
  ArrowLeft: -1,
  ArrowDown: -1,
  PageUp: 25,
  PageDown: -25,
};

/** A picture of samples: one of them can be picked, by pointer or by keys. To a screen reader it is a slider over them. */
export function SampleCanvas(props: SampleCanvasProps) {
  const { paint, placing, watch, picked, onPick, label, description, count } = props;
  const pickAt = useCallback(
    (event: PointerEvent<HTMLCanvasElement>) => {
      const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
      onPick(placing.sampleAt(event.clientX - left, event.clientY - top, width, height, REACH));
    },
    [placing, onPick],
  );

  const pickNext = (event: KeyboardEvent<HTMLCanvasElement>): void => {
    if (event.key === 'Escape' && picked !== null) {
      event.stopPropagation();
      onPick(null);
      return;
    }
    const by = STEPS[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const order = placing.order();
    if (order.length === 0) return;
    const at = picked === null ? (by > 0 ? -1 : 0) : order.indexOf(picked);
    onPick(order[(at + by + order.length) % order.length] ?? null);
  };

  return (
    <Canvas
      className="circle"
      paint={paint}
      watch={watch}
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={Math.max(1, count)}
      aria-valuenow={picked === null ? 0 : picked + 1}
      aria-valuetext={description}
      onPointerDown={pickAt}
      onKeyDown={pickNext}
    />
  );
}
