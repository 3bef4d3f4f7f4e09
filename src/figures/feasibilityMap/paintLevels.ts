import { haloed } from '../../draw/crosshair';
import { stroke } from '../../draw/curve';
import { type Frame, setFont } from '../../draw/frame';
import type { Theme } from '../../draw/theme';
import type { Ring } from './field';
import type { MapScene } from './scene';

type Context = CanvasRenderingContext2D;

/** Each level adds so much of the lane's colour to those below it. */
const ALPHA = 0.075;
/** Levels are named where they cross these parts of the width, the first that they do. */
const NAMED_AT = [0.12, 0.86, 0.46];

/** Where a ring crosses a value of the margin, in values of s. */
function crossings(ring: Ring, at: number): number[] {
  return ring.flatMap(([x, y], i) => {
    const [nextX, nextY] = ring[i + 1] ?? [x, y];
    return x <= at === nextX <= at ? [] : [y + ((at - x) / (nextX - x)) * (nextY - y)];
  });
}

/** The floor as shade, its levels as lines with their numbers. */
export function paintLevels(
  context: Context,
  frame: Frame,
  { levels, lane, margin, scale }: MapScene,
  theme: Theme,
  size: number,
): void {
  const colour = theme.lanes[lane.colour] ?? theme.ink;
  context.save();
  context.beginPath();
  // Just the box: a region that reaches its edge is closed beyond it.
  context.rect(frame.left, frame.top, frame.right - frame.left, frame.bottom - frame.top);
  context.clip();
  for (const { rings } of levels) {
    context.beginPath();
    for (const ring of rings) {
      ring.forEach(([x, y], i) => {
        if (i === 0) context.moveTo(frame.x(x), frame.y(y));
        else context.lineTo(frame.x(x), frame.y(y));
      });
      context.closePath();
    }
    context.fillStyle = colour;
    context.globalAlpha = ALPHA;
    context.fill('evenodd');
    context.globalAlpha = 1;
    stroke(context, { colour, width: 1, alpha: 0.8 });
  }
  context.restore();
  setFont(context, theme, 0.9 * size, 600);
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillStyle = colour;
  const { min, max } = margin.param;
  const taken: (readonly [x: number, y: number])[] = [];
  for (const { loss, rings } of levels) {
    const places = NAMED_AT.flatMap((part) => {
      const at = min + part * (max - min);
      const within = rings
        .flatMap((ring) => crossings(ring, at))
        .filter((s) => s > scale.param.min && s < scale.param.max);
      return within.map((s) => [frame.x(at), frame.y(s)] as const);
    });
    const free = places.find(
      ([x, y]) =>
        y > frame.top + size &&
        y < frame.bottom - 2 * size &&
        taken.every(([otherX, otherY]) => x !== otherX || Math.abs(y - otherY) > 1.1 * size),
    );
    if (!free) continue;
    taken.push(free);
    haloed(context, String(loss), ...free, theme);
  }
}
