import { angleDensity } from '../../math/histogram';
import {
  equalErrorRate,
  equalErrorThreshold,
  pairsOf,
  type Roc,
  rocOf,
  tarAtFar,
} from '../../math/verification';
import type { Chosen, FigureInput, LaneLook } from '../figure';

/** False accept rates that a verification is read at. */
export const TARGETS = [0.01, 0.1] as const;
/** The drawn characteristic: even on a log axis from 10⁻³ to 1. */
export const DECADES = 3;
const COLUMNS = 150;

/** Whose pairs: classes that are never trained, or the test split of those that are. */
export type Whose = 'heldOut' | 'test';
export const whoseOf = ({ whose }: Chosen): Whose => (whose === 'test' ? 'test' : 'heldOut');

/** The samples that are paired: a part of every look's embeddings, and their classes. */
export type Paired = NonNullable<FigureInput['heldOut']>;

/** Of a test split so many: about as many as are held out. */
const TESTED = 120;

/** null before there are samples, and where no classes are held out. */
export function pairedOf({ heldOut, y, count, classes }: FigureInput, whose: Whose): Paired | null {
  if (count === 0) return null;
  return whose === 'heldOut' ? heldOut : { from: count, y: y.subarray(count, count + TESTED), classes };
}

/** What a look makes of all pairs. */
export interface Verified {
  readonly roc: Roc;
  /** Of the pairs of one class and of two: densities of their angles, per radian at even angles 0 ... π. */
  readonly same: Float64Array;
  readonly different: Float64Array;
  /** The highest of both. */
  readonly peak: number;
  /** TAR over log₁₀ FAR: the largest with a FAR at or below. */
  readonly curve: readonly (readonly [logFar: number, tar: number])[];
  readonly eer: number;
  /** The largest TAR with a FAR at or below each of the targets. */
  readonly tarAt: readonly number[];
  /** The smallest angle that lets in as many false accepts as it keeps out true ones, as shares, radians. */
  readonly equal: number;
}

/** Bins of 1.5°, smoothed over about 2°. */
const BINS = 120;
const BANDWIDTH = 0.035;

/** The angle of a threshold; 0 for one that nothing reaches. */
export const angleOf = (threshold: number): number => Math.acos(Math.max(-1, Math.min(1, threshold)));

function curveOf({ far, tar }: Roc): Verified['curve'] {
  let vertex = 0;
  return Array.from({ length: COLUMNS + 1 }, (_, i) => {
    const log = DECADES * (i / COLUMNS - 1);
    while (vertex + 1 < far.length && (far[vertex + 1] ?? 0) <= 10 ** log) vertex++;
    return [log, tar[vertex] ?? 0] as const;
  });
}

function verify({ features, centres }: LaneLook, { from, y }: Paired, classes: number): Verified | null {
  const dim = centres.length / classes;
  const pairs = pairsOf(features.subarray(from * dim), y, dim, 0, y.length);
  // A run that has gone astray has no angles.
  if (!pairs.scores.every(Number.isFinite)) return null;
  const roc = rocOf(pairs);
  const density = (which: number): Float64Array =>
    angleDensity(pairs.scores.filter((_, i) => pairs.same[i] === which).map(angleOf), BINS, BANDWIDTH);
  const [same, different] = [density(1), density(0)];
  return {
    roc,
    same,
    different,
    peak: Math.max(...same, ...different),
    curve: curveOf(roc),
    eer: equalErrorRate(roc),
    tarAt: TARGETS.map((target) => tarAtFar(roc, target).tar),
    equal: angleOf(equalErrorThreshold(roc)),
  };
}

const known = new WeakMap<LaneLook, Map<Whose, Verified | null>>();

/** A look's pairs, measured once: a look belongs to one run. null where there is nothing to measure. */
export function verifiedBy(look: LaneLook | null, input: FigureInput, whose: Whose): Verified | null {
  const paired = pairedOf(input, whose);
  if (!look || !paired) return null;
  const made = known.get(look) ?? new Map<Whose, Verified | null>();
  known.set(look, made);
  const kept = made.get(whose);
  if (kept !== undefined) return kept;
  const verified = verify(look, paired, input.classes.length);
  made.set(whose, verified);
  return verified;
}
