import { stroke } from '../../draw/curve';
import { degrees, percent } from '../../draw/format';
import { type Frame, setFont } from '../../draw/frame';
import type { Theme } from '../../draw/theme';
import type { Course, DistributionScene } from './scene';
import type { DistributionWords } from './words';

type Context = CanvasRenderingContext2D;

/** How the outlines are drawn, from the first to the newest. */
export const OUTLINES = { start: [1.5, 2.5], middle: [5, 3] } as const;

/** What the outlines are, with the steps that they belong to. */
export function paintKey(
  context: Context,
  first: Course,
  words: DistributionWords,
  theme: Theme,
  size: number,
): void {
  setFont(context, theme, size);
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  const entries = [
    { text: words.start(first.start.step), dash: OUTLINES.start },
    { text: words.middle(first.middle.step), dash: OUTLINES.middle },
    { text: words.now(first.now.step), dash: [] },
  ];
  let x = 0.8 * size;
  const y = 0.8 * size;
  for (const { text, dash } of entries) {
    context.beginPath();
    context.moveTo(x, y);
    context.lineTo(x + 20, y);
    stroke(context, { colour: theme.ink, width: 1.6, dash });
    context.fillStyle = theme.muted;
    context.fillText(text, x + 25, y);
    x += 25 + context.measureText(text).width + 1.4 * size;
  }
}

/** A line through all rows, with the shares of samples that are nearer than that. */
export function paintPointed(
  context: Context,
  frames: readonly Frame[],
  scene: DistributionScene,
  pointed: number,
  words: DistributionWords,
  theme: Theme,
  size: number,
): void {
  const [top, bottom] = [frames[0]?.top ?? 0, frames.at(-1)?.bottom ?? 0];
  const x = frames[0]?.x(pointed) ?? 0;
  const toLeft = pointed > scene.to / 2;
  context.beginPath();
  context.moveTo(x, top - 2);
  context.lineTo(x, bottom);
  stroke(context, { colour: theme.ink, width: 1, dash: [2, 2] });
  context.textAlign = toLeft ? 'right' : 'left';
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  scene.rows.forEach(({ course, colour }, i) => {
    const frame = frames[i];
    if (!frame || !course) return;
    const { own, nearest } = course.within(pointed);
    const middle = (frame.top + frame.bottom) / 2;
    const beside = toLeft ? x - 7 : x + 7;
    const lines = [
      { text: `${words.at(degrees(pointed))}: ${percent(own)}`, ink: theme.lanes[colour] ?? theme.ink },
      { text: percent(nearest), ink: theme.muted },
    ];
    setFont(context, theme, size, 700);
    lines.forEach(({ text, ink }, k) => {
      context.lineWidth = 4;
      context.strokeStyle = theme.surface;
      context.fillStyle = ink;
      context.strokeText(text, beside, middle + k * 1.25 * size);
      context.fillText(text, beside, middle + k * 1.25 * size);
    });
  });
}
