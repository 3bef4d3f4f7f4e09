import type { Paint, Size } from '../../draw/Canvas';
import { paintCrosshair } from '../../draw/crosshair';
import { inside, paintCurve } from '../../draw/curve';
import { FADED } from '../../draw/fade';
import { decimals, degrees } from '../../draw/format';
import {
  type Axis,
  type Frame,
  frameIn,
  paintAxisLabels,
  paintGrid,
  paintNote,
  paintXNumbers,
  paintYNumbers,
  textSize,
} from '../../draw/frame';
import { labelsWidth, paintEndLabels } from '../../draw/labels';
import { paintMark } from '../../draw/marks';
import type { Theme } from '../../draw/theme';
import { DEGREE, toDegrees } from '../../math/angle';
import { sayLaneAt } from './say';
import type { GapLane, GapScene } from './scene';
import type { GapWords } from './words';

type Context = CanvasRenderingContext2D;

const whole = (angle: number): string => `${decimals(toDegrees(angle), 0)}°`;

const deltaAxis = (words: GapWords): Axis => ({
  from: 0,
  to: Math.PI,
  ticks: [0, 30, 60, 90, 120, 150, 180].map((delta) => delta * DEGREE),
  format: whole,
  label: words.delta,
});

/** By 15° or 30°, 0 among the numbers. */
function gapAxis({ low, high }: GapScene, words: GapWords): Axis {
  const by = (toDegrees(high - low) > 100 ? 30 : 15) * DEGREE;
  // What is within rounding of a line stays on it.
  const [first, last] = [Math.floor(low / by + 1e-6), Math.ceil(high / by - 1e-6)];
  const ticks = Array.from({ length: last - first + 1 }, (_, i) => (first + i) * by);
  return {
    from: first * by,
    to: last * by,
    ticks,
    format: whole,
    label: words.gap,
  };
}

export function gapFrame(
  context: Context,
  { width, height }: Size,
  theme: Theme,
  scene: GapScene,
  words: GapWords,
): Frame {
  const text = textSize(width);
  const names = scene.lanes.map(({ name }) => name);
  const box = {
    left: 3.4 * text,
    top: 1.8 * text,
    right: width - labelsWidth(context, theme, text, names) - 2,
    bottom: height - 3.4 * text,
  };
  return frameIn(box, deltaAxis(words), gapAxis(scene, words));
}

/** The formula's line, and along γ = δ what is infeasible: there nothing between the centres is satisfied. */
function paintLane(context: Context, frame: Frame, lane: GapLane, theme: Theme, width: number): void {
  const colour = theme.lanes[lane.colour] ?? theme.ink;
  if (lane.toCome) paintCurve(context, frame, lane.toCome.pieces, { colour, width: 1, alpha: 0.5 });
  const diagonal = lane.infeasible.map(
    ([from, to]) =>
      [
        [from, from],
        [to, to],
      ] as const,
  );
  paintCurve(context, frame, diagonal, { colour, width: width * 1.2, dash: [1.5, 3.5] });
  paintCurve(context, frame, lane.pieces, { colour, width });
}

const placeOf = ({ y }: Frame, gap: number | null): number | null => (gap === null ? null : y(gap));

function paintPairs(
  context: Context,
  frame: Frame,
  lane: GapLane,
  lit: number | null,
  theme: Theme,
  size: number,
): void {
  const fill = theme.lanes[lane.colour] ?? theme.ink;
  for (const { classes, delta, gap } of lane.pairs) {
    const at = [frame.x(delta), frame.y(gap)] as const;
    context.globalAlpha = lit === null || classes.includes(lit) ? 1 : FADED;
    paintMark(context, lane.colour, at, size, { fill, edge: theme.surface });
  }
  context.globalAlpha = 1;
}

export const paintGaps =
  (scene: GapScene, words: GapWords, pointed: number | null): Paint =>
  (context, size, theme) => {
    const text = textSize(size.width);
    const frame = gapFrame(context, size, theme, scene, words);
    paintGrid(context, frame, theme);
    paintYNumbers(context, frame, theme, text);
    paintXNumbers(context, frame, theme, text, frame.bottom + text);
    paintAxisLabels(context, frame, theme, text, size.height - 0.8 * text);
    const diagonal = [
      [
        [0, 0],
        [Math.PI, Math.PI],
      ],
    ] as const;
    inside(context, frame, () => {
      paintCurve(context, frame, diagonal, { colour: theme.muted, width: 1, dash: [4, 3] });
      for (const lane of scene.lanes) paintLane(context, frame, lane, theme, text / 5.5);
      for (const lane of scene.lanes) paintPairs(context, frame, lane, scene.lit, theme, text * 0.7);
    });
    const labels = scene.lanes.map(({ name, colour, gap }) => ({
      text: name,
      colour: theme.lanes[colour] ?? theme.ink,
      mark: colour,
      y: placeOf(frame, gap(Math.PI)),
    }));
    paintEndLabels(context, frame, labels, theme, text);
    if (scene.lanes.some(({ toCome }) => toCome))
      paintNote(context, frame, words.toCome, theme, text, size.width);
    if (pointed === null) return;
    const readings = scene.lanes.map((lane) => ({
      text: sayLaneAt(lane, pointed, words),
      colour: theme.lanes[lane.colour] ?? theme.ink,
      mark: lane.colour,
      value: lane.gap(pointed),
    }));
    paintCrosshair(context, frame, pointed, words.at(degrees(pointed)), readings, theme, text);
  };
