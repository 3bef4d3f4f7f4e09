import { type HTMLAttributes, type KeyboardEvent, type PointerEvent, useCallback } from 'react';
import { Canvas, type Paint, type Repaint } from '../draw/Canvas';

/** Where a sample stands in a picture, and which one stands where; as drawn now. */
export interface Placing {
  /** The sample nearest to a place within `reach`, all in CSS pixels of a box of this size; or null. */
  readonly sampleAt: (x: number, y: number, width: number, height: number, reach: number) => number | null;
  /** The samples in the order in which the keys walk along them. */
  readonly order: () => readonly number[];
}

export interface SampleCanvasProps {
  readonly paint: Paint;
  readonly placing: Placing;
  readonly watch: (repaint: Repaint) => () => void;
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

/** The sample at a pointer, if there is one. */
export function sampleUnder(placing: Placing, event: PointerEvent<HTMLCanvasElement>): number | null {
  const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
  return placing.sampleAt(event.clientX - left, event.clientY - top, width, height, REACH);
}

/** Picks the sample so many further on; Escape picks none. Whether the key was one of these. */
export function pickByKey(
  event: KeyboardEvent<HTMLCanvasElement>,
  steps: Readonly<Record<string, number>>,
  { placing, picked, onPick }: Pick<SampleCanvasProps, 'placing' | 'picked' | 'onPick'>,
): boolean {
  if (event.key === 'Escape' && picked !== null) {
    event.stopPropagation();
    onPick(null);
    return true;
  }
  const by = steps[event.key];
  if (by === undefined) return false;
  event.preventDefault();
  const order = placing.order();
  if (order.length === 0) return true;
  const at = picked === null ? (by > 0 ? -1 : 0) : order.indexOf(picked);
  onPick(order[(at + by + order.length) % order.length] ?? null);
  return true;
}

/** To a screen reader a picture of samples is a slider over them. */
export const sliderOver = ({
  label,
  description,
  count,
  picked,
}: Pick<SampleCanvasProps, 'label' | 'description' | 'count' | 'picked'>) =>
  ({
    className: 'circle',
    role: 'slider',
    tabIndex: 0,
    'aria-label': label,
    'aria-valuemin': 0,
    'aria-valuemax': Math.max(1, count),
    'aria-valuenow': picked === null ? 0 : picked + 1,
    'aria-valuetext': description,
  }) as const satisfies HTMLAttributes<HTMLCanvasElement>;

/** A picture of samples: one of them can be picked, by pointer or by keys. */
export function SampleCanvas(props: SampleCanvasProps) {
  const { paint, placing, watch, onPick } = props;
  const pickAt = useCallback(
    (event: PointerEvent<HTMLCanvasElement>) => onPick(sampleUnder(placing, event)),
    [placing, onPick],
  );
  return (
    <Canvas
      {...sliderOver(props)}
      paint={paint}
      watch={watch}
      onPointerDown={pickAt}
      onKeyDown={(event) => pickByKey(event, STEPS, props)}
    />
  );
}
