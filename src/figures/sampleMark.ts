import type { Theme } from '../draw/theme';

/** The mark of one sample, in its class's colour, the same in all pictures: it is picked, or pointed at. */
export function paintSampleMark(
  context: CanvasRenderingContext2D,
  [x, y]: readonly [number, number],
  radius: number,
  fill: string,
  theme: Theme,
): void {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fillStyle = fill;
  context.fill();
  context.lineWidth = 1.6;
  context.strokeStyle = theme.ink;
  context.stroke();
}
