import type { Size } from '../../draw/Canvas';
import { FADED } from '../../draw/fade';
import { percent } from '../../draw/format';
import { type Frame, setFont, textSize } from '../../draw/frame';
import { paintMark } from '../../draw/marks';
import type { Theme } from '../../draw/theme';
import { paintSampleMark } from '../sampleMark';
import { paintRising } from './paintRising';
import type { LogitLane, LogitScene } from './scene';
import type { LogitWords } from './words';

type Context = CanvasRenderingContext2D;

/** The tallest bar of those in the range. */
function tallest({ x, left, right }: Frame, histogram: Float64Array): number {
  const wide = Math.PI / histogram.length;
  const shown = histogram.filter((_, bin) => x((bin + 1) * wide) > left && x(bin * wide) < right);
  return shown.reduce((a, b) => Math.max(a, b), 0);
}

/** Bars from a base line; one of height `most` is as high as the strip. */
function paintBars(
  context: Context,
  frame: Frame,
  histogram: Float64Array,
  most: number,
  [top, base]: readonly [number, number],
): void {
  const wide = Math.PI / histogram.length;
  context.beginPath();
  histogram.forEach((share, bin) => {
    const [from, to] = [frame.x(bin * wide), frame.x((bin + 1) * wide)];
    if (share === 0 || to <= frame.left || from >= frame.right) return;
    const height = Math.max(0.7, (share / most) * (base - top));
    const left = Math.max(frame.left, from);
    context.rect(left, base - height, Math.min(frame.right, to) - left - 0.6, height);
  });
  context.fill();
}

/** What share of the samples is where ψ rises: at that place, or left of it where it has no room. */
function paintShare(
  context: Context,
  frame: Frame,
  { rises }: LogitLane,
  words: LogitWords,
  base: number,
  size: number,
  theme: Theme,
): void {
  if (!rises || rises.share === null) return;
  const from = frame.x(rises.from);
  if (from > frame.right || frame.x(rises.to) < frame.left) return;
  setFont(context, theme, size, 600);
  context.textAlign = 'right';
  context.textBaseline = 'bottom';
  context.lineWidth = 4;
  context.lineJoin = 'round';
  context.strokeStyle = theme.surface;
  context.fillStyle = theme.ink;
  context.strokeText(words.rises(percent(rises.share)), from - 4, base);
  context.fillText(words.rises(percent(rises.share)), from - 4, base);
}

/** For each lane the histogram of its samples, under the same axis; every strip has a height of its own. */
export function paintStrips(
  context: Context,
  { width, ratio }: Size,
  frame: Frame,
  scene: LogitScene,
  words: LogitWords,
  theme: Theme,
): void {
  const text = textSize(width);
  const first = frame.bottom + 1.8 * text;
  scene.lanes.forEach((lane, i) => {
    const colour = theme.lanes[lane.colour] ?? theme.ink;
    const [top, base] = [first + i * 2 * text + 3, first + (i + 1) * 2 * text];
    paintRising(context, frame, lane, [top, base], theme, ratio);
    context.fillStyle = colour;
    if (lane.histogram) {
      const most = tallest(frame, lane.histogram);
      context.globalAlpha = lane.litPart ? FADED : 1;
      paintBars(context, frame, lane.histogram, most, [top, base]);
      context.globalAlpha = 1;
      context.fillStyle = theme.classes[scene.lit ?? 0] ?? theme.ink;
      if (lane.litPart) paintBars(context, frame, lane.litPart, most, [top, base]);
      context.fillStyle = colour;
    }
    context.fillRect(frame.left, base, frame.right - frame.left, 1);
    paintMark(context, lane.colour, [frame.right + 13, base - text / 2], 8, {
      fill: colour,
      edge: theme.surface,
    });
    setFont(context, theme, text, 600);
    context.textAlign = 'left';
    context.textBaseline = 'middle';
    context.fillText(lane.name, frame.right + 19, base - text / 2);
    paintShare(context, frame, lane, words, base - 1, text, theme);
    for (const { cls, theta } of lane.marks) {
      const at = [frame.x(theta), base - text / 2] as const;
      if (at[0] < frame.left || at[0] > frame.right) continue;
      paintSampleMark(context, at, text / 3, theme.classes[cls] ?? theme.ink, theme);
    }
  });
}
