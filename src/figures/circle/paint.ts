import type { Paint } from '../../draw/Canvas';
import { createDots } from '../../draw/dots';
import { strengthOf } from '../../draw/fade';
import type { Theme } from '../../draw/theme';
import { toDegrees, turn } from '../../math/angle';
import { paintSampleMark } from '../sampleMark';
import { labelHeight, labelPlaces } from './labels';
import { paintAreas } from './paintAreas';
import { paintSamples } from './paintSamples';
import { type Place, place } from './place';
import { type CircleInput, type ClassPicture, pictures, scatter } from './scene';

type Context = CanvasRenderingContext2D;

function ray(context: Context, angle: number, from: number, to: number): void {
  context.beginPath();
  context.moveTo(from * Math.cos(angle), -from * Math.sin(angle));
  context.lineTo(to * Math.cos(angle), -to * Math.sin(angle));
  context.stroke();
}

function paintLines(context: Context, radius: number, all: readonly ClassPicture[], theme: Theme): void {
  context.strokeStyle = theme.line;
  context.lineWidth = 1;
  context.beginPath();
  context.arc(0, 0, radius, 0, 2 * Math.PI);
  context.stroke();
  context.strokeStyle = theme.muted;
  context.setLineDash([3, 3]);
  for (const { regions } of all) {
    for (const { from, to } of regions) if (to - from < 2 * Math.PI) ray(context, from, 0, radius);
  }
  context.setLineDash([]);
}

function paintSpokes(
  context: Context,
  radius: number,
  all: readonly ClassPicture[],
  lit: number | null,
  theme: Theme,
): void {
  context.lineCap = 'round';
  context.lineWidth = Math.max(1.6, radius / 60);
  for (const { cls, centre, regions, bands, arc } of all) {
    context.strokeStyle = theme.classes[cls] ?? theme.ink;
    context.globalAlpha = strengthOf(cls, lit);
    // A class that wins nowhere, or whose margin cannot be met, has a broken spoke.
    context.setLineDash(regions.length === 0 || (!arc && bands.length > 0) ? [5, 5] : []);
    ray(context, centre, 0, radius * 0.97);
  }
  context.globalAlpha = 1;
  context.setLineDash([]);
  context.lineCap = 'butt';
}

function paintLabels(
  context: Context,
  at: Place,
  all: readonly ClassPicture[],
  input: CircleInput,
  theme: Theme,
): void {
  const height = labelHeight(at.radius, theme);
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.font = `700 ${height}px ${theme.font}`;
  context.strokeStyle = theme.surface;
  context.lineWidth = height / 4;
  context.lineJoin = 'round';
  const centres = all.map(({ centre }) => centre);
  labelPlaces(centres, at, height).forEach(({ x, y, inside }, i) => {
    const cls = all[i]?.cls ?? i;
    const label = input.classes[cls] ?? String(cls);
    context.globalAlpha = strengthOf(cls, input.lit);
    if (inside) context.strokeText(label, x, y);
    context.fillStyle = theme.classes[cls] ?? theme.ink;
    context.fillText(label, x, y);
  });
  context.globalAlpha = 1;
}

/** A push of one nat a radian is an arrow of 1 − 1/e of this many radii. */
const LONGEST_PUSH = 0.6;
/** A shorter one is not drawn, in radii. */
const SHORTEST_PUSH = 0.02;
/** Where the arrow stands, in radii: beside the samples, not on them. */
const PUSH_AT = 0.8;

