import {
  type Arc,
  type CircleClassifier,
  classRegions,
  detachedArcs,
  type Region,
  satisfiedArc,
} from '../../margin/circle';

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
  /** The sample that is pointed at, and the class that is lit up while the others fade. */
  readonly pointed: number | null;
  readonly lit: number | null;
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
