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

/** Which classes and how many pairs there are, or why there are none. */
export function paintKey(
  context: Context,
  { text }: Places,
  { heldOut, rows, threshold, allTrained }: VerificationScene,
  words: VerificationWords,
  theme: Theme,
  width: number,
): void {
  setFont(context, theme, text);
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  context.fillStyle = theme.muted;
  const left = 0.8 * text;
  const first =
    threshold === null || !heldOut
      ? allTrained
        ? words.allTrained
        : words.none
      : words.heldOut(heldOut.classes.join(', '), heldOut.samples);
  context.fillText(first, left, 0.8 * text, width - 2 * left);
  if (threshold === null || !heldOut) return;
  const colour = theme.lanes[rows[0]?.colour ?? 0] ?? theme.ink;
  let x = left;
  for (const [said, fill, alpha] of [
    [words.same(heldOut.same), colour, 0.45],
    [words.different(heldOut.different), theme.muted, 0.35],
  ] as const) {
    context.globalAlpha = alpha;
    context.fillStyle = fill;
    context.fillRect(x, 1.85 * text, text, 0.8 * text);
    context.globalAlpha = 1;
    context.fillStyle = theme.muted;
    context.fillText(said, x + 1.4 * text, 2.25 * text);
    x += 2.8 * text + context.measureText(said).width;
  }
}

/** What a lane comes to, whatever the threshold: a line each. */
export function paintTable(
  context: Context,
  { table: { left, right, top }, line, text }: Places,
  { rows }: VerificationScene,
  words: VerificationWords,
  theme: Theme,
): void {
  const columns = words.columns.length;
  const names = Math.min(0.36 * (right - left), 14 * text);
  const wide = (right - left - names) / columns;
  const y = (i: number): number => top + (i + 0.5) * line;
  context.textBaseline = 'middle';
  context.textAlign = 'right';
  setFont(context, theme, 0.92 * text);
  context.fillStyle = theme.muted;
  words.columns.forEach((title, k) => {
    context.fillText(title, left + names + (k + 1) * wide, y(0), wide - 0.4 * text);
  });
  rows.forEach((row, i) => {
    const colour = theme.lanes[row.colour] ?? theme.ink;
    context.fillStyle = theme.line;
    context.fillRect(left, Math.round(top + (i + 1) * line), right - left, 1);
    paintMark(context, row.colour, [left + 4, y(i + 1)], 8, { fill: colour, edge: theme.surface });
    context.textAlign = 'left';
    setFont(context, theme, text, 700);
    context.fillStyle = colour;
    context.fillText(row.name, left + 14, y(i + 1), names - 14);
    context.textAlign = 'right';
    setFont(context, theme, text);
    context.fillStyle = theme.ink;
    numbersOf(row).forEach((number, k) => {
      context.fillText(number, left + names + (k + 1) * wide, y(i + 1));
    });
  });
}

/** A line through all rows with a knob, and the two rates of each lane beside it. */
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
  rows.forEach(({ verified, far, frr, colour }, i) => {
    const frame = frames[i];
    if (!frame || !verified) return;
    const middle = (frame.top + frame.bottom) / 2 + 0.2 * text;
    context.fillStyle = theme.ink;
    haloed(context, words.far(percent(far)), beside, middle - 0.6 * text, theme);
    context.fillStyle = theme.lanes[colour] ?? theme.ink;
    haloed(context, words.frr(percent(frr)), beside, middle + 0.65 * text, theme);
  });
}
