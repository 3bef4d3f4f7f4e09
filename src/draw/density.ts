import { stroke, trace } from './curve';
import type { Frame } from './frame';

interface DensityStyle {
  readonly colour: string;
  /** How much of the colour is under the line, 0 ... 1. */
  readonly fill: number;
  readonly dash?: readonly number[];
  /** 0 for no line. */
  readonly width: number;
}

/** A density at even angles 0 ... π, over a frame's axis of angles. */
export function paintDensity(
  context: CanvasRenderingContext2D,
  frame: Frame,
  density: Float64Array,
  { colour, fill, dash, width }: DensityStyle,
): void {
  const wide = Math.PI / (density.length - 1);
  const line = Array.from(density, (value, i) => [i * wide, value] as const);
  if (fill > 0) {
    context.beginPath();
    trace(context, frame, [[0, 0], ...line, [Math.PI, 0]]);
    context.fillStyle = colour;
    context.globalAlpha = fill;
    context.fill();
    context.globalAlpha = 1;
  }
  if (width === 0) return;
  context.beginPath();
  trace(context, frame, line);
  stroke(context, { colour, width, dash: dash ?? [] });
}
