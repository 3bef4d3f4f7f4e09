import { call, type Expr, sym } from '../expr/expr';
import { oppositeTex, symbolTex, toTex, type Write } from '../expr/tex';
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
 * The own class's logit in TeX, with numbers in the place of the parameters: the logit, and below it what else has to
 * be said: the other side of a guard, after the angles where it holds; and what the formula names. `format` writes a
 * parameter's value.
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
  if (blend) {
    const hybrid = `${write('scale')}\\,\\frac{\\lambda\\cos\\theta_y + ${psiTex}}{1+\\lambda}${bias}`;
    return [hybrid, [`\\psi = ${toTex(body, write)}`, ...lines].join(',\\; ')];
  }
  const logit = (psi: Expr): string => toTex(call('mul', sym('scale'), psi), write) + bias;
  const [condition, inside, beyond] = body.kind === 'call' && body.fn === 'select' ? body.args : [];
  if (!condition || !inside || !beyond) return [logit(body), ...lines];
  return [logit(inside), `${oppositeTex(condition, write)}\\colon\\; ${logit(beyond)}`, ...lines];
}
