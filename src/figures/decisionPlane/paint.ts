import type { Paint } from '../../draw/Canvas';
import { ALPHA, type Dots, dotsOf } from '../../draw/dots';
import { strengthOf } from '../../draw/fade';
import { type Frame, paintXNumbers, paintYNumbers, setFont, textSize } from '../../draw/frame';
import { paintMark } from '../../draw/marks';
import { fillWithSubscripts } from '../../draw/subscripts';
import type { Theme } from '../../draw/theme';
import { paintSampleMark } from '../sampleMark';
import { paintSquare } from './paintSquare';
import { frameOf } from './place';
import type { PlaneLane, PlaneScene } from './scene';
import type { PlaneWords } from './words';

type Context = CanvasRenderingContext2D;

/** How wide a sample is, CSS pixels. */
const DOT = 2.2;

/** Numbers, names and labels of a square. */
function paintAround(
  context: Context,
  frame: Frame,
  { name, colour }: PlaneLane,
  theme: Theme,
  size: number,
): void {
  const { left, right, top, bottom, xAxis, yAxis } = frame;
  context.strokeStyle = theme.line;
  context.lineWidth = 1;
  context.strokeRect(left, top, right - left, bottom - top);
  paintXNumbers(context, frame, theme, size, bottom + 0.8 * size);
  paintYNumbers(context, frame, theme, size);
  const ink = theme.lanes[colour] ?? theme.ink;
  paintMark(context, colour, [left + 4, top - 2.5 * size], 8, { fill: ink, edge: theme.surface });
  setFont(context, theme, size, 700);
  context.fillStyle = ink;
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  context.fillText(name, left + 11, top - 2.5 * size);
  setFont(context, theme, size);
  context.fillStyle = theme.muted;
  const setSize = (letters: number): void => setFont(context, theme, letters);
  fillWithSubscripts(context, yAxis.label, left, top - 1.1 * size, size, setSize);
  context.textAlign = 'center';
  fillWithSubscripts(context, xAxis.label, (left + right) / 2, bottom + 2.1 * size, size, setSize);
}

/** The name of the class that is right there, in its corner. */
function paintNames(
  context: Context,
  { left, right, top, bottom }: Frame,
  scene: PlaneScene,
  theme: Theme,
  size: number,
): void {
  setFont(context, theme, 1.15 * size, 700);
  context.textBaseline = 'middle';
  context.textAlign = 'left';
  context.globalAlpha = strengthOf(scene.classes[0], scene.lit);
  context.fillStyle = theme.classes[scene.classes[0]] ?? theme.ink;
  context.fillText(scene.names[0], left + 0.6 * size, top + size);
  context.textAlign = 'right';
  context.globalAlpha = strengthOf(scene.classes[1], scene.lit);
  context.fillStyle = theme.classes[scene.classes[1]] ?? theme.ink;
  context.fillText(scene.names[1], right - 0.6 * size, bottom - size);
  context.globalAlpha = 1;
}

function layDots(dots: Dots, { x, y }: Frame, { points }: PlaneLane, scene: PlaneScene, theme: Theme): void {
  points.forEach((angles, i) => {
    const cls = scene.classes[i] ?? 0;
    dots.use(theme.classes[cls] ?? theme.ink, ALPHA * strengthOf(cls, scene.lit));
    for (let k = 0; k < angles.length; k += 2) dots.dot(x(angles[k] ?? 0), y(angles[k + 1] ?? 0), DOT);
  });
}

/** One square for each lane: regions, then the frame, then samples, then the names of the classes. */
export const paintPlane =
  (scene: PlaneScene, words: PlaneWords): Paint =>
  (context, size, theme) => {
    const text = textSize(size.width);
    const frames = scene.lanes.map((_, i) => frameOf(size, scene, i, words));
    const dots = dotsOf(context);
    dots.begin(size.width, size.height, size.ratio);
    scene.lanes.forEach((lane, i) => {
      const frame = frames[i];
      if (!frame) return;
      paintSquare(context, frame, lane, scene, theme, size.ratio);
      paintAround(context, frame, lane, theme, text);
      layDots(dots, frame, lane, scene, theme);
    });
    dots.lay(context);
    scene.lanes.forEach(({ marks }, i) => {
      const frame = frames[i];
      for (const { cls, at } of frame ? marks : [])
        paintSampleMark(
          context,
          [frame?.x(at[0]) ?? 0, frame?.y(at[1]) ?? 0],
          text / 2.6,
          theme.classes[cls] ?? theme.ink,
          theme,
        );
    });
    for (const frame of frames) paintNames(context, frame, scene, theme, text);
  };