/** Which way around the circle the picked sample is pushed by its own loss, and how hard: nats a radian. */
function paintPush(context: Context, radius: number, angle: number, input: CircleInput, theme: Theme): void {
  const { push, features, picked } = input;
  if (!push || !features || picked === null) return;
  const length = Math.hypot(features[2 * picked] ?? 0, features[2 * picked + 1] ?? 0);
  const around = (push[1] * Math.cos(angle) - push[0] * Math.sin(angle)) * length;
  const reach = LONGEST_PUSH * (1 - Math.exp(-Math.abs(around)));
  if (reach < SHORTEST_PUSH) return;
  const [r, turned] = [PUSH_AT * radius, (Math.sign(around) * reach) / PUSH_AT];
  const end = angle + turned;
  context.save();
  context.lineWidth = Math.max(2, radius / 50);
  context.beginPath();
  context.arc(0, 0, r, -angle, -end, around > 0);
  context.stroke();
  context.translate(r * Math.cos(end), -r * Math.sin(end));
  context.rotate(-end + (around > 0 ? -Math.PI / 2 : Math.PI / 2));
  const head = Math.max(5, radius / 20);
  context.beginPath();
  context.moveTo(head, 0);
  context.lineTo(-head * 0.4, head * 0.7);
  context.lineTo(-head * 0.4, -head * 0.7);
  context.closePath();
  context.fillStyle = theme.ink;
  context.fill();
  context.restore();
}

/** The mark of a sample, where it is drawn. */
function paintMarkOf(
  context: Context,
  radius: number,
  sample: number,
  { features, y }: CircleInput,
  theme: Theme,
): void {
  const [x, up] = [features?.[2 * sample] ?? 0, features?.[2 * sample + 1] ?? 0];
  const by = (radius * scatter(sample)) / Math.hypot(x, up);
  const fill = theme.classes[y[sample] ?? 0] ?? theme.ink;
  paintSampleMark(context, [x * by, -up * by], Math.max(4, radius / 26), fill, theme);
}

/** The picked sample, and its angle to its own centre as an arc. */
function paintPicked(context: Context, radius: number, input: CircleInput, theme: Theme): void {
  const { picked, features, y, classifier } = input;
  if (picked === null || !features || picked >= input.count) return;
  const angle = Math.atan2(features[2 * picked + 1] ?? 0, features[2 * picked] ?? 0);
  const own = classifier.angles[y[picked] ?? 0] ?? 0;
  const theta = turn(own, angle);
  context.strokeStyle = theme.ink;
  context.lineWidth = 1.6;
  ray(context, angle, 0, radius);
  const r = radius * 0.46;
  context.beginPath();
  context.arc(0, 0, r, -own, -(own + theta), theta > 0);
  context.stroke();
  paintMarkOf(context, radius, picked, input, theme);
  paintPush(context, radius, angle, input, theme);
  const middle = own + theta / 2;
  context.font = `700 ${Math.max(11, radius / 10) * theme.lettering}px ${theme.font}`;
  context.lineWidth = 4;
  context.lineJoin = 'round';
  context.strokeStyle = theme.surface;
  context.fillStyle = theme.ink;
  const text = `θ ${toDegrees(Math.abs(theta)).toFixed(1)}°`;
  const [x, top] = [r * 1.1 * Math.cos(middle), -r * 1.1 * Math.sin(middle)];
  context.strokeText(text, x, top);
  context.fillText(text, x, top);
}

/** Draws a circle: areas below, then samples, then lines, centres and the picked sample. */
export function paintCircle(input: () => CircleInput): Paint {
  const dots = createDots();
  return (context, { width, height, ratio }, theme) => {
    const at = place(width, height);
    const { x, y, radius } = at;
    const now = input();
    const all = pictures(now);
    dots.begin(width, height, ratio);
    context.save();
    context.translate(x, y);
    paintAreas(context, radius, all, now.lit, theme, ratio);
    paintSamples(context, at, now, theme, dots);
    context.restore();
    dots.lay(context);
    context.save();
    context.translate(x, y);
    paintLines(context, radius, all, theme);
    paintSpokes(context, radius, all, now.lit, theme);
    paintLabels(context, at, all, now, theme);
    paintPicked(context, radius, now, theme);
    if (now.pointed !== null && now.features && now.pointed < now.count)
      paintMarkOf(context, radius, now.pointed, now, theme);
    context.restore();
  };
}
