import {
  borderCircle,
  type HalfSpace,
  type Part,
  partsWithin,
  type SphereCircle,
} from '../math/sphereCircle';
import { dot, minus, type Vector } from '../math/vector';
import type { CircleClassifier } from './circle';

/** What decides between classes on the sphere: score_j(x̂) = weight_j·x̂ + offset_j, the largest wins. */
export interface SphereClassifier {
  /** Rows of W, of unit length where the loss normalises them. */
  readonly weights: readonly Vector[];
  /** 0 each without biases, else b_j over the length r of the feature. */
  readonly offsets: readonly number[];
}

/** A part of the border between two classes: run through from `from` to `to`, `left` is on the left, seen from outside. */
export interface Border extends Part {
  readonly circle: SphereCircle;
  readonly left: number;
  readonly right: number;
}

/** Where class i scores at least as much as class j. */
const ahead = ({ weights, offsets }: SphereClassifier, i: number, j: number): HalfSpace => ({
  normal: minus(weights[i] ?? [0, 0, 0], weights[j] ?? [0, 0, 0]),
  offset: (offsets[i] ?? 0) - (offsets[j] ?? 0),
});

/**
 * The decision boundaries within a half-space, or on the whole sphere: of the circle on which two scores are equal only
 * the parts on which no third one is larger. Great circles between normalised centres, else small ones too. Exact.
 */
export function borders(classifier: SphereClassifier, within?: HalfSpace): Border[] {
  const classes = classifier.weights.map((_, j) => j);
  return classes.flatMap((left) =>
    classes.slice(left + 1).flatMap((right) => {
      const circle = borderCircle(ahead(classifier, left, right));
      if (!circle) return [];
      const others = classes.filter((k) => k !== left && k !== right);
      const limits = others.map((k) => ahead(classifier, left, k));
      return partsWithin(circle, within ? [...limits, within] : limits).map((part) => ({
        ...part,
        circle,
        left,
        right,
      }));
    }),
  );
}

/** The class with the largest score at a place. */
export function winnerAt({ weights, offsets }: SphereClassifier, x: Vector): number {
  const scores = weights.map((w, j) => dot(w, x) + (offsets[j] ?? 0));
  return scores.indexOf(Math.max(...scores));
}

/** The classes that win somewhere on the sphere: those that have a border, or else the one that has everything. */
export function present(classifier: SphereClassifier): ReadonlySet<number> {
  const found = new Set(borders(classifier).flatMap(({ left, right }) => [left, right]));
  return found.size > 0 ? found : new Set([winnerAt(classifier, [0, 0, 1])]);
}

/** What decides on the great circle through two unit vectors at right angles: angles count from u to v. */
export const onGreatCircle = (
  { weights, offsets }: SphereClassifier,
  u: Vector,
  v: Vector,
): CircleClassifier => ({
  angles: weights.map((w) => Math.atan2(dot(w, v), dot(w, u))),
  weights: weights.map((w) => Math.hypot(dot(w, u), dot(w, v))),
  offsets,
});
