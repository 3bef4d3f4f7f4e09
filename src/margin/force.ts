import { differentiate } from '../expr/differentiate';
import { toFunction } from '../expr/evaluate';
import type { Expr } from '../expr/expr';
import { keepWith } from '../math/keep';
import type { Margin } from './compile';
import type { Schedule } from './loss';

/** A margin as it acts at one moment of a run, schedule included. Angles in radians, 0 ... π. */
export interface Force {
  /** Target logit before scaling: what the loss sees instead of cosθ. */
  readonly psi: (theta: number) => number;
  /** dψ/dθ. */
  readonly slope: (theta: number) => number;
  /** What the backward pass takes for dψ/dθ: the same, or −sinθ for straight-through. */
  readonly backward: (theta: number) => number;
  /** The derivative of `backward`. */
  readonly bend: (theta: number) => number;
}

/** λ_t of SphereFace's hybrid loss (wy1iu/sphereface: t is counted up before use, so it starts at 1). */
export const lambdaAt = (
  { base, gamma, power = 1, min }: Extract<Schedule, { type: 'blend' }>,
  t: number,
): number => Math.max(min, base * (1 + gamma * t) ** -power);

/** How much of the margin acts at time t: 1/(1+λ_t) for a blend, else 1. */
export const blendAt = (schedule: Schedule, t: number): number =>
  schedule.type === 'blend' ? 1 / (1 + lambdaAt(schedule, t)) : 1;

/** How far a warm-up has come at time t, 0 ... 1. */
export const rampAt = (schedule: Schedule, t: number): number =>
  schedule.type === 'ramp' ? Math.min(1, Math.max(0, t - 1) / schedule.steps) : 1;

/** The parameters in force at time t. */
export function valuesAt(margin: Margin, t: number): Readonly<Record<string, number>> {
  const ramp = rampAt(margin.schedule, t);
  if (ramp === 1) return margin.values;
  return Object.fromEntries(
    Object.entries(margin.values).map(([name, value]) => {
      const neutral = margin.neutral[name];
      return [name, neutral === undefined ? value : neutral + ramp * (value - neutral)];
    }),
  );
}

/** Derivatives by theta, kept with the formula they belong to. */
const derivative = keepWith((e: Expr): Expr => differentiate(e, 'theta'));

const PLAIN: Pick<Force, 'backward' | 'bend'> = {
  backward: (theta) => -Math.sin(theta),
  bend: (theta) => -Math.cos(theta),
};

/** The margin's formula without a blend, with the parameters in force at time t. */
export function unblended(margin: Margin, t: number): Force {
  const values = valuesAt(margin, t);
  const slopeFormula = derivative(margin.target);
  const psi = toFunction(margin.target, values);
  const slope = toFunction(slopeFormula, values);
  if (margin.straightThrough) return { psi, slope, ...PLAIN };
  return { psi, slope, backward: slope, bend: toFunction(derivative(slopeFormula), values) };
}

/** Only a part `a` of the margin: cosθ + a(ψ − cosθ), and its derivatives alike. */
function blended(force: Force, a: number): Force {
  if (a === 1) return force;
  const { psi, slope, backward, bend } = force;
  return {
    psi: (theta) => Math.cos(theta) + a * (psi(theta) - Math.cos(theta)),
    slope: (theta) => -Math.sin(theta) + a * (slope(theta) + Math.sin(theta)),
    backward: (theta) => -Math.sin(theta) + a * (backward(theta) + Math.sin(theta)),
    bend: (theta) => -Math.cos(theta) + a * (bend(theta) + Math.cos(theta)),
  };
}

/** The margin as update number t of its lane sees it; without t as it will be when its schedule has ended. */
export const forceAt = (margin: Margin, t = Number.POSITIVE_INFINITY): Force =>
  blended(unblended(margin, t), blendAt(margin.schedule, t));

/** A margin when its schedule has ended; one object for one margin, so that what follows from it is computed once. */
export const settledForce = keepWith((margin: Margin): Force => forceAt(margin));
