import { scaleLinear } from 'd3';
import type { Paint, Size } from '../../draw/Canvas';
import { paintCrosshair } from '../../draw/crosshair';
import { inside, paintCurve, paintEnd } from '../../draw/curve';
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
import type { Theme } from '../../draw/theme';
import { toDegrees } from '../../math/angle';
import { paintSampleMark } from '../sampleMark';
import { paintRising } from './paintRising';
import { paintStrips } from './paintStrips';
import { plainCurve } from './say';
import type { LogitLane, LogitScene } from './scene';
import type { LogitWords } from './words';

type Context = CanvasRenderingContext2D;

const labelOf = ({ name, plain }: LogitLane, scene: LogitScene, words: LogitWords): string =>
  plain ? words.equals(name, plainCurve(scene)) : name;

/** Whole degrees from 0 by 30, or by 20 where only a part is shown. */
function thetaAxis({ from, to }: LogitScene, words: LogitWords): Axis {
  const by = to - from > 3 ? 30 : 20;
  const [first, last] = [Math.round(toDegrees(from)), Math.round(toDegrees(to))];
  const ticks = Array.from({ length: (last - first) / by + 1 }, (_, i) => ((first + i * by) * Math.PI) / 180);
  return { from, to, ticks, format: (theta) => `${Math.round(toDegrees(theta))}°`, label: words.own };
}

function valueAxis({ low, high, slope }: LogitScene): Axis {
  const scale = scaleLinear([low, high], [0, 1]).nice(6);
  const [from = low, to = high] = scale.domain();
  return {
    from,
    to,
    ticks: scale.ticks(6),
    format: (value) => decimals(value, value % 1 === 0 ? 0 : 1),
    label: slope ? 'dψ/dθ' : 'ψ(θ)',
  };
}

/** The plot above; beneath it each lane has a strip as wide. */
export function logitFrame(
  context: Context,
  { width, height }: Size,
  theme: Theme,
  scene: LogitScene,
  words: LogitWords,
): Frame {
  const text = textSize(width);
  const names = [...scene.lanes.map((lane) => labelOf(lane, scene, words)), plainCurve(scene)];
  const box = {
    left: 3 * text,
    top: 1.8 * text,
    right: width - labelsWidth(context, theme, text, names) - 2,
    bottom: height - 3.4 * text - scene.lanes.length * 2 * text,
  };
  return frameIn(box, thetaAxis(scene, words), valueAxis(scene));
}

function paintLane(context: Context, frame: Frame, lane: LogitLane, theme: Theme, width: number): void {
  const colour = theme.lanes[lane.colour] ?? theme.ink;
  if (lane.toCome) paintCurve(context, frame, lane.toCome, { colour, width: 1, alpha: 0.5 });
  paintCurve(context, frame, lane.drawn, { colour, width });
  for (const { cls, theta } of lane.marks) {
    const at = [frame.x(theta), frame.y(lane.value(theta))] as const;
    paintSampleMark(context, at, 2 * width, theme.classes[cls] ?? theme.ink, theme);
  }
  lane.drawn.forEach((piece, k) => {
    const [first, last] = [piece[0], piece.at(-1)];
    if (k > 0 && first) paintEnd(context, frame, first, colour);
    if (k < lane.drawn.length - 1 && last) paintEnd(context, frame, last, colour);
  });
}

/** Where a value stands; null for one that is no number. */
const placeOf = ({ y }: Frame, value: number): number | null => (Number.isFinite(value) ? y(value) : null);

function paintLabels(
  context: Context,
  frame: Frame,
  scene: LogitScene,
  words: LogitWords,
  theme: Theme,
  size: number,
): void {
  const labels = scene.lanes.map((lane) => ({
    text: labelOf(lane, scene, words),
    colour: theme.lanes[lane.colour] ?? theme.ink,
    mark: lane.colour,
    y: placeOf(frame, lane.value(scene.to)),
  }));
  const reference = {
    text: plainCurve(scene),
    colour: theme.muted,
    mark: null,
    y: frame.y(scene.slope ? -Math.sin(scene.to) : Math.cos(scene.to)),
  };
  const named = scene.lanes.some(({ plain }) => plain);
  paintEndLabels(context, frame, named ? labels : [...labels, reference], theme, size);
}

export const paintLogit =
  (scene: LogitScene, words: LogitWords, pointed: number | null): Paint =>
  (context, size, theme) => {
    const text = textSize(size.width);
    const frame = logitFrame(context, size, theme, scene, words);
    const { top, bottom } = frame;
    paintGrid(context, frame, theme);
    paintYNumbers(context, frame, theme, text);
    paintXNumbers(context, frame, theme, text, bottom + text);
    paintAxisLabels(context, frame, theme, text, size.height - 0.8 * text);
    for (const lane of scene.lanes) paintRising(context, frame, lane, [top, bottom], theme, size.ratio);
    inside(context, frame, () => {
      paintCurve(context, frame, scene.reference, { colour: theme.muted, width: 1, dash: [4, 3] });
      for (const lane of scene.lanes) paintLane(context, frame, lane, theme, text / 5.5);
    });
    paintLabels(context, frame, scene, words, theme, text);
    paintStrips(context, size, frame, scene, words, theme);
    if (scene.lanes.some(({ toCome }) => toCome))
      paintNote(context, frame, words.toCome, theme, text, size.width);
    if (pointed === null) return;
    const readings = scene.lanes.map(({ name, colour, value }) => ({
      text: `${name} ${decimals(value(pointed))}`,
      colour: theme.lanes[colour] ?? theme.ink,
      mark: colour,
      value: Number.isFinite(value(pointed)) ? value(pointed) : null,
    }));
    paintCrosshair(context, frame, pointed, words.at(degrees(pointed)), readings, theme, text);
  };
