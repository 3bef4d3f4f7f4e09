import { type Frame, setFont } from './frame';
import { paintMark } from './marks';
import { spread } from './spread';
import type { Theme } from './theme';

type Context = CanvasRenderingContext2D;

/** A value where the crosshair stands. */
export interface Reading {
  readonly text: string;
  readonly colour: string;
  readonly mark: number;
  /** In values of the y axis; null for one that has no place, whose text is still said. */
  readonly value: number | null;
}

/** Text that can be read on anything. */
export function haloed(context: Context, text: string, x: number, y: number, theme: Theme): void {
  context.lineWidth = 4;
  context.lineJoin = 'round';
  context.strokeStyle = theme.surface;
  context.strokeText(text, x, y);
  context.fillText(text, x, y);
}

/** A line at a value of the x axis, with what stands there beside it: on the side that has room. */
export function paintCrosshair(
  context: Context,
  frame: Frame,
  at: number,
  title: string,
  readings: readonly Reading[],
  theme: Theme,
  size: number,
): void {
  const { left, right, top, bottom } = frame;
  const x = frame.x(at);
  context.strokeStyle = theme.ink;
  context.lineWidth = 1;
  context.setLineDash([2, 2]);
  context.beginPath();
  context.moveTo(x, top);
  context.lineTo(x, bottom);
  context.stroke();
  context.setLineDash([]);
  const inBox = (y: number): number => Math.max(top, Math.min(bottom, y));
  const wanted = readings.map(({ value }) => inBox(value === null ? bottom : frame.y(value)));
  const places = spread(wanted, size * 1.2, top + size * 1.8, bottom - size / 2);
  const toLeft = x > (left + right) / 2;
  context.textAlign = toLeft ? 'right' : 'left';
  context.textBaseline = 'middle';
  const beside = toLeft ? x - 9 : x + 9;
  setFont(context, theme, size, 700);
  context.fillStyle = theme.ink;
  haloed(context, title, beside, top + size * 0.6, theme);
  setFont(context, theme, size, 600);
  readings.forEach(({ text, colour, mark, value }, i) => {
    if (value !== null)
      paintMark(context, mark, [x, inBox(frame.y(value))], 9, { fill: colour, edge: theme.surface });
    context.fillStyle = colour;
    haloed(context, text, beside, places[i] ?? 0, theme);
  });
}
