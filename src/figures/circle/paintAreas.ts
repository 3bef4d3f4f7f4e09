import type { Theme } from '../../draw/theme';
import type { ClassPicture } from './scene';

type Context = CanvasRenderingContext2D;

function wedge(context: Context, radius: number, from: number, to: number): void {
  context.beginPath();
  context.moveTo(0, 0);
  // The canvas counts angles clockwise from the x axis, its y axis pointing down.
  context.arc(0, 0, radius, -from, -to, true);
  context.closePath();
}

/** A tile of slanted lines in a colour, to fill bands with; made once for each colour and scale. */
const tiles = new Map<string, HTMLCanvasElement>();
function hatching(context: Context, colour: string, ratio: number): CanvasPattern | string {
  const key = `${colour} ${ratio}`;
  let tile = tiles.get(key);
  if (!tile) {
    tile = document.createElement('canvas');
    tile.width = tile.height = Math.round(6 * ratio);
    const pen = tile.getContext('2d');
    if (!pen) return colour;
    const side = tile.width;
    pen.strokeStyle = colour;
    pen.lineWidth = ratio;
    pen.beginPath();
    for (const shift of [-side, 0, side]) {
      pen.moveTo(shift - 1, side + 1);
      pen.lineTo(shift + side + 1, -1);
    }
    pen.stroke();
    tiles.set(key, tile);
  }
  const pattern = context.createPattern(tile, 'repeat');
  // The tile is in the screen's pixels, whatever the canvas's scale.
  pattern?.setTransform(new DOMMatrix().scale(1 / ratio));
  return pattern ?? colour;
}

/** Class regions faintly, satisfied arcs strongly, margin bands hatched, detached arcs dashed along the rim. */
export function paintAreas(
  context: Context,
  radius: number,
  all: readonly ClassPicture[],
  theme: Theme,
  ratio: number,
): void {
  const lines = hatching(context, theme.muted, ratio);
  for (const { cls, centre, regions, arc, bands, detached } of all) {
    const colour = theme.classes[cls] ?? theme.ink;
    context.fillStyle = colour;
    for (const { from, to } of regions) {
      wedge(context, radius, from, to);
      context.globalAlpha = arc || bands.length > 0 ? 0.05 : 0.16;
      context.fill();
    }
    if (arc) {
      wedge(context, radius, centre + arc.lo, centre + arc.hi);
      context.globalAlpha = 0.24;
      context.fill();
    }
    context.globalAlpha = 0.5;
    for (const [from, to] of bands) {
      wedge(context, radius, from, to);
      context.fillStyle = lines;
      context.fill();
    }
    for (const { lo, hi } of detached) {
      context.globalAlpha = 0.9;
      context.strokeStyle = colour;
      context.lineWidth = 3;
      context.setLineDash([3, 3]);
      context.beginPath();
      context.arc(0, 0, radius * 1.03, -(centre + lo), -(centre + hi), true);
      context.stroke();
      context.setLineDash([]);
    }
  }
  context.globalAlpha = 1;
}
