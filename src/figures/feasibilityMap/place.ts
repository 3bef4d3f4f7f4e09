import { ticks } from 'd3';
import type { Size } from '../../draw/Canvas';
import { type Axis, type Frame, frameIn, textSize } from '../../draw/frame';
import type { Knob, MapScene } from './scene';

function axisOf({ param }: Knob): Axis {
  const { min, max, symbol } = param;
  const inner = ticks(min, max, 6);
  return {
    from: min,
    to: max,
    ticks: inner,
    format: (value) => String(Number(value.toFixed(3))),
    label: symbol,
  };
}

/** Half of the handle, which may stand at an end, CSS pixels. */
const HANDLE = 14;

/** The margin to the right, the scale upwards. */
export function mapFrame({ width, height }: Size, { margin, scale }: MapScene): Frame {
  const text = textSize(width);
  const box = { left: 3 * text, top: 3.6 * text, right: width - HANDLE, bottom: height - 3.4 * text };
  return frameIn(box, axisOf(margin), axisOf(scale));
}

/** A value along the axis, `part` of the way; within its range. */
export const valueAt = ({ param: { min, max } }: Knob, part: number): number =>
  min + Math.max(0, Math.min(1, part)) * (max - min);
