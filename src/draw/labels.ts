import { stroke } from './curve';
import { type Frame, setFont } from './frame';
import { paintMark } from './marks';
import { spread } from './spread';
import type { Theme } from './theme';

type Context = CanvasRenderingContext2D;

/** A name at the end of a line, beside the plot. */
export interface EndLabel {
  readonly text: string;
  readonly colour: string;
  /** Its mark, or null for a line without one. */
  readonly mark: number | null;
  /** Where the line ends, CSS pixels; null for one that does not reach the end. */
  readonly y: number | null;
}

/** From the end of the line to its name: a leader, and the mark. */
const LEADER = 22;
const LINE_HEIGHT = 1.25;

/** How wide a margin these names need, CSS pixels. */
export function labelsWidth(context: Context, theme: Theme, size: number, texts: readonly string[]): number {
  setFont(context, theme, size, 700);
  return LEADER + Math.max(0, ...texts.map((text) => context.measureText(text).width));
}

/** Names beside the ends of lines, never on one another; a thin leader goes from each end to its name. */
export function paintEndLabels(
  context: Context,
  { right, top, bottom }: Frame,
  labels: readonly EndLabel[],
  theme: Theme,
  size: number,
): void {
  const ends = labels.map(({ y }) => Math.max(top, Math.min(bottom, y ?? bottom)));
  const places = spread(ends, size * LINE_HEIGHT, top, bottom);
  setFont(context, theme, size, 700);
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  labels.forEach(({ text, colour, mark, y }, i) => {
    const place = places[i] ?? 0;
    if (y !== null) {
      context.beginPath();
      context.moveTo(right + 1, ends[i] ?? 0);
      context.lineTo(right + 7, place);
      stroke(context, { colour, width: 1, alpha: 0.6 });
    }
    if (mark !== null)
      paintMark(context, mark, [right + 13, place], 8, { fill: colour, edge: theme.surface });
    context.fillStyle = colour;
    context.fillText(text, right + (mark === null ? 10 : LEADER - 3), place);
  });
}
