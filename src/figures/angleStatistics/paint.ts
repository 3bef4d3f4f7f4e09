import type { Paint } from '../../draw/Canvas';
import { degrees } from '../../draw/format';
import { type Axis, type Box, frameIn, paintGrid, paintXNumbers, setFont } from '../../draw/frame';
import { paintMark } from '../../draw/marks';
import type { Theme } from '../../draw/theme';
import { DEGREE, toDegrees } from '../../math/angle';
import { type Dot, paintDots } from './paintDots';
import { STATISTICS, type Statistic, TABLE_3 } from './paper';
import { placesIn } from './place';
import { printed } from './say';
import type { StatisticsScene } from './scene';
import type { StatisticsWords } from './words';

type Context = CanvasRenderingContext2D;

const axisOf = ({ to }: StatisticsScene): Axis => ({
  from: 0,
  to,
  ticks: Array.from({ length: Math.round(to / (30 * DEGREE)) + 1 }, (_, i) => i * 30 * DEGREE),
  format: (angle) => `${Math.round(toDegrees(angle))}°`,
  label: '',
});

/** Names after their signs, in as many lines as they need from `y` on. */
function paintKey(
  context: Context,
  entries: readonly { readonly text: string; readonly colour: string; readonly mark: number | null }[],
  y: number,
  width: number,
  theme: Theme,
  size: number,
): void {
  setFont(context, theme, size, 600);
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  let [x, line] = [0.4 * size, y];
  for (const { text, colour, mark } of entries) {
    const wide = (mark === null ? 0 : size) + context.measureText(text).width;
    if (x + wide > width && x > size) [x, line] = [0.4 * size, line + 1.4 * size];
    if (mark !== null)
      paintMark(context, mark, [x + 0.3 * size, line], 0.75 * size, { fill: colour, edge: theme.surface });
    context.fillStyle = colour;
    context.fillText(text, x + (mark === null ? 0 : size), line);
    x += wide + 1.1 * size;
  }
}

function paintRow(
  context: Context,
  { left, right, top, bottom }: Box,
  x: (angle: number) => number,
  statistic: Statistic,
  { lanes }: StatisticsScene,
  words: StatisticsWords,
  theme: Theme,
  size: number,
): void {
  const name = words.names[statistic];
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  setFont(context, theme, size, 700);
  context.fillStyle = theme.ink;
  const title = top + 1.1 * size;
  context.fillText(name, left - size, title);
  const wide = context.measureText(name).width;
  setFont(context, theme, 0.92 * size);
  context.fillStyle = theme.muted;
  context.fillText(words.abouts[statistic], left - 0.3 * size + wide, title);
  // The line is below the middle: above it stand the title and the lanes, below it the paper.
  const y = top + 0.62 * (bottom - top);
  context.fillStyle = theme.muted;
  context.fillRect(left, Math.round(y), right - left, 1);
  const ours = lanes.flatMap(({ angles, colour }): Dot[] => {
    const angle = angles[statistic];
    const ink = theme.lanes[colour] ?? theme.ink;
    return angle === null ? [] : [{ x: x(angle), text: degrees(angle), colour: ink, mark: colour }];
  });
  const papers = TABLE_3.flatMap(({ sign, degrees: column }): Dot[] => {
    const angle = column[statistic];
    if (angle === null) return [];
    return [{ x: x(angle * DEGREE), text: `${sign} ${printed(angle)}`, colour: theme.muted, mark: null }];
  });
  const far = 1.45 * size;
  paintDots(
    context,
    papers,
    { y: y + 0.45 * size, at: y + far + 0.25 * size, left, right },
    theme,
    0.9 * size,
  );
  paintDots(context, ours, { y: y - 0.45 * size, at: y - far - 0.2 * size, left, right }, theme, size);
}

export const paintStatistics =
  (scene: StatisticsScene, words: StatisticsWords): Paint =>
  (context, size, theme) => {
    const { text, rows } = placesIn(size, scene.lanes.length);
    const [first, last] = [rows[0], rows.at(-1)];
    if (!first || !last) return;
    const lanes = scene.lanes.map(({ name, colour }) => ({
      text: name,
      colour: theme.lanes[colour] ?? theme.ink,
      mark: colour,
    }));
    paintKey(context, lanes, 0.8 * text, size.width, theme, text);
    const nothing = { from: 0, to: 1, ticks: [], format: String, label: '' };
    const frame = frameIn({ ...last, top: first.top + 1.8 * text }, axisOf(scene), nothing);
    paintGrid(context, frame, theme);
    paintXNumbers(context, frame, theme, text, frame.bottom + 0.8 * text);
    rows.forEach((row, i) => {
      const statistic = STATISTICS[i];
      if (statistic) paintRow(context, row, frame.x, statistic, scene, words, theme, text);
    });
    const papers = TABLE_3.map(({ sign, method }) => ({
      text: `${sign} ${method}`,
      colour: theme.muted,
      mark: null,
    }));
    const source = { text: words.paper, colour: theme.muted, mark: null };
    paintKey(context, [source, ...papers], frame.bottom + 2.1 * text, size.width, theme, 0.92 * text);
  };
