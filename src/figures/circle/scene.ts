import {
  type Arc,
  type CircleClassifier,
  classRegions,
  detachedArcs,
  type Region,
  satisfiedArc,
} from '../../margin/circle';
import { direction } from '../../math/angle';
import type { Placing } from '../SampleCanvas';
import { place } from './place';

/** What a circle shows: all by props, from formula and centres and samples; nothing is fetched or trained. */
export interface CircleInput {
  readonly classifier: CircleClassifier;
  /** ψ in force; null for a loss whose classes have no satisfied arc apart from their region (plain softmax). */
  readonly psi: ((theta: number) => number) | null;
  /** ψ rises somewhere: further arcs have to be looked for. */
  readonly rises: boolean;
  readonly classes: readonly string[];
  /** [n, 2] embeddings of the samples shown, not normalised; null before there are any. */
  readonly features: Float32Array | null;
  /** [n] */
  readonly y: Uint8Array;
  /** How many of the samples are drawn, from the first. */
  readonly count: number;
  readonly picked: number | null;
  /** −∂L/∂x of the picked sample: where it would go by its own loss. */
  readonly push: readonly [x: number, y: number] | null;
}

/** A class on the circle. Angles in radians, counter-clockwise; wedges as [from, to]. */
export interface ClassPicture {
  readonly cls: number;
  readonly centre: number;
  readonly regions: readonly Region[];
  /** Turns from the centre; null where the margin is infeasible, or where there is none to satisfy. */
  readonly arc: Arc | null;
  readonly detached: readonly Arc[];
  /** Right, but not right by the margin: the region without the arc. */
  readonly bands: readonly (readonly [from: number, to: number])[];
}

/** The parts of a region that the arc around `centre` leaves uncovered. */
function uncovered({ from, to }: Region, centre: number, arc: Arc | null): (readonly [number, number])[] {
  if (!arc) return [[from, to]];
  // The arc, turned by whole turns until it lies in or beside the region.
  const shift =
    2 * Math.PI * Math.round(((from + to) / 2 - (centre + (arc.lo + arc.hi) / 2)) / (2 * Math.PI));
  const lo = Math.max(from, centre + arc.lo + shift);
  const hi = Math.min(to, centre + arc.hi + shift);
  if (lo >= hi) return [[from, to]];
  return (
    [
      [from, lo],
      [hi, to],
    ] as const
  ).filter(([a, b]) => b - a > 1e-9);
}

/** Regions, satisfied arcs and margin bands of every class, as GEOMETRY defines them. */
export function pictures({ classifier, psi, rises }: CircleInput): ClassPicture[] {
  const regions = classRegions(classifier);
  return classifier.angles.map((centre, cls) => {
    const own = regions.filter((region) => region.cls === cls);
    if (!psi) return { cls, centre, regions: own, arc: null, detached: [], bands: [] };
    const arc = satisfiedArc(classifier.angles, cls, psi);
    return {
      cls,
      centre,
      regions: own,
      arc,
      detached: rises ? detachedArcs(classifier.angles, cls, psi, arc) : [],
      bands: own.flatMap((region) => uncovered(region, centre, arc)),
    };
  });
}

/** Where a sample is drawn, as a part of the radius: scattered inwards so that thousands stay readable. */
export function scatter(sample: number): number {
  // Knuth's multiplicative hash: neighbours in the data land far apart.
  const hash = Math.imul(sample + 1, 2654435761) >>> 0;
  return 0.985 - 0.11 * (hash / 2 ** 32);
}

/** Where the samples stand on the circle; the arrow keys walk around it. */
export const placing = (input: () => CircleInput): Placing => ({
  sampleAt(left, top, width, height, reach) {
    const { features, count } = input();
    const { x, y, radius } = place(width, height);
    let best: number | null = null;
    let nearest = reach;
    for (let i = 0; i < count; i++) {
      const [fx, fy] = [features?.[2 * i] ?? 0, features?.[2 * i + 1] ?? 0];
      const toRim = (radius * scatter(i)) / Math.hypot(fx, fy);
      const distance = Math.hypot(x + fx * toRim - left, y - fy * toRim - top);
      if (distance < nearest) {
        nearest = distance;
        best = i;
      }
    }
    return best;
  },
  order() {
    const { features, count } = input();
    const angles = Float64Array.from({ length: features ? count : 0 }, (_, i) =>
      direction(Math.atan2(features?.[2 * i + 1] ?? 0, features?.[2 * i] ?? 0)),
    );
    return Array.from(angles, (_, i) => i).sort((a, b) => (angles[a] ?? 0) - (angles[b] ?? 0));
  },
});
