import type { Translated } from '../i18n/language';

/** What a default may depend on: so that it is feasible for the run at hand. */
export interface Setting {
  readonly classes: number;
  readonly dim: 2 | 3;
}

/** One slider. Angles are in radians; the screen may show degrees. */
export interface Param {
  /** What it is, for the slider's name: `ArcFace margin m₂`. */
  readonly role: 'margin' | 'scale';
  readonly symbol: string;
  readonly unit: 'rad' | 'cosine' | 'factor' | '';
  readonly value: number | ((setting: Setting) => number);
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** Where it has no effect: 0 for ArcFace's m, 1 for SphereFace's. A scale has none. */
  readonly neutral?: number;
}

/**
 * What multiplies the cosine.
 * `s`: features and weights normalised, a fixed scale. `norm`: weights normalised, ‖x‖ kept.
 * `norm*wnorm`: nothing normalised, the logit is W·x.
 */
export type Scale = 's' | 'norm' | 'norm*wnorm';

/** How the margin grows during a run. Time t counts updates from 1 since the lane took its loss. */
export type Schedule =
  | { readonly type: 'none' }
  /** SphereFace's hybrid (λ_t cosθ + ψ)/(1 + λ_t), λ_t = max(min, base·(1 + γt)^−power); power 1 unless given. */
  | {
      readonly type: 'blend';
      readonly base: number;
      readonly gamma: number;
      readonly power?: number;
      readonly min: number;
    }
  /** Margin warm-up: every margin grows from its neutral value, by min(1, (t−1)/steps). */
  | { readonly type: 'ramp'; readonly steps: number };

/** What a choice of an option changes in its loss. */
export interface Override {
  readonly target?: string;
  readonly scale?: Scale;
  readonly bias?: boolean;
  readonly schedule?: Schedule;
  /** Backward pass pretends that the margin were not there: d target / d cosθ = 1. */
  readonly straightThrough?: boolean;
}

export interface Choice extends Override {
  readonly text: Translated<{ readonly label: string; readonly about: string }>;
}

/** Something a loss has in several forms; the first choice is the default. */
export interface Option {
  readonly text: Translated;
  readonly choices: Readonly<Record<string, Choice>>;
}

/** A loss: one file of the shelf `losses/`. logit_y = scale·ψ(θ_y) + b_y, logit_j = scale·cosθ_j + b_j. */
export interface MarginLoss {
  readonly id: string;
  readonly name: string;
  readonly text: Translated<{ readonly about: string }>;
  /** Where it comes from; nowhere for a formula that is typed. */
  readonly source?: {
    readonly cite: string;
    readonly year: number;
    readonly url: string;
    readonly equation: string;
  };
  readonly params: Readonly<Record<string, Param>>;
  readonly options: Readonly<Record<string, Option>>;
  /** Its formula is typed by hand: these to begin with. A lane's own stands in its configuration. */
  readonly typed?: readonly { readonly formula: string; readonly text: Translated }[];
  /** ψ(θ) as a formula in theta (radians, 0 ... π) and the names of `params`. */
  readonly target: string;
  readonly scale: Scale;
  readonly bias: boolean;
}

/** What one lane is set to. */
export interface LaneConfig {
  readonly loss: string;
  /** As typed, where the loss is. It can be read: nobody keeps a formula that cannot. */
  readonly formula?: string;
  readonly values: Readonly<Record<string, number>>;
  /** A choice for each option of the loss. */
  readonly options: Readonly<Record<string, string>>;
}

const onGrid = (param: Param, steps: number): number =>
  Math.min(param.max, Number((param.min + steps * param.step).toFixed(6)));
const stepsTo = (param: Param, value: number): number =>
  (Math.min(param.max, Math.max(param.min, value)) - param.min) / param.step;

/** The nearest value that the slider can show. */
export const snap = (param: Param, value: number): number => onGrid(param, Math.round(stepsTo(param, value)));

/** A parameter's default, on the slider's grid; never above what was asked for, which may be the largest feasible. */
export function defaultValue(param: Param, setting: Setting): number {
  const value = typeof param.value === 'number' ? param.value : param.value(setting);
  return onGrid(param, Math.floor(stepsTo(param, value) + 1e-9));
}

/** A loss as it comes from the shelf. */
export function defaultConfig(loss: MarginLoss, setting: Setting): LaneConfig {
  return {
    loss: loss.id,
    values: Object.fromEntries(
      Object.entries(loss.params).map(([name, param]) => [name, defaultValue(param, setting)]),
    ),
    options: Object.fromEntries(
      Object.entries(loss.options).map(([name, option]) => [name, Object.keys(option.choices)[0] ?? '']),
    ),
  };
}
