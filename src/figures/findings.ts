import { type Finding, findingsOf } from '../margin/diagnose';
import type { Force } from '../margin/force';
import { jumpSides } from '../margin/graph';

/** A margin looked over. */
export interface Diagnosis {
  readonly findings: readonly Finding[];
  /** Both sides of each jump of ψ. */
  readonly jumps: ReturnType<typeof jumpSides>;
}

const known = new WeakMap<Force, Diagnosis>();

/** A margin's diagnosis, made once for as long as it acts alike. */
export function diagnosisOf(force: Force): Diagnosis {
  const kept = known.get(force);
  if (kept) return kept;
  const findings = findingsOf(force);
  const diagnosis = { findings, jumps: jumpSides(force.psi, findings) };
  known.set(force, diagnosis);
  return diagnosis;
}
