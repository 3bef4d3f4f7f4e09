import { stroke } from '../../draw/curve';
import { setFont } from '../../draw/frame';
import { paintMark } from '../../draw/marks';
import { spread } from '../../draw/spread';
import type { Theme } from '../../draw/theme';

type Context = CanvasRenderingContext2D;

/** A value on a line. */
export interface Dot {
  readonly x: number;
  readonly text: string;
  readonly colour: string;
  /** The mark of a lane, or null for a ring. */
  readonly mark: number | null;
}

function paintRing(context: Context, x: number, y: number, size: number, colour: string, theme: Theme): void {
  context.beginPath();
  context.arc(x, y, size / 2, 0, 2 * Math.PI);
  context.fillStyle = theme.surface;
  context.fill();
  stroke(context, { colour, width: 1.4 });
}

const paintDot = (context: Context, { mark, colour, x }: Dot, y: number, size: number, theme: Theme): void =>
  mark === null
    ? paintRing(context, x, y, 0.8 * size, colour, theme)
    : paintMark(context, mark, [x, y], size, { fill: colour, edge: theme.surface });

/**
 * Dots on a line at `y`, each with its number beside the line at `at`, as near as the others let it; leaders say which
 * belongs to which.
 */
export function paintDots(
  context: Context,
  dots: readonly Dot[],
  {
    y,
    at,
    left,
    right,
  }: { readonly y: number; readonly at: number; readonly left: number; readonly right: number },
  theme: Theme,
  size: number,
): void {
  setFont(context, theme, size, 600);
  context.textBaseline = 'middle';
  context.textAlign = 'left';
  const sign = (dot: Dot): number => (dot.mark === null ? 0 : 0.9 * size);
  const widths = dots.map((dot) => sign(dot) + context.measureText(dot.text).width);
  const widest = Math.max(0, ...widths);
  const places = spread(
    dots.map(({ x }) => x),
    widest + 0.6 * size,
    left - size + widest / 2,
    right + size - widest / 2,
  );
  dots.forEach((dot, i) => {
    const place = places[i] ?? dot.x;
    context.beginPath();
    context.moveTo(dot.x, y);
    context.lineTo(place, at + Math.sign(y - at) * 0.6 * size);
    stroke(context, { colour: dot.colour, width: 1, alpha: 0.55 });
  });
  dots.forEach((dot, i) => {
    paintDot(context, dot, y, 0.8 * size, theme);
    const from = (places[i] ?? dot.x) - (widths[i] ?? 0) / 2;
    if (dot.mark !== null) paintDot(context, { ...dot, x: from + 0.3 * size }, at, 0.65 * size, theme);
    context.fillStyle = dot.colour;
    context.fillText(dot.text, from + sign(dot), at);
  });
}
