import type { Paint } from '../../draw/Canvas';
import { createDots } from '../../draw/dots';
import type { Theme } from '../../draw/theme';
import { borders, cells, type RawInput, reachOf, type Scale, scaleFor } from './scene';

type Context = CanvasRenderingContext2D;

function paintCells(context: Context, input: RawInput, reach: number, { unit }: Scale, theme: Theme): void {
  const all = cells(input, reach);
  context.globalAlpha = 0.14;
  all.forEach((cell, cls) => {
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
  const size = Math.max(11, half / 12) * theme.lettering;
  context.font = `700 ${size}px ${theme.font}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  weights.forEach(([x, y], cls) => {
    const colour = theme.classes[cls] ?? theme.ink;
    const by = (0.8 * half) / longest;
    context.strokeStyle = colour;
    context.lineWidth = Math.max(1.6, half / 80);
    context.beginPath();
    context.moveTo(0, 0);
    context.lineTo(x * by, -y * by);
    context.stroke();
    const length = Math.hypot(x, y);
    const label = 0.93 * half;
    context.strokeStyle = theme.surface;
    context.lineWidth = 3;
    context.strokeText(input.classes[cls] ?? String(cls), (x / length) * label, (-y / length) * label);
    context.fillStyle = colour;
    context.fillText(input.classes[cls] ?? String(cls), (x / length) * label, (-y / length) * label);
  });
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
    now.classes.forEach((_, cls) => {
      dots.use(theme.classes[cls] ?? theme.ink);
      for (let i = 0; i < now.count; i++) {
        if (now.y[i] !== cls) continue;
        const [fx, fy] = [now.features?.[2 * i] ?? 0, now.features?.[2 * i + 1] ?? 0];
        dots.dot(scale.x + inside(fx * scale.unit), scale.y - inside(fy * scale.unit), size);
      }
    });
    dots.lay(context);
    context.save();
    context.translate(scale.x, scale.y);
    paintCentres(context, now, half, theme);
    paintRuler(context, reach, scale, half, theme);
    if (now.picked !== null && now.features && now.picked < now.count) {
      const [fx, fy] = [now.features[2 * now.picked] ?? 0, now.features[2 * now.picked + 1] ?? 0];
      context.beginPath();
      context.arc(inside(fx * scale.unit), -inside(fy * scale.unit), Math.max(5, half / 28), 0, 2 * Math.PI);
      context.fillStyle = theme.classes[now.y[now.picked] ?? 0] ?? theme.ink;
      context.fill();
      context.lineWidth = 1.6;
      context.strokeStyle = theme.ink;
      context.stroke();
    }
    context.restore();
  };
}
