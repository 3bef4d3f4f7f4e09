import { strengthOf } from '../../draw/fade';
import { hatching } from '../../draw/hatching';
import type { Theme } from '../../draw/theme';
import type { ClassPicture } from './scene';

type Context = CanvasRenderingContext2D;

/** Adds a sector to the path. */
function wedge(context: Context, radius: number, from: number, to: number): void {
  context.moveTo(0, 0);
  // The canvas counts angles clockwise from the x axis, its y axis pointing down.
  context.arc(0, 0, radius, -from, -to, true);
  context.closePath();
}

/** Class regions faintly, satisfied arcs strongly, margin bands hatched, detached arcs dashed along the rim. */
export function paintAreas(
  context: Context,
  radius: number,
  all: readonly ClassPicture[],
  lit: number | null,
  theme: Theme,
  ratio: number,
): void {
  for (const { cls, centre, regions, arc, bands, detached } of all) {
    const colour = theme.classes[cls] ?? theme.ink;
    const strength = strengthOf(cls, lit);
    context.fillStyle = colour;
    context.beginPath();
    for (const { from, to } of regions) wedge(context, radius, from, to);
    context.globalAlpha = strength * (arc || bands.length > 0 ? 0.05 : 0.16);
    context.fill();
    if (arc) {
      context.beginPath();
      wedge(context, radius, centre + arc.lo, centre + arc.hi);
      context.globalAlpha = strength * 0.24;
      context.fill();
    }
    for (const { lo, hi } of detached) {
      context.globalAlpha = strength * 0.9;
      context.strokeStyle = colour;
      context.lineWidth = 3;
      context.setLineDash([3, 3]);
      context.beginPath();
      context.arc(0, 0, radius * 1.03, -(centre + lo), -(centre + hi), true);
      context.stroke();
      context.setLineDash([]);
    }
  }
  context.fillStyle = hatching(context, theme.muted, ratio);
  for (const { cls, bands } of all) {
    context.beginPath();
    for (const [from, to] of bands) wedge(context, radius, from, to);
    context.globalAlpha = strengthOf(cls, lit) * 0.5;
    context.fill();
  }
  context.globalAlpha = 1;
}
