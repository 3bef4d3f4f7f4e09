import type { Force } from './force';

/** What is odd about a margin as a training signal; the page has the words. Angles in radians. */
export type Finding =
  /** ψ or a derivative that training needs is no number there: √θ at 0 has a value, but no slope. */
  | { readonly type: 'notFinite'; readonly theta: number }
  /** ψ rises on from here: the loss pushes features away from their own centre. */
  | { readonly type: 'rises'; readonly from: number; readonly to: number }
  | { readonly type: 'jumps'; readonly theta: number; readonly left: number; readonly right: number }
  /** ψ > cosθ: there the margin makes the task easier. */
  | { readonly type: 'easier'; readonly from: number; readonly to: number };

const SAMPLES = 720;
/** Below this a slope or a difference is rounding. */
const NOTHING = 1e-9;
/** A jump: ψ moves further between neighbours than its slopes there can explain by this much. */
const JUMP = 1e-3;

/** The first stretch of the angles on which `is` holds. */
function stretch(
  angles: readonly number[],
  is: (theta: number) => boolean,
): { from: number; to: number } | null {
  const first = angles.findIndex(is);
  if (first < 0) return null;
  const after = angles.findIndex((theta, i) => i > first && !is(theta));
  return { from: angles[first] ?? 0, to: angles[after < 0 ? angles.length - 1 : after] ?? Math.PI };
}

/** Looks a margin over on a grid of quarter degrees. */
export function diagnose(force: Force): Finding[] {
  const { psi, slope } = force;
  const angles = Array.from({ length: SAMPLES + 1 }, (_, i) => (i / SAMPLES) * Math.PI);
  const broken = angles.find((theta) => Object.values(force).some((f) => !Number.isFinite(f(theta))));
  if (broken !== undefined) return [{ type: 'notFinite', theta: broken }];
  const findings: Finding[] = [];
  const rising = stretch(angles, (theta) => slope(theta) > NOTHING);
  if (rising) findings.push({ type: 'rises', ...rising });
  const step = Math.PI / SAMPLES;
  for (let i = 1; i <= SAMPLES; i++) {
    const [a, b] = [angles[i - 1] ?? 0, angles[i] ?? 0];
    const expected = ((slope(a) + slope(b)) / 2) * step;
    const [left, right] = [psi(a), psi(b)];
    if (Math.abs(right - left - expected) > JUMP + Math.abs(expected)) {
      findings.push({ type: 'jumps', theta: (a + b) / 2, left, right });
    }
  }
  const easier = stretch(angles, (theta) => psi(theta) > Math.cos(theta) + NOTHING);
  if (easier) findings.push({ type: 'easier', ...easier });
  return findings;
}
