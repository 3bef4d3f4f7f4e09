import type { Theme } from './theme';

type Context = CanvasRenderingContext2D;

/** One direction of a plot, in the values of its data. */
export interface Axis {
  readonly from: number;
  readonly to: number;
  /** Where lines and numbers stand. */
  readonly ticks: readonly number[];
  readonly format: (value: number) => string;
  readonly label: string;
}

/** The inside of a plot, CSS pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A plot's box with its two axes: values become places, and places values. */
export interface Frame extends Box {
  readonly xAxis: Axis;
  readonly yAxis: Axis;
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
  /** The value at a place, within the axis. */
  readonly xAt: (place: number) => number;
}

export function frameIn(box: Box, xAxis: Axis, yAxis: Axis): Frame {
  const { left, top, right, bottom } = box;
  const part = ({ from, to }: Axis, value: number): number => (value - from) / (to - from);
  return {
    ...box,
    xAxis,
    yAxis,
    x: (value) => left + part(xAxis, value) * (right - left),
    y: (value) => bottom + part(yAxis, value) * (top - bottom),
    xAt: (place) =>
      xAxis.from +
      Math.max(0, Math.min(1, (place - left) / Math.max(1, right - left))) * (xAxis.to - xAxis.from),
  };
}

/** Letters that can be read in a plot of this width, CSS pixels: on a phone, and from the last row. */
export const textSize = (width: number): number => Math.max(11, Math.min(16, width / 50));

export const setFont = (context: Context, theme: Theme, size: number, weight = 400): void => {
  context.font = `${weight} ${size}px ${theme.font}`;
};

/** Lines at the ticks. */
export function paintGrid(context: Context, frame: Frame, theme: Theme): void {
  const { left, top, right, bottom, xAxis, yAxis, x, y } = frame;
  context.strokeStyle = theme.line;
  context.lineWidth = 1;
  context.setLineDash([]);
  context.beginPath();
  // Half a pixel aside a line of one pixel fills one row of them.
  const sharp = (place: number): number => Math.round(place) + 0.5;
  for (const tick of xAxis.ticks) {
    context.moveTo(sharp(x(tick)), top);
    context.lineTo(sharp(x(tick)), bottom);
  }
  for (const tick of yAxis.ticks) {
    context.moveTo(left, sharp(y(tick)));
    context.lineTo(right, sharp(y(tick)));
  }
  context.stroke();
}

/** Every how many-th number has room, so that they stand apart by at least one letter's width. */
function everyNth(widest: number, room: number, size: number): number {
  return Math.max(1, Math.ceil((widest + size) / Math.max(1, room)));
}

/** The numbers of the x axis, their middle line at `at`; the outermost stay inside the box. */
export function paintXNumbers(context: Context, frame: Frame, theme: Theme, size: number, at: number): void {
  const { xAxis, x, left, right } = frame;
  setFont(context, theme, size);
  context.fillStyle = theme.muted;
  context.textBaseline = 'middle';
  const texts = xAxis.ticks.map(xAxis.format);
  const widest = Math.max(0, ...texts.map((text) => context.measureText(text).width));
  const nth = everyNth(widest, (right - left) / Math.max(1, texts.length - 1), size);
  xAxis.ticks.forEach((tick, i) => {
    if (i % nth !== 0) return;
    context.textAlign = tick === xAxis.from ? 'left' : tick === xAxis.to ? 'right' : 'center';
    // The first stands clear of the y axis's numbers, the last of what is right of the box.
    const aside = tick === xAxis.from ? -size / 2 : tick === xAxis.to ? size / 2 : 0;
    context.fillText(texts[i] ?? '', x(tick) + aside, at);
  });
}

export function paintYNumbers(context: Context, frame: Frame, theme: Theme, size: number): void {
  const { yAxis, y, left, top, bottom } = frame;
  setFont(context, theme, size);
  context.fillStyle = theme.muted;
  context.textBaseline = 'middle';
  context.textAlign = 'right';
  const nth = everyNth(size * 0.4, (bottom - top) / Math.max(1, yAxis.ticks.length - 1), size);
  yAxis.ticks.forEach((tick, i) => {
    if (i % nth === 0) context.fillText(yAxis.format(tick), left - size / 2, y(tick));
  });
}

/** What the axes are: y above its line, x at `at` below the box. */
export function paintAxisLabels(
  context: Context,
  { left, right, top, xAxis, yAxis }: Frame,
  theme: Theme,
  size: number,
  at: number,
): void {
  setFont(context, theme, size);
  context.fillStyle = theme.muted;
  context.textAlign = 'left';
  context.textBaseline = 'bottom';
  context.fillText(yAxis.label, left, top - size / 3);
  context.textBaseline = 'middle';
  context.textAlign = 'center';
  context.fillText(xAxis.label, (left + right) / 2, at);
}

/** A remark above the plot, on the line of the y axis's label, at the right edge of the canvas. */
export function paintNote(
  context: Context,
  { top }: Frame,
  text: string,
  theme: Theme,
  size: number,
  right: number,
): void {
  setFont(context, theme, size);
  context.fillStyle = theme.muted;
  context.textAlign = 'right';
  context.textBaseline = 'bottom';
  context.fillText(text, right, top - size / 3);
}
