import { LOSSES } from '../../src/losses';
import { compile, type Margin } from '../../src/margin/compile';
import { defaultConfig, type LaneConfig, type MarginLoss } from '../../src/margin/loss';
import { type Random, stream } from '../../src/math/random';

/** A loss of the shelf with its choices made and its sliders set. */
export interface Lane {
  /** Its loss and its choices, for the eye. */
  readonly title: string;
  readonly loss: MarginLoss;
  readonly config: LaneConfig;
  readonly margin: Margin;
}

const EIGHT = { classes: 8, dim: 2 } as const;

/** Every way to choose one of each option. */
function choicesOf({ options }: MarginLoss): Record<string, string>[] {
  return Object.entries(options).reduce<Record<string, string>[]>(
    (made, [name, option]) =>
      made.flatMap((before) => Object.keys(option.choices).map((choice) => ({ ...before, [name]: choice }))),
    [{}],
  );
}

/** Sliders at their defaults, at both ends, and anywhere. */
function valuesOf(loss: MarginLoss, random: Random): Readonly<Record<string, number>>[] {
  const set = (value: (min: number, max: number) => number): Readonly<Record<string, number>> =>
    Object.fromEntries(Object.entries(loss.params).map(([name, { min, max }]) => [name, value(min, max)]));
  const anywhere = () => set((min, max) => min + (max - min) * random());
  return [defaultConfig(loss, EIGHT).values, set((min) => min), set((_, max) => max), anywhere(), anywhere()];
}

function laneOf(loss: MarginLoss, config: LaneConfig): Lane {
  const title = [
    loss.id,
    ...Object.entries(config.options).map(([name, choice]) => `${name} ${choice}`),
  ].join(', ');
  return { title, loss, config, margin: compile(loss, config) };
}

/** Every loss with every choice of its options, sliders at their defaults for eight classes on the circle. */
export const LANES: readonly Lane[] = LOSSES.flatMap((loss) => {
  const { values } = defaultConfig(loss, EIGHT);
  return choicesOf(loss).map((options) => laneOf(loss, { loss: loss.id, values, options }));
});

/** The same lane with its sliders elsewhere. */
export function settingsOf({ loss, config }: Lane): readonly Lane[] {
  return valuesOf(loss, stream(1, loss.id)).map((values) => laneOf(loss, { ...config, values }));
}

/** The lane with every margin where it has no effect. */
export const neutralOf = ({ loss, config, margin }: Lane): Lane =>
  laneOf(loss, { ...config, values: { ...config.values, ...margin.neutral } });

/**
 * Angles at which a formula of the shelf may jump, turn or bend sharply, by its parameters: where `easy` changes over,
 * and where m₁θ + m₂ passes a multiple of π. More than there are in any one formula.
 */
function breaksOf({ m1 = 1, m2 = 0 }: Readonly<Record<string, number>>): readonly number[] {
  const multiples = Array.from({ length: 8 }, (_, k) => ((k + 1) * Math.PI - m2) / m1);
  return [Math.PI / 2, ...multiples.filter((theta) => theta <= Math.PI)];
}

/** Angles 0 ... π at random, none within `distance` of a break or of the ends. */
export function smoothAngles(
  values: Readonly<Record<string, number>>,
  count: number,
  distance: number,
  random: Random,
): number[] {
  const breaks = [0, ...breaksOf(values), Math.PI];
  return Array.from({ length: count }, () => Math.PI * random()).filter((theta) =>
    breaks.every((at) => Math.abs(theta - at) > distance),
  );
}
