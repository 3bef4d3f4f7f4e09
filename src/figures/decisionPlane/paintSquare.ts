import { inside, stroke, trace } from '../../draw/curve';
import { strengthOf } from '../../draw/fade';
import type { Frame } from '../../draw/frame';
import { hatching } from '../../draw/hatching';
import type { Theme } from '../../draw/theme';
import type { Border } from './border';
import type { PlaneLane, PlaneScene } from './scene';

type Context = CanvasRenderingContext2D;
type Points = readonly (readonly [number, number])[];

const flip = (points: Border): Points => points.map(([u, v]) => [v, u] as const);
/** A region from its border to the far side of the square. */
const region = (border: Border): Points => [
  ...border,
  [border.at(-1)?.[0] ?? 0, Math.PI],
  [border[0]?.[0] ?? 0, Math.PI],
];

/** Adds closed shapes to the path. */
function shapes(context: Context, frame: Frame, all: readonly Points[]): void {
  for (const points of all) {
    trace(context, frame, points);
    context.closePath();
  }
}

/** Where a direction can be: a rectangle standing on a corner, |θ₁ − θ₂| ≤ δ ≤ min(θ₁ + θ₂, 2π − θ₁ − θ₂). */
const possible = (delta: number): Points => [
  [0, delta],
  [delta, 0],
  [Math.PI, Math.PI - delta],
  [Math.PI - delta, Math.PI],
];
const SQUARE: Points = [
  [0, 0],
  [Math.PI, 0],
  [Math.PI, Math.PI],
  [0, Math.PI],
];

function paintRegions(
  context: Context,
  frame: Frame,
  lane: PlaneLane,
  { classes, lit }: PlaneScene,
  theme: Theme,
  ratio: number,
): void {
  const regions = [lane.first.map(region), lane.second.map((border) => flip(region(border)))];
  // What is in neither region is the band: the square with both cut out of its hatching.
  context.save();
  for (const cutOut of regions) {
    context.beginPath();
    shapes(context, frame, [SQUARE, ...cutOut]);
    context.clip('evenodd');
  }
  context.beginPath();
  shapes(context, frame, [SQUARE]);
  context.globalAlpha = 0.55;
  context.fillStyle = hatching(context, theme.muted, ratio);
  context.fill();
  context.restore();
  regions.forEach((shown, i) => {
    context.beginPath();
    shapes(context, frame, shown);
    const cls = classes[i] ?? 0;
    context.globalAlpha = 0.3 * strengthOf(cls, lit);
    context.fillStyle = theme.classes[cls] ?? theme.ink;
    context.fill();
    context.globalAlpha = 1;
  });
}

/** The square of a lane: what can occur in it, the regions, the band between, and their borders. */
export function paintSquare(
  context: Context,
  frame: Frame,
  lane: PlaneLane,
  scene: PlaneScene,
  theme: Theme,
  ratio: number,
): void {
  const colour = theme.lanes[lane.colour] ?? theme.ink;
  inside(context, frame, () => {
    paintRegions(context, frame, lane, scene, theme, ratio);
    // What cannot occur fades.
    context.beginPath();
    shapes(context, frame, [SQUARE, possible(lane.delta)]);
    context.globalAlpha = 0.6;
    context.fillStyle = theme.surface;
    context.fill('evenodd');
    context.globalAlpha = 1;
    context.beginPath();
    trace(context, frame, [
      [0, 0],
      [Math.PI, Math.PI],
    ]);
    stroke(context, { colour: theme.muted, width: 1, dash: [3, 3] });
    context.beginPath();
    for (const border of lane.first) trace(context, frame, border);
    for (const border of lane.second) trace(context, frame, flip(border));
    stroke(context, { colour, width: 1.8 });
  });
}
