import { keepWith } from '../math/keep';
import type { Force } from './force';
import { CELL, CELLS, sidesOfJump } from './jump';

/** What is odd about a margin as a training signal; the page has the words. Angles in radians. */
export type Finding =
  /** ψ or a derivative that training needs is no number there: √θ at 0 has a value, but no slope. */
  | { readonly type: 'notFinite'; readonly theta: number }
  /** ψ rises on from here: the loss pushes features away from their own centre. */
  | { readonly type: 'rises'; readonly from: number; readonly to: number }
  /** From `left` at this angle to `right` beside it. */
  | { readonly type: 'jumps'; readonly theta: number; readonly left: number; readonly right: number }
  /** ψ > cosθ: there the margin makes the task easier. */
  | { readonly type: 'easier'; readonly from: number; readonly to: number };

/** Below this a slope or a difference is rounding. */
const NOTHING = 1e-9;
/** A jump: ψ moves further between neighbours than its slopes there can explain by this much. */
const JUMP = 1e-3;

/** Where `is` changes between two angles. */
function changeBetween(is: (theta: number) => boolean, left: number, right: number): number {
  let [a, b] = [left, right];
  const before = is(a);
  for (let k = 0; k < 50; k++) {
    const middle = (a + b) / 2;
    if (is(middle) === before) a = middle;
    else b = middle;
  }
  return b;
}

/** The angles that a margin is looked over at: quarter degrees. */
const ANGLES = Array.from({ length: CELLS + 1 }, (_, i) => (i / CELLS) * Math.PI);

/** The first stretch of the angles on which `is` holds, from where it begins to; `on` is the same on the grid. */
function stretch(
  on: readonly boolean[],
  is: (theta: number) => boolean,
): { from: number; to: number } | null {
  const first = on.indexOf(true);
  if (first < 0) return null;
  const after = on.indexOf(false, first);
  const edge = (i: number): number => changeBetween(is, ANGLES[i - 1] ?? 0, ANGLES[i] ?? Math.PI);
  return { from: first === 0 ? 0 : edge(first), to: after < 0 ? Math.PI : edge(after) };
}

/** Looks a margin over. A slider asks for it at each of its steps, so nothing is read twice on the grid. */
export function diagnose(force: Force): Finding[] {
  const { psi, slope, backward, bend } = force;
  const [heights, slopes] = [ANGLES.map(psi), ANGLES.map(slope)];
  const trained = [bend, ...(backward === slope ? [] : [backward])].map((f) => ANGLES.map(f));
  const all = [heights, slopes, ...trained];
  const broken = ANGLES.findIndex((_, i) => all.some((values) => !Number.isFinite(values[i])));
  if (broken >= 0) return [{ type: 'notFinite', theta: ANGLES[broken] ?? 0 }];
  const findings: Finding[] = [];
  const rising = stretch(
    slopes.map((value) => value > NOTHING),
    (theta) => slope(theta) > NOTHING,
  );
  if (rising) findings.push({ type: 'rises', ...rising });
  for (let i = 1; i <= CELLS; i++) {
    const [left, right] = [heights[i - 1] ?? 0, heights[i] ?? 0];
    const expected = (((slopes[i - 1] ?? 0) + (slopes[i] ?? 0)) / 2) * CELL;
    if (Math.abs(right - left - expected) > JUMP + Math.abs(expected)) {
      const [last, next] = sidesOfJump(psi, ((ANGLES[i - 1] ?? 0) + (ANGLES[i] ?? 0)) / 2);
      findings.push({ type: 'jumps', theta: last, left: psi(last), right: psi(next) });
    }
  }
  const easier = stretch(
    heights.map((value, i) => value > Math.cos(ANGLES[i] ?? 0) + NOTHING),
    (theta) => psi(theta) > Math.cos(theta) + NOTHING,
  );
  if (easier) findings.push({ type: 'easier', ...easier });
  return findings;
}

/** What is odd about a margin, looked for once for as long as it acts alike. */
export const findingsOf = keepWith((force: Force): readonly Finding[] => diagnose(force));
