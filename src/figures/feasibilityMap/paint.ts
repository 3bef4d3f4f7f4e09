import type { Paint, Size } from '../../draw/Canvas';
import { haloed } from '../../draw/crosshair';
import { inside, stroke } from '../../draw/curve';
import { type Frame, paintXNumbers, paintYNumbers, setFont, textSize } from '../../draw/frame';
import { hatching } from '../../draw/hatching';
import { paintMark } from '../../draw/marks';
import { fillWithSubscripts } from '../../draw/subscripts';
import type { Theme } from '../../draw/theme';
import { paintLevels } from './paintLevels';
import { mapFrame } from './place';
import { sayHere, sayWhat } from './say';
import type { MapScene } from './scene';
import type { MapWords } from './words';

type Context = CanvasRenderingContext2D;
type Stretches = MapScene['even'];

/** What is between the stretches. */
function gapsOf(stretches: Stretches, { from, to }: Frame['xAxis']): (readonly [number, number])[] {
  const ends = [from, ...stretches.flat(), to];
  return Array.from(
    { length: stretches.length + 1 },
    (_, i) => [ends[2 * i] ?? from, ends[2 * i + 1] ?? to] as const,
  ).filter(([a, b]) => b - a > 1e-9);
}

function paintInfeasible(context: Context, frame: Frame, gaps: Stretches, theme: Theme, ratio: number): void {
  context.fillStyle = hatching(context, theme.muted, ratio);
  context.globalAlpha = 0.55;
  for (const [from, to] of gaps)
    context.fillRect(frame.x(from), frame.top, frame.x(to) - frame.x(from), frame.bottom - frame.top);
  context.globalAlpha = 1;
}

/** Lines where feasibility ends, but for the ends of the axis. */
function paintEdges(
  context: Context,
  frame: Frame,
  gaps: Stretches,
  style: { readonly colour: string; readonly width: number; readonly dash?: readonly number[] },
): void {
  const { from, to } = frame.xAxis;
  context.beginPath();
  for (const edge of gaps.flat()) {
    if (edge === from || edge === to) continue;
    context.moveTo(frame.x(edge), frame.top);
    context.lineTo(frame.x(edge), frame.bottom);
  }
  stroke(context, style);
}

/** The name of the widest stretch, at its bottom, if it has room. */
function paintName(
  context: Context,
  frame: Frame,
  stretches: Stretches,
  name: string,
  theme: Theme,
  size: number,
): void {
  const [from = 0, to = 0] = stretches.toSorted((a, b) => b[1] - b[0] - (a[1] - a[0]))[0] ?? [];
  setFont(context, theme, size, 700);
  if (frame.x(to) - frame.x(from) < context.measureText(name).width + 8) return;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillStyle = theme.ink;
  haloed(context, name, (frame.x(from) + frame.x(to)) / 2, frame.bottom - size, theme);
}

function paintHandle(context: Context, frame: Frame, { margin, scale, lane }: MapScene, theme: Theme): void {
  const [x, y] = [frame.x(margin.value), frame.y(scale.value)];
  const colour = theme.lanes[lane.colour] ?? theme.ink;
  context.beginPath();
  context.moveTo(frame.left, y);
  context.lineTo(x, y);
  context.lineTo(x, frame.bottom);
  stroke(context, { colour: theme.ink, width: 1, dash: [3, 3] });
  context.beginPath();
  context.arc(x, y, 11, 0, 2 * Math.PI);
  context.fillStyle = theme.surface;
  context.fill();
  stroke(context, { colour: theme.ink, width: 2 });
  paintMark(context, lane.colour, [x, y], 11, { fill: colour, edge: theme.surface });
}

function paintTexts(
  context: Context,
  frame: Frame,
  { height }: Size,
  scene: MapScene,
  words: MapWords,
  theme: Theme,
  size: number,
): void {
  const setSize = (letters: number): void => setFont(context, theme, letters, 700);
  const { param } = scene.margin;
  context.textBaseline = 'middle';
  context.textAlign = 'left';
  context.fillStyle = theme.lanes[scene.lane.colour] ?? theme.ink;
  const title = `${sayHere(scene, words)}: ${sayWhat(scene, words)}`;
  fillWithSubscripts(context, title, 0, 0.8 * size, size, setSize);
  setFont(context, theme, size);
  context.fillStyle = theme.muted;
  context.fillText(scene.scale.param.symbol, frame.left, frame.top - 0.8 * size);
  context.textAlign = 'right';
  const { min, max } = param;
  const ends = scene.own.flat().filter((edge) => edge > min && edge < max);
  if (ends.length > 0) context.fillText(words.ownEdge, frame.right, frame.top - 0.8 * size);
  context.textAlign = 'center';
  const label = param.unit === '' ? param.symbol : `${param.symbol}, ${words.units[param.unit]}`;
  fillWithSubscripts(context, label, (frame.left + frame.right) / 2, height - 0.8 * size, size, (letters) =>
    setFont(context, theme, letters),
  );
}

export const paintMap =
  (scene: MapScene | null, words: MapWords): Paint =>
  (context, size, theme) => {
    const text = textSize(size.width);
    if (!scene) {
      setFont(context, theme, text);
      context.textAlign = 'center';
      context.textBaseline = 'middle';
      context.fillStyle = theme.muted;
      context.fillText(words.noLane, size.width / 2, size.height / 2);
      return;
    }
    const frame = mapFrame(size, scene);
    const [infeasible, ownEdges] = [gapsOf(scene.even, frame.xAxis), gapsOf(scene.own, frame.xAxis)];
    paintYNumbers(context, frame, theme, text);
    paintXNumbers(context, frame, theme, text, frame.bottom + text);
    inside(context, frame, () => {
      paintLevels(context, frame, scene, theme, text);
      paintInfeasible(context, frame, infeasible, theme, size.ratio);
      paintEdges(context, frame, infeasible, { colour: theme.ink, width: 2 });
      paintEdges(context, frame, ownEdges, { colour: theme.ink, width: 1.5, dash: [6, 4] });
    });
    context.strokeStyle = theme.muted;
    context.lineWidth = 1;
    context.strokeRect(frame.left, frame.top, frame.right - frame.left, frame.bottom - frame.top);
    paintName(context, frame, scene.even, words.feasible, theme, text);
    paintName(context, frame, infeasible, words.infeasible, theme, text);
    paintTexts(context, frame, size, scene, words, theme, text);
    paintHandle(context, frame, scene, theme);
  };
