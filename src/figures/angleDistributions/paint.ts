import type { Paint, Size } from '../../draw/Canvas';
import { inside } from '../../draw/curve';
import { paintDensity } from '../../draw/density';
import { type Axis, type Frame, frameIn, paintXNumbers, setFont, textSize } from '../../draw/frame';
import { paintMark } from '../../draw/marks';
import type { Theme } from '../../draw/theme';
import { toDegrees } from '../../math/angle';
import { paintSampleMark } from '../sampleMark';
import { OUTLINES, paintKey, paintPointed } from './paintNotes';
import type { Course, DistributionScene } from './scene';
import type { DistributionWords } from './words';

type Context = CanvasRenderingContext2D;

function thetaAxis(to: number, words: DistributionWords): Axis {
  const by = to > 2 ? Math.PI / 6 : Math.PI / 12;
  return {
    from: 0,
    to,
    ticks: Array.from({ length: Math.round(to / by) + 1 }, (_, i) => i * by),
    format: (theta) => `${Math.round(toDegrees(theta))}°`,
    label: words.theta,
  };
}

/** The row of lane i; its own axis reaches a little above its peak. */
export function rowFrame(
  { width, height }: Size,
  scene: DistributionScene,
  i: number,
  words: DistributionWords,
): Frame {
  const text = textSize(width);
  const rows = Math.max(1, scene.rows.length);
  const [first, last] = [1.6 * text, height - 2.6 * text];
  const row = (last - first) / rows;
  const bottom = first + (i + 1) * row;
  const box = { left: 0.8 * text, right: width - 0.8 * text, top: bottom - row + 0.5 * text, bottom };
  const peak = scene.rows[i]?.course?.peak ?? 1;
  return frameIn(box, thetaAxis(scene.to, words), {
    from: 0,
    to: peak * 1.05,
    ticks: [0],
    format: String,
    label: '',
  });
}

/** What all samples make: filled as it is now, outlined as it was. */
function paintAll(context: Context, frame: Frame, course: Course, colour: string, grey: string): void {
  paintDensity(context, frame, course.now.nearest.density, { colour: grey, fill: 0.2, width: 1 });
  paintDensity(context, frame, course.now.own.density, { colour, fill: 0.35, width: 1.6 });
  for (const when of ['start', 'middle'] as const) {
    const dash = OUTLINES[when];
    paintDensity(context, frame, course[when].nearest.density, { colour: grey, fill: 0, dash, width: 1 });
    paintDensity(context, frame, course[when].own.density, { colour, fill: 0, dash, width: 1.3 });
  }
}

/** A row; while a class is lit up, its part of what all samples make now. */
function paintRow(
  context: Context,
  frame: Frame,
  course: Course,
  colour: string,
  lit: number | null,
  theme: Theme,
): void {
  const { litPart, marks } = course;
  inside(context, frame, () => {
    if (!litPart) paintAll(context, frame, course, colour, theme.muted);
    else {
      const whole = { fill: 0, width: 1, dash: [1, 3] };
      paintDensity(context, frame, course.now.nearest.density, { ...whole, colour: theme.muted });
      paintDensity(context, frame, course.now.own.density, { ...whole, colour });
      const own = theme.classes[lit ?? 0] ?? theme.ink;
      paintDensity(context, frame, litPart.nearest, { colour: theme.muted, fill: 0.2, width: 1 });
      paintDensity(context, frame, litPart.own, { colour: own, fill: 0.35, width: 1.6 });
    }
  });
  for (const { cls, own, nearest } of marks) {
    const size = Math.max(3, (frame.bottom - frame.top) / 18);
    const at = (theta: number) => [frame.x(theta), frame.bottom - size] as const;
    paintSampleMark(context, at(nearest), size, theme.surface, theme);
    paintSampleMark(context, at(own), size, theme.classes[cls] ?? theme.ink, theme);
  }
}

/** Base line and name of a row. */
function paintName(
  context: Context,
  { left, right, top, bottom }: Frame,
  name: string,
  mark: number,
  theme: Theme,
  size: number,
): void {
  const colour = theme.lanes[mark] ?? theme.ink;
  context.fillStyle = theme.line;
  context.fillRect(left, bottom, right - left, 1);
  setFont(context, theme, size, 700);
  context.textAlign = 'right';
  context.textBaseline = 'top';
  context.fillStyle = colour;
  context.fillText(name, right, top);
  const before = right - context.measureText(name).width - 9;
  paintMark(context, mark, [before, top + size / 2], 8, { fill: colour, edge: theme.surface });
}

export const paintDistributions =
  (scene: DistributionScene, words: DistributionWords, pointed: number | null): Paint =>
  (context, size, theme) => {
    const text = textSize(size.width);
    const frames = scene.rows.map((_, i) => rowFrame(size, scene, i, words));
    scene.rows.forEach(({ name, colour, course }, i) => {
      const frame = frames[i];
      if (!frame) return;
      if (course) paintRow(context, frame, course, theme.lanes[colour] ?? theme.ink, scene.lit, theme);
      paintName(context, frame, name, colour, theme, text);
    });
    const first = scene.rows[0]?.course;
    if (first) paintKey(context, first, words, theme, text);
    const last = frames.at(-1);
    if (last) {
      paintXNumbers(context, last, theme, text, last.bottom + 0.9 * text);
      setFont(context, theme, text);
      context.fillStyle = theme.muted;
      context.textAlign = 'center';
      context.fillText(words.theta, (last.left + last.right) / 2, size.height - 0.7 * text);
    }
    if (pointed !== null) paintPointed(context, frames, scene, pointed, words, theme, text);
  };
