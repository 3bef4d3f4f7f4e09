import { line } from 'd3';
import type { Frame } from './frame';

type Context = CanvasRenderingContext2D;
type Points = readonly (readonly [x: number, y: number])[];

export interface Stroke {
  readonly colour: string;
  readonly width: number;
  readonly dash?: readonly number[];
  readonly alpha?: number;
}

/** Draws only inside the box of a frame. */
export function inside(context: Context, { left, top, right, bottom }: Frame, draw: () => void): void {
  context.save();
  context.beginPath();
  // A line along the edge keeps its width.
  context.rect(left - 2, top - 2, right - left + 4, bottom - top + 4);
  context.clip();
  draw();
  context.restore();
}

/** Adds a line through points, in values of the frame's axes, to the path. */
export function trace(context: Context, { x, y }: Frame, points: Points): void {
  line<readonly [number, number]>(
    ([u]) => x(u),
    ([, v]) => y(v),
  )
    .defined(([, v]) => Number.isFinite(v))
    .context(context)(points);
}

/** Strokes what is the path now. */
export function stroke(context: Context, { colour, width, dash = [], alpha = 1 }: Stroke): void {
  context.save();
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.lineJoin = 'round';
  context.globalAlpha = alpha;
  context.setLineDash([...dash]);
  context.stroke();
  context.restore();
}

/** A curve, in pieces where it has gaps. */
export function paintCurve(context: Context, frame: Frame, pieces: readonly Points[], style: Stroke): void {
  context.beginPath();
  for (const piece of pieces) trace(context, frame, piece);
  stroke(context, style);
}

/** A dot where a piece of a curve ends before a jump, or begins behind it. */
export function paintEnd(
  context: Context,
  frame: Frame,
  [u, v]: readonly [number, number],
  colour: string,
): void {
  context.beginPath();
  context.arc(frame.x(u), frame.y(v), 3, 0, 2 * Math.PI);
  context.fillStyle = colour;
  context.fill();
}
