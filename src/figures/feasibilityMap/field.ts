import { contours } from 'd3';
import type { Formula } from '../../expr/parse';
import type { Margin } from '../../margin/compile';
import { lossOnCentre } from '../../margin/floor';
import { forceAt } from '../../margin/force';
import type { Param } from '../../margin/loss';

/** Where two parameters are in the map, in steps of its grid: a ring of a level line. */
export type Ring = readonly (readonly [column: number, row: number])[];

/** The region where the floor is at least a level, in nats. */
export interface Level {
  readonly loss: number;
  /** Outlines and holes, in values of the margin and of s. */
  readonly rings: readonly Ring[];
}

/** A margin parameter over its range, all else as it is. */
export interface Field {
  /** ψ(0) at a value. */
  readonly top: (value: number) => number;
  /** Values of the parameter, evenly from its least to its most, and ψ(0) there. */
  readonly values: readonly number[];
  readonly tops: readonly number[];
}

/** Columns and rows of the map. ψ(0) bends little between two columns, and the logarithm of the floor between two rows. */
const [COLUMNS, ROWS] = [61, 43];
/** Levels of the floor, nats. */
const LEVELS = [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30];
/** The logarithm of what is no number, or none. */
const [HIGHEST, LOWEST] = [3, -20];

/** The margin with another value of one parameter. */
const withValue = (margin: Margin, name: string, value: number): Margin => ({
  ...margin,
  values: { ...margin.values, [name]: value },
});

const evenly = ({ min, max }: Param, count: number): number[] =>
  Array.from({ length: count }, (_, k) => min + ((max - min) * k) / (count - 1));

/** What ψ(0) depends on besides the parameter, and the parameter. The scale does not count: see `scene.ts`. */
const keyOf = ({ kind, values }: Margin, name: string): string =>
  JSON.stringify([kind, name, Object.entries(values).filter(([other]) => other !== name && other !== 's')]);

/** The newest of each formula: dragging the handle asks for the same again and again. */
const fields = new WeakMap<Formula, { readonly key: string; readonly field: Field }>();
export function fieldOf(margin: Margin, name: string, param: Param): Field {
  const key = keyOf(margin, name);
  const known = fields.get(margin.formula);
  if (known?.key === key) return known.field;
  const top = (value: number): number => forceAt(withValue(margin, name, value)).psi(0);
  const values = evenly(param, COLUMNS);
  const field = { top, values, tops: values.map(top) };
  fields.set(margin.formula, { key, field });
  return field;
}

/** Stretches of the parameter where ψ(0) ≥ `least`, each end to the last bit that matters. */
export function stretches({ top, values, tops }: Field, least: number): [from: number, to: number][] {
  const good = (k: number): boolean => (tops[k] ?? Number.NaN) >= least;
  const edge = (from: number, to: number): number => {
    let [yes, no] = [from, to];
    for (let k = 0; k < 40; k++) {
      const middle = (yes + no) / 2;
      if (top(middle) >= least) yes = middle;
      else no = middle;
    }
    return yes;
  };
  const found: [number, number][] = [];
  values.forEach((value, k) => {
    if (!good(k)) return;
    const [before = value, after = value] = [values[k - 1], values[k + 1]];
    if (k === 0) found.push([value, value]);
    else if (!good(k - 1)) found.push([edge(value, before), value]);
    const last = found.at(-1);
    if (last) last[1] = k === values.length - 1 || good(k + 1) ? value : edge(value, after);
  });
  return found;
}

const levels = new WeakMap<Field, { readonly classes: number; readonly levels: readonly Level[] }>();
/** The floor over the map, as regions at or above each level that occurs. */
export function levelsOf(field: Field, scale: Param, classes: number): readonly Level[] {
  const known = levels.get(field);
  if (known?.classes === classes) return known.levels;
  const rows = evenly(scale, ROWS);
  const logs = rows.flatMap((s) => {
    const loss = lossOnCentre(s, classes);
    return field.tops.map((top) => {
      const log = Math.log10(loss(top));
      return Number.isNaN(log) ? HIGHEST : Math.max(LOWEST, Math.min(HIGHEST, log));
    });
  });
  const columns = field.values.length;
  const place = (at: number, count: number, from: number, to: number): number =>
    from + ((at - 0.5) / (count - 1)) * (to - from);
  const [first, last] = [field.values[0] ?? 0, field.values.at(-1) ?? 1];
  const made = contours()
    .size([columns, rows.length])
    .thresholds(LEVELS.map(Math.log10))(logs)
    .map(({ coordinates }, i) => ({
      loss: LEVELS[i] ?? 0,
      rings: coordinates
        .flat()
        .map((ring) =>
          ring.map(
            ([x = 0, y = 0]) =>
              [place(x, columns, first, last), place(y, rows.length, scale.min, scale.max)] as const,
          ),
        ),
    }));
  levels.set(field, { classes, levels: made });
  return made;
}
