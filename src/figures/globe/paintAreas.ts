import { strengthOf } from '../../draw/fade';
import { hatching } from '../../draw/hatching';
import type { Theme } from '../../draw/theme';
import type { Outline } from '../../math/outline';
import type { ClassPicture, GlobePicture } from './scene';

type Context = CanvasRenderingContext2D;

/** Adds closed curves to the path; the canvas's y axis points down. */
function add(context: Context, radius: number, outlines: readonly Outline[]): void {
  for (const outline of outlines) {
    outline.forEach(([x, y], k) => {
      if (k === 0) context.moveTo(x * radius, -y * radius);
      else context.lineTo(x * radius, -y * radius);
    });
    context.closePath();
  }
}

/** What is satisfied further out: a dotted rim, and dashed lines across. */
function paintDetached(
  context: Context,
  radius: number,
  { rim, lines }: ClassPicture['detached'],
  colour: string,
  strength: number,
): void {
  context.globalAlpha = 0.9 * strength;
  for (const [x, y, towards] of rim)
    if (towards >= 0) context.fillRect(x * radius - 1, -y * radius - 1, 2, 2);
  context.strokeStyle = colour;
  context.lineWidth = 1.2;
  context.setLineDash([2, 4]);
  context.beginPath();
  for (const line of lines) {
    line.forEach(([x, y, towards], k) => {
      if (k > 0 && towards >= 0) context.lineTo(x * radius, -y * radius);
      else context.moveTo(x * radius, -y * radius);
    });
  }
  context.stroke();
  context.setLineDash([]);
}

/** As on the circle: class regions faintly, satisfied caps strongly, margin bands hatched, what is satisfied further out dotted. */
export function paintAreas(
  context: Context,
  radius: number,
  { classes }: GlobePicture,
  lit: number | null,
  theme: Theme,
  ratio: number,
): void {
  for (const { cls, region, cap, band, detached } of classes) {
    const colour = theme.classes[cls] ?? theme.ink;
    const strength = strengthOf(cls, lit);
    context.fillStyle = colour;
    context.globalAlpha = strength * (band.length > 0 ? 0.05 : 0.16);
    context.beginPath();
    add(context, radius, region);
    context.fill();
    context.globalAlpha = strength * 0.24;
    context.beginPath();
    add(context, radius, cap);
    context.fill();
    if (detached.rim.length > 0) paintDetached(context, radius, detached, colour, strength);
  }
  context.fillStyle = hatching(context, theme.muted, ratio);
  for (const { cls, band } of classes) {
    context.beginPath();
    add(context, radius, band);
    context.globalAlpha = strengthOf(cls, lit) * 0.5;
    context.fill();
  }
  context.globalAlpha = 1;
}
