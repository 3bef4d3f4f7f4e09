import { haloed } from '../../draw/crosshair';
import { degrees, percent } from '../../draw/format';
import { setFont } from '../../draw/frame';
import { paintMark } from '../../draw/marks';
import type { Theme } from '../../draw/theme';
import type { Places } from './place';
import { numbersOf } from './say';
import type { VerificationScene } from './scene';
import type { VerificationWords } from './words';

type Context = CanvasRenderingContext2D;

/** A sentence in lines that fit, in the letters that are set. */
function linesOf(context: Context, sentence: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of sentence.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && context.measureText(longer).width > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

/** Which classes and how many pairs there are, or why there are none. */
export function paintKey(
  context: Context,
  { text }: Places,
  { pairs, rows, allTrained }: VerificationScene,
  words: VerificationWords,
  theme: Theme,
  width: number,
): void {
  setFont(context, theme, text);
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  context.fillStyle = theme.muted;
  const left = 0.8 * text;
  if (!pairs) {
    const none = allTrained ? words.allTrained : words.none;
    linesOf(context, none, width - 2 * left).forEach((part, i) => {
      context.fillText(part, left, (0.8 + 1.35 * i) * text);
    });
    return;
  }
  const whose = words.paired[pairs.whose](pairs.classes.join(', '), pairs.samples);
  context.fillText(whose, left, 0.8 * text, width - 2 * left);
  const colours = rows.map(({ colour }) => theme.lanes[colour] ?? theme.ink);
  let x = left;
  for (const [said, fills, alpha] of [
    [words.same(pairs.same), colours, 0.5],
    [words.different(pairs.different), [theme.muted], 0.3],
  ] as const) {
    const wide = (1.4 * text) / fills.length;
    context.globalAlpha = alpha;
    fills.forEach((fill, k) => {
      context.fillStyle = fill;
      context.fillRect(x + k * wide, 1.85 * text, wide, 0.8 * text);
    });
    context.globalAlpha = 1;
    context.fillStyle = theme.muted;
    context.fillText(said, x + 1.8 * text, 2.25 * text);
    x += 3.2 * text + context.measureText(said).width;
  }
}

/** What a lane comes to, whatever the threshold: a line each. */
export function paintTable(
  context: Context,
  { table: { left, right, bottom }, line, text }: Places,
  { rows }: VerificationScene,
  words: VerificationWords,
  theme: Theme,
): void {
  const columns = words.columns.length;
  const names = Math.min(0.31 * (right - left), 14 * text);
  const wide = (right - left - names) / columns;
  const first = bottom - rows.length * line;
  const y = (i: number): number => first + (i + 0.5) * line;
  context.textBaseline = 'middle';
  context.textAlign = 'right';
  setFont(context, theme, 0.92 * text);
  context.fillStyle = theme.muted;
  words.columns.forEach((title, k) => {
    title.forEach((part, i) => {
      context.fillText(
        part,
        left + names + (k + 1) * wide,
        first - (0.6 + 1.15 * (title.length - 1 - i)) * text,
      );
    });
  });
  rows.forEach((row, i) => {
    const colour = theme.lanes[row.colour] ?? theme.ink;
    context.fillStyle = theme.line;
    context.fillRect(left, Math.round(first + i * line), right - left, 1);
    paintMark(context, row.colour, [left + 4, y(i)], 8, { fill: colour, edge: theme.surface });
    context.textAlign = 'left';
    setFont(context, theme, text, 700);
    context.fillStyle = colour;
    context.fillText(row.name, left + 14, y(i), names - 14);
    context.textAlign = 'right';
    setFont(context, theme, text);
    context.fillStyle = theme.ink;
    numbersOf(row).forEach((number, k) => {
      context.fillText(number, left + names + (k + 1) * wide, y(i));
    });
  });
}

/** A line through all rows with a knob, and the two rates that each lane has there. */
export function paintThreshold(
  context: Context,
  { rows: frames, text }: Places,
  { rows, threshold }: VerificationScene,
  words: VerificationWords,
  theme: Theme,
): void {
  const [first, last] = [frames[0], frames.at(-1)];
  if (threshold === null || !first || !last) return;
  const x = first.x(threshold);
  const knob = first.top - 0.2 * text;
  const toLeft = threshold > Math.PI / 2;
  const beside = toLeft ? x - 8 : x + 8;
  context.fillStyle = theme.ink;
  context.fillRect(Math.round(x) - 0.5, knob, 1, last.bottom - knob);
  context.beginPath();
  context.arc(x, knob, 0.32 * text, 0, 2 * Math.PI);
  context.fill();
  context.textAlign = toLeft ? 'right' : 'left';
  context.textBaseline = 'middle';
  setFont(context, theme, text, 700);
  haloed(context, words.at(degrees(threshold)), beside, knob - 0.5 * text, theme);
  // At the right, beneath the lane's name, they do not move with the line.
  context.textAlign = 'right';
  rows.forEach(({ verified, far, frr, colour }, i) => {
    const frame = frames[i];
    if (!frame || !verified) return;
    const { right, top } = frame;
    context.fillStyle = theme.ink;
    haloed(context, words.far(percent(far)), right, top + 1.9 * text, theme);
    context.fillStyle = theme.lanes[colour] ?? theme.ink;
    haloed(context, words.frr(percent(frr)), right, top + 3.15 * text, theme);
  });
}
