import type { Paint } from '../../draw/Canvas';
import { ALPHA, createDots } from '../../draw/dots';
import { litLast, strengthOf } from '../../draw/fade';
import type { Theme } from '../../draw/theme';
import { paintSampleMark } from '../sampleMark';
import { borders, cells, labelOf, type RawInput, reachOf, type Scale, scaleFor } from './scene';

type Context = CanvasRenderingContext2D;

function paintCells(context: Context, input: RawInput, reach: number, { unit }: Scale, theme: Theme): void {
  const all = cells(input, reach);
  all.forEach((cell, cls) => {
    context.globalAlpha = 0.14 * strengthOf(cls, input.lit);
    context.beginPath();
    for (const [x, y] of cell) context.lineTo(x * unit, -y * unit);
    context.fillStyle = theme.classes[cls] ?? theme.ink;
    context.fill();
  });
  context.globalAlpha = 1;
  context.strokeStyle = theme.muted;
  context.lineWidth = 1;
  context.setLineDash([3, 3]);
  context.beginPath();
  for (const [[ax, ay], [bx, by]] of borders(all, reach)) {
    context.moveTo(ax * unit, -ay * unit);
    context.lineTo(bx * unit, -by * unit);
  }
  context.stroke();
  context.setLineDash([]);
}

/** Every W as a spoke; the longest of them reaches most of the way out, so that their lengths can be compared. */
function paintCentres(context: Context, input: RawInput, half: number, theme: Theme): void {
  const { weights } = input.classifier;
  const longest = Math.max(...weights.map(([x, y]) => Math.hypot(x, y)));
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  weights.forEach((weight, cls) => {
    const [x, y] = weight;
    const label = labelOf(weight, half, theme.lettering);
    context.font = `700 ${label.letters}px ${theme.font}`;
    context.globalAlpha = strengthOf(cls, input.lit);
    const colour = theme.classes[cls] ?? theme.ink;
    const by = (0.8 * half) / longest;
    context.strokeStyle = colour;
    context.lineWidth = Math.max(1.6, half / 80);
    context.beginPath();
    context.moveTo(0, 0);
    context.lineTo(x * by, -y * by);
    context.stroke();
    const name = input.classes[cls] ?? String(cls);
    context.strokeStyle = theme.surface;
    context.lineWidth = 3;
    context.strokeText(name, label.x, label.y);
    context.fillStyle = colour;
    context.fillText(name, label.x, label.y);
  });
  context.globalAlpha = 1;
}

/** The scale of the plane: a length to measure by, in units of the features. */
function paintRuler(context: Context, reach: number, { unit }: Scale, half: number, theme: Theme): void {
  const length = 10 ** Math.floor(Math.log10(reach));
  const [x, y] = [-half + 8, half - 8];
  context.strokeStyle = theme.muted;
  context.lineWidth = 1.5;
  context.beginPath();
  context.moveTo(x, y);
  context.lineTo(x + length * unit, y);
  context.stroke();
  context.font = `${Math.max(10, half / 15) * theme.lettering}px ${theme.font}`;
  context.textAlign = 'left';
  context.textBaseline = 'bottom';
  context.fillStyle = theme.muted;
  context.fillText(`‖x‖ = ${Number(length.toPrecision(1))}`, x, y - 2);
}

/** Draws the raw feature plane: cells with straight borders, samples with their lengths, centres from the origin. */
export function paintRaw(input: () => RawInput): Paint {
  const dots = createDots();
  return (context, { width, height, ratio }, theme) => {
    const now = input();
    const reach = reachOf(now);
    const scale = scaleFor(reach, width, height);
    const half = Math.min(width, height) / 2;
    const inside = (value: number): number => Math.max(-half + 2, Math.min(half - 2, value));
    const size = Math.max(1.6, half / 80);
    context.save();
    context.beginPath();
    context.rect(scale.x - half, scale.y - half, 2 * half, 2 * half);
    context.clip();
    context.translate(scale.x, scale.y);
    paintCells(context, now, reach, scale, theme);
    context.restore();
    dots.begin(width, height, ratio);
    const all = now.classes.map((_, cls) => ({ cls }));
    for (const { cls } of litLast(all, now.lit)) {
      dots.use(theme.classes[cls] ?? theme.ink, ALPHA * strengthOf(cls, now.lit));
      for (let i = 0; i < now.count; i++) {
        if (now.y[i] !== cls) continue;
        const [fx, fy] = [now.features?.[2 * i] ?? 0, now.features?.[2 * i + 1] ?? 0];
        dots.dot(scale.x + inside(fx * scale.unit), scale.y - inside(fy * scale.unit), size);
      }
    }
    dots.lay(context);
    context.save();
    context.translate(scale.x, scale.y);
    paintCentres(context, now, half, theme);
    paintRuler(context, reach, scale, half, theme);
    for (const sample of [now.picked, now.pointed]) {
      if (sample === null || !now.features || sample >= now.count) continue;
      const [fx, fy] = [now.features[2 * sample] ?? 0, now.features[2 * sample + 1] ?? 0];
      const fill = theme.classes[now.y[sample] ?? 0] ?? theme.ink;
      const at = [inside(fx * scale.unit), -inside(fy * scale.unit)] as const;
      paintSampleMark(context, at, Math.max(5, half / 28), fill, theme);
    }
    context.restore();
  };
}
