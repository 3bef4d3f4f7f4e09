import type { Theme } from '../../draw/theme';
import { toDegrees } from '../../math/angle';
import { along } from '../../math/outline';
import { angleTo, combine, dot, rowOf, unit, type Vector } from '../../math/vector';
import { type Frame, seen } from '../../math/viewpoint';
import { paintSampleMark } from '../sampleMark';
import type { GlobeInput } from './scene';

type Context = CanvasRenderingContext2D;

/** A push of one nat a radian is an arrow of 1 − 1/e of this many radians. */
const LONGEST_PUSH = 0.6;
/** A shorter one is not drawn, in radians. */
const SHORTEST_PUSH = 0.02;
/** How strong a line on the far side is. */
const FAINT = 0.3;

/** The great circle from one place on as far as another, or as so many radians in a direction at right angles. */
const greatArc = (from: Vector, towards: Vector, angle: number): Vector[] =>
  along(0, angle).map((theta) => combine(Math.cos(theta), from, Math.sin(theta), towards));

/** A line on the globe, faint where it is behind. */
function stroke(context: Context, radius: number, line: readonly Vector[]): void {
  line.slice(1).forEach(([x, y, towards], k) => {
    const [fromX, fromY] = line[k] ?? [x, y];
    context.globalAlpha = towards >= 0 ? 1 : FAINT;
    context.beginPath();
    context.moveTo(fromX * radius, -fromY * radius);
    context.lineTo(x * radius, -y * radius);
    context.stroke();
  });
  context.globalAlpha = 1;
}

/** Which way over the globe the picked sample is pushed by its own loss, and how hard: nats a radian. */
function paintPush(
  context: Context,
  radius: number,
  { push }: GlobeInput,
  feature: Vector,
  frame: Frame,
  theme: Theme,
): void {
  if (!push) return;
  const x = unit(feature);
  const across = combine(1, push, -dot(push, x), x);
  const reach = LONGEST_PUSH * (1 - Math.exp(-Math.hypot(...across) * Math.hypot(...feature)));
  if (!(reach >= SHORTEST_PUSH)) return;
  const line = greatArc(x, unit(across), reach).map((place) => seen(frame, place));
  context.lineWidth = Math.max(2, radius / 50);
  stroke(context, radius, line);
  const [end, before] = [line.at(-1), line.at(-2)];
  if (!end || !before || end[2] < 0) return;
  const head = Math.max(5, radius / 20);
  context.save();
  context.translate(end[0] * radius, -end[1] * radius);
  context.rotate(Math.atan2(before[1] - end[1], end[0] - before[0]));
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
export function paintMarkOf(
  context: Context,
  radius: number,
  sample: number,
  { features, count, y }: GlobeInput,
  frame: Frame,
  theme: Theme,
): void {
  if (!features || sample >= count) return;
  const [right, up, towards] = seen(frame, unit(rowOf(features, sample)));
  context.globalAlpha = towards >= 0 ? 1 : FAINT;
  const fill = theme.classes[y[sample] ?? 0] ?? theme.ink;
  paintSampleMark(context, [right * radius, -up * radius], Math.max(4, radius / 26), fill, theme);
  context.globalAlpha = 1;
}

/** The picked sample, its angle to its own centre as an arc of a great circle, and its push. */
export function paintPicked(
  context: Context,
  radius: number,
  input: GlobeInput,
  frame: Frame,
  theme: Theme,
): void {
  const { picked, features, y, classifier } = input;
  if (picked === null || !features || picked >= input.count) return;
  const cls = y[picked] ?? 0;
  const feature = rowOf(features, picked);
  const [x, own] = [unit(feature), unit(classifier.weights[cls] ?? [0, 0, 1])];
  const theta = angleTo(own, x);
  const arc = greatArc(own, unit(combine(1, x, -dot(x, own), own)), theta).map((place) => seen(frame, place));
  context.strokeStyle = theme.ink;
  context.lineWidth = 1.6;
  stroke(context, radius, arc);
  paintPush(context, radius, input, feature, frame, theme);
  paintMarkOf(context, radius, picked, input, frame, theme);
  paintAngle(context, radius, theta, arc, theme);
}

/** The angle in words, beside the middle of its arc, on the side of the middle of the globe. */
function paintAngle(
  context: Context,
  radius: number,
  theta: number,
  arc: readonly Vector[],
  theme: Theme,
): void {
  const middle = Math.floor(arc.length / 2);
  const [[x = 0, y = 0] = [], [endX, endY] = [0, 0]] = [arc[middle], arc[middle - 1]];
  const [p, q] = [endY - y, x - endX];
  const side = Math.sign(-(p * x + q * y) || 1) / (Math.hypot(p, q) || 1);
  const size = Math.max(11, radius / 10) * theme.lettering;
  const text = `θ ${toDegrees(theta).toFixed(1)}°`;
  context.font = `700 ${size}px ${theme.font}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  const left = x * radius + side * p * (context.measureText(text).width / 2 + size / 2);
  const top = -y * radius - side * q * size * 1.1;
  context.lineWidth = 4;
  context.lineJoin = 'round';
  context.strokeStyle = theme.surface;
  context.strokeText(text, left, top);
  context.fillStyle = theme.ink;
  context.fillText(text, left, top);
}
