import type { Optimizer } from '../protocol';
import { ints, PRELUDE, type Program } from './program';

/** m′, v′ and p′ from p, m, v and the gradient g; `rates` are the two numbers of `ratesOf`. */
const RULES: Readonly<Record<Optimizer['type'], string>> = {
  /** Bias corrections are in the rates; ε stands outside the root of the corrected second moment, as PyTorch has it. */
  adam: /* glsl */ `
  m = .9 * m + .1 * g;
  v = .999 * v + .001 * g * g;
  p -= rates.x * m / (sqrt(v) * rates.y + 1e-8);`,
  sgd: /* glsl */ `
  m = rates.y * m + g;
  p -= rates.x * m;`,
};

/** The two numbers that an update depends on; `update` counts from 1. */
export const ratesOf = (optimizer: Optimizer, rate: number, update: number): readonly number[] =>
  optimizer.type === 'sgd'
    ? [rate, optimizer.momentum, 0, 0]
    : [rate / (1 - 0.9 ** update), 1 / Math.sqrt(1 - 0.999 ** update), 0, 0];

/**
 * One update of all parameters of all lanes.
 *
 *     state     parameters | m | v, each `width` texels wide (plan.ts)
 *     gradient  in the places of the parameters
 *     still     a bit for each lane: 1 keeps what it has, even where the new numbers are none
 *     out       the next state
 */
export const update = (type: Optimizer['type']) =>
  ({
    inputs: ['state', 'gradient'],
    uniforms: [...ints('lanes', 'width', 'still'), { name: 'rates', type: 'vec4' }],
    code: /* glsl */ `${PRELUDE}
void main() {
  int lane = HERE.y % lanes;
  int section = HERE.x / width, x = HERE.x % width;
  vec4 g = texel(gradient, x, HERE.y), p = texel(state, x, HERE.y);
  vec4 m = texel(state, x + width, HERE.y), v = texel(state, x + 2 * width, HERE.y);
  vec4 old = section == 0 ? p : section == 1 ? m : v;
  ${RULES[type]}
  setOutput((still >> lane & 1) == 1 ? old : section == 0 ? p : section == 1 ? m : v);
}`,
  }) satisfies Program<string, string>;
