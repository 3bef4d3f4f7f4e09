import type { Frame } from '../../draw/frame';
import { hatching } from '../../draw/hatching';
import type { Theme } from '../../draw/theme';
import type { LogitLane } from './scene';

/** Where ψ rises, hatched from top to bottom in the lane's colour. */
export function paintRising(
  context: CanvasRenderingContext2D,
  { x, left, right }: Frame,
  { rises, colour }: LogitLane,
  [top, bottom]: readonly [number, number],
  theme: Theme,
  ratio: number,
): void {
  if (!rises) return;
  const [from, to] = [Math.max(left, x(rises.from)), Math.min(right, x(rises.to))];
  if (to <= from) return;
  const ink = theme.lanes[colour] ?? theme.ink;
  context.save();
  context.fillStyle = ink;
  context.globalAlpha = 0.09;
  context.fillRect(from, top, to - from, bottom - top);
  context.globalAlpha = 0.45;
  context.fillStyle = hatching(context, ink, ratio);
  context.fillRect(from, top, to - from, bottom - top);
  context.restore();
}
