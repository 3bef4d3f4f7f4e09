import { type Finding, findingsOf } from '../margin/diagnose';
import type { Force } from '../margin/force';
import { jumpSides } from '../margin/graph';
import { keepWith } from '../math/keep';

/** A margin looked over. */
export interface Diagnosis {
  readonly findings: readonly Finding[];
  /** Both sides of each jump of ψ. */
  readonly jumps: ReturnType<typeof jumpSides>;
}

/** A margin's diagnosis, made once for as long as it acts alike. */
export const diagnosisOf = keepWith((force: Force): Diagnosis => {
  const findings = findingsOf(force);
  return { findings, jumps: jumpSides(force.psi, findings) };
});
