import { call, sym } from '../expr/expr';
import { symbolTex, toTex, type Write } from '../expr/tex';
import type { Margin } from './compile';
import type { Scale } from './loss';

const SCALE: Readonly<Record<Exclude<Scale, 's'>, string>> = {
  norm: '\\lVert x\\rVert',
  'norm*wnorm': '\\lVert W_y\\rVert\\,\\lVert x\\rVert',
};

/** How many decimals a slider with this step needs. */
export const decimalsOf = (step: number): number =>
  Math.max(0, Math.min(4, -Math.floor(Math.log10(step) + 1e-9)));

/**
 * The own class's logit in TeX, with numbers in the place of the parameters: one line, and another for what it
 * names. `format` writes a parameter's value.
 */
export function logitTex(margin: Margin, format: (name: string, value: number) => string): readonly string[] {
  const write: Write = (name) => {
    if (name === 'theta') return '\\theta_y';
    if (name === 'scale') return margin.scale === 's' ? format('s', margin.s) : SCALE[margin.scale];
    const value = margin.values[name];
    return value === undefined ? symbolTex(name) : format(name, value);
  };
  const blend = margin.schedule.type === 'blend';
  const psiTex = '\\psi(\\theta_y)';
  const bias = margin.bias ? ' + b_y' : '';
  const { bindings, body } = margin.formula;
  const lines = bindings.map(([name, value]) => `${toTex(sym(name))} = ${toTex(value, write)}`);
  if (!blend) return [toTex(call('mul', sym('scale'), body), write) + bias, ...lines];
  const hybrid = `${write('scale')}\\,\\frac{\\lambda\\cos\\theta_y + ${psiTex}}{1+\\lambda}${bias}`;
  return [hybrid, [`\\psi = ${toTex(body, write)}`, ...lines].join(',\\; ')];
}
