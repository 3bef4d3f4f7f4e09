import type { Expr } from '../expr/expr';
import { type Formula, inline, parseFormula } from '../expr/parse';
import type { Choice, LaneConfig, MarginLoss, Option, Override, Scale, Schedule } from './loss';

/** A loss with its numbers: all that training and drawing need of it. Plain data, so that it can cross to a worker. */
export interface Margin {
  /** Its loss and the choices made; a change of it restarts the schedule. */
  readonly kind: string;
  /** ψ(θ), with bindings kept for the eye. */
  readonly formula: Formula;
  /** ψ(θ), bindings in place. */
  readonly target: Expr;
  /** Parameters by name. */
  readonly values: Readonly<Record<string, number>>;
  /** Where each margin has no effect, by name. */
  readonly neutral: Readonly<Record<string, number>>;
  readonly scale: Scale;
  /** The fixed scale; 1 where lengths are kept. */
  readonly s: number;
  readonly bias: boolean;
  readonly straightThrough: boolean;
  readonly schedule: Schedule;
}

/** Formulas are parsed once; a slider changes only values. */
const parsed = new Map<string, Formula>();
function read(source: string): Formula {
  const known = parsed.get(source);
  if (known) return known;
  const formula = parseFormula(source);
  parsed.set(source, formula);
  return formula;
}

/** The loss with the chosen options put over it. */
export function choose(loss: MarginLoss, options: LaneConfig['options']): MarginLoss & Override {
  const overrides = Object.entries(loss.options).map(([name, { choices }]): Override => {
    const { text: _, ...override } = choices[options[name] ?? ''] ?? firstChoice(choices);
    return override;
  });
  return Object.assign({}, loss, ...overrides);
}

/** An option has at least one choice. */
const firstChoice = (choices: Option['choices']): Choice => Object.values(choices)[0] as Choice;

/**
 * Puts a loss, its values and its choices together.
 * @throws FormulaError when the loss's formula cannot be read
 */
export function compile(loss: MarginLoss, { values, options }: Omit<LaneConfig, 'loss'>): Margin {
  const chosen = choose(loss, options);
  const formula = read(chosen.target);
  const neutral = Object.entries(loss.params).flatMap(([name, param]) =>
    param.neutral === undefined ? [] : [[name, param.neutral] as const],
  );
  return {
    kind: [loss.id, ...Object.entries(options).map(([name, choice]) => `${name}:${choice}`)].join(' '),
    formula,
    target: inline(formula),
    values,
    neutral: Object.fromEntries(neutral),
    scale: chosen.scale,
    s: chosen.scale === 's' ? (values.s ?? 1) : 1,
    bias: chosen.bias,
    straightThrough: chosen.straightThrough ?? false,
    schedule: chosen.schedule ?? { type: 'none' },
  };
}
