import type { Size } from '../../draw/Canvas';
import { type Box, textSize } from '../../draw/frame';
import { STATISTICS } from './paper';

/** Heights in parts of the letters. */
const [LINE, ROW] = [1.5, 6.3];
/** The numbers of the axis and the key to the paper's signs, which needs more lines on a phone. */
const foot = (width: number): number => (width < 480 ? 5.2 : 3.6);
/** Room for a name in the key, in letters. */
const NAME = 9;

/** Lines that the names of the lanes need. */
const keyLines = (width: number, lanes: number): number =>
  Math.max(1, Math.ceil((lanes * NAME * textSize(width)) / width));

export const statisticsHeight = (width: number, lanes: number): number =>
  textSize(width) * (keyLines(width, lanes) * LINE + STATISTICS.length * ROW + foot(width));

/** Where the rows are; a picture that is higher than it needs to be has higher rows. */
export function placesIn(
  { width, height }: Size,
  lanes: number,
): { readonly text: number; readonly rows: readonly Box[] } {
  const text = textSize(width);
  const [top, bottom] = [keyLines(width, lanes) * LINE * text, height - foot(width) * text];
  const row = (bottom - top) / STATISTICS.length;
  const rows = STATISTICS.map((_, i) => ({
    left: 1.4 * text,
    right: width - 1.4 * text,
    top: top + i * row,
    bottom: top + (i + 1) * row,
  }));
  return { text, rows };
}
