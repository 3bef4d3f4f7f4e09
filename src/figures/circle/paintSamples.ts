import { areaRadial } from 'd3';
import { ALPHA, type Dots } from '../../draw/dots';
import { litLast, strengthOf } from '../../draw/fade';
import type { Theme } from '../../draw/theme';
import { circularDensity } from '../../math/histogram';
import type { Place } from './place';
import { type CircleInput, scatter } from './scene';

type Context = CanvasRenderingContext2D;

/** The highest petal, as a part of the radius. */
const PETAL = 0.2;
/** A petal lower than this is not drawn. */
const LOWEST = 0.004;
/** Bins and smoothing of the density around the rim, radians. */
const BINS = 180;
const BANDWIDTH = 0.035;
/** A density of one over this many radians raises a petal to 1 − 1/e of its height. */
const TYPICAL_SPREAD = 0.25;

/** Each class's samples: their density as a petal outside the rim, themselves inside of it. */
export function paintSamples(
  context: Context,
  { x, y, radius }: Place,
  { features, y: labels, count, classes, lit }: CircleInput,
  theme: Theme,
  dots: Dots,
): void {
  if (!features) return;
  const byClass: number[][] = classes.map(() => []);
  for (let i = 0; i < count; i++) byClass[labels[i] ?? 0]?.push(i);
  const size = Math.max(1.5, radius / 68);
  const all = byClass.map((samples, cls) => ({ samples, cls }));
  for (const { samples, cls } of litLast(all, lit)) {
    const strength = strengthOf(cls, lit);
    const colour = theme.classes[cls] ?? theme.ink;
    const angles = samples.map((i) => Math.atan2(features[2 * i + 1] ?? 0, features[2 * i] ?? 0));
    paintPetal(context, radius, circularDensity(angles, BINS, BANDWIDTH), colour, strength);
    dots.use(colour, strength * ALPHA);
    for (const i of samples) {
      const [fx, fy] = [features[2 * i] ?? 0, features[2 * i + 1] ?? 0];
      const toRim = (radius * scatter(i)) / Math.sqrt(fx * fx + fy * fy);
      dots.dot(x + fx * toRim, y - fy * toRim, size);
    }
  }
}

/** A density as a shape standing on the rim; where it is next to nothing there is none. */
function paintPetal(
  context: Context,
  radius: number,
  density: Float64Array,
  colour: string,
  strength: number,
): void {
  const height = (bin: number): number =>
    PETAL * (1 - Math.exp(-(density[(bin + BINS) % BINS] ?? 0) * TYPICAL_SPREAD));
  // Once around, beginning where there is nothing, so that no petal has a seam.
  const first = density.findIndex((_, bin) => height(bin) < LOWEST);
  const around = Array.from({ length: BINS + 1 }, (_, bin) => first + bin);
  const petal = new Path2D();
  areaRadial<number>()
    // d3 counts angles clockwise from the top.
    .angle((bin) => Math.PI / 2 - (bin * 2 * Math.PI) / BINS)
    .innerRadius(radius)
    .outerRadius((bin) => radius * (1 + height(bin)))
    .defined((bin) => height(bin) >= LOWEST)
    // Of a canvas's context d3 uses only what a path has, too.
    .context(petal as CanvasPath as Context)(around);
  context.fillStyle = colour;
  context.globalAlpha = strength * 0.28;
  context.fill(petal);
  context.strokeStyle = colour;
  context.lineWidth = 1.2;
  context.globalAlpha = strength * 0.9;
  context.stroke(petal);
  context.globalAlpha = 1;
}
