import type { Paint } from '../../draw/Canvas';
import { inside, paintCurve } from '../../draw/curve';
import { paintDensity } from '../../draw/density';
import {
  type Frame,
  paintAxisLabels,
  paintGrid,
  paintXNumbers,
  paintYNumbers,
  setFont,
} from '../../draw/frame';
import { paintMark } from '../../draw/marks';
import type { Theme } from '../../draw/theme';
import { paintKey, paintTable, paintThreshold } from './paintNotes';
import { type Places, placesIn } from './place';
import type { VerificationRow, VerificationScene } from './scene';
import { DECADES, type Verified } from './verified';
import type { VerificationWords } from './words';

type Context = CanvasRenderingContext2D;

/** Both kinds of pairs; the mistakes at the threshold once more, and so darker. */
function paintPairs(
  context: Context,
  frame: Frame,
  { same, different }: Verified,
  threshold: number,
  colour: string,
  theme: Theme,
): void {
  const at = frame.x(threshold);
  inside(context, frame, () => {
    paintDensity(context, frame, different, { colour: theme.muted, fill: 0.18, width: 1 });
    paintDensity(context, frame, same, { colour, fill: 0.25, width: 1.6 });
  });
  // `inside` leaves lines their width beyond the edge.
  inside(context, { ...frame, right: at - 2 }, () =>
    paintDensity(context, frame, different, { colour: theme.ink, fill: 0.45, width: 0 }),
  );
  inside(context, { ...frame, left: at + 2 }, () =>
    paintDensity(context, frame, same, { colour, fill: 0.6, width: 0 }),
  );
}

/** Base line and name of a row. */
function paintName(context: Context, frame: Frame, row: VerificationRow, theme: Theme, size: number): void {
  const { left, right, top, bottom } = frame;
  const colour = theme.lanes[row.colour] ?? theme.ink;
  context.fillStyle = theme.line;
  context.fillRect(left, bottom, right - left, 1);
  setFont(context, theme, size, 700);
  context.textAlign = 'right';
  context.textBaseline = 'top';
  context.fillStyle = colour;
  context.fillText(row.name, right, top);
  const before = right - context.measureText(row.name).width - 9;
  paintMark(context, row.colour, [before, top + size / 2], 8, { fill: colour, edge: theme.surface });
}

/** TAR over FAR of all lanes, what guessing would give, and where each lane stands at the threshold. */
function paintRoc(context: Context, { roc, text }: Places, { rows }: VerificationScene, theme: Theme): void {
  paintGrid(context, roc, theme);
  paintYNumbers(context, roc, theme, text);
  paintXNumbers(context, roc, theme, text, roc.bottom + 0.9 * text);
  paintAxisLabels(context, roc, theme, text, roc.bottom + 2.1 * text);
  const shown = rows.flatMap(({ verified, ...row }) =>
    verified ? [{ ...row, verified, ink: theme.lanes[row.colour] ?? theme.ink }] : [],
  );
  inside(context, roc, () => {
    const guessed = shown[0]?.verified.curve.map(([log]) => [log, 10 ** log] as const) ?? [];
    paintCurve(context, roc, [guessed], { colour: theme.muted, width: 1, dash: [4, 3] });
    for (const { verified, ink } of shown)
      paintCurve(context, roc, [verified.curve], { colour: ink, width: text / 6 });
  });
  for (const { far, frr, colour, ink } of shown) {
    const log = Math.max(-DECADES, Math.log10(far));
    paintMark(context, colour, [roc.x(log), roc.y(1 - frr)], 0.85 * text, { fill: ink, edge: theme.surface });
  }
}

export const paintVerification =
  (scene: VerificationScene, words: VerificationWords): Paint =>
  (context, size, theme) => {
    const places = placesIn(size, scene);
    const { text, rows: frames } = places;
    scene.rows.forEach((row, i) => {
      const frame = frames[i];
      if (!frame) return;
      const colour = theme.lanes[row.colour] ?? theme.ink;
      if (row.verified) paintPairs(context, frame, row.verified, scene.threshold ?? 0, colour, theme);
      paintName(context, frame, row, theme, text);
    });
    const last = frames.at(-1);
    if (last) {
      paintXNumbers(context, last, theme, text, last.bottom + 0.9 * text);
      setFont(context, theme, text);
      context.fillStyle = theme.muted;
      context.textAlign = 'center';
      context.fillText(words.theta, (last.left + last.right) / 2, last.bottom + 2.1 * text);
    }
    paintRoc(context, places, scene, theme);
    paintKey(context, places, scene, words, theme, size.width);
    paintTable(context, places, scene, words, theme);
    paintThreshold(context, places, scene, words, theme);
  };
