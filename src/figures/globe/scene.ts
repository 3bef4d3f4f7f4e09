import { alongRay, type Cap, satisfiedCap } from '../../margin/cap';
import { frontRegions } from '../../margin/frontRegions';
import { sample } from '../../margin/ray';
import { present, type SphereClassifier } from '../../margin/sphere';
import { along, inFront, type Outline, type Point } from '../../math/outline';
import { unit, type Vector } from '../../math/vector';
import { type Frame, frameOf, seen, type Viewpoint } from '../../math/viewpoint';

/** What a globe shows: all by props, from formula and centres and samples; nothing is fetched or trained. */
export interface GlobeInput {
  /** The same object for as long as centres and biases are the same. */
  readonly classifier: SphereClassifier;
  /** ψ in force, the same object for as long; null for a loss that has no caps apart from its regions (plain softmax). */
  readonly psi: ((theta: number) => number) | null;
  /** ψ rises somewhere: further stretches have to be looked for. */
  readonly rises: boolean;
  readonly classes: readonly string[];
  /** [n, 3] embeddings of the samples shown, not normalised; null before there are any. */
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
  readonly push: Vector | null;
  readonly viewpoint: Viewpoint;
}

/** Rays to the rim of a cap: three degrees apart. */
const RAYS = 120;

/** ms of a task that new caps may take. */
export const PATIENCE = 20;

/** What does not change when the globe is turned. */
interface Traced {
  readonly psi: GlobeInput['psi'];
  readonly sampled: ReturnType<typeof sample> | null;
  /** Of each class, in order, as many as have been traced; none for plain softmax. */
  readonly caps: Cap[];
  readonly present: ReadonlySet<number>;
}

const known = new WeakMap<SphereClassifier, Traced>();
/**
 * Caps of a margin that was never seen before are the longest of all that a picture needs, ten times so before the browser
 * has compiled it: after `ms` the rest is left for the next time.
 */
export function trace(
  { classifier, psi, rises }: Pick<GlobeInput, 'classifier' | 'psi' | 'rises'>,
  ms = Number.POSITIVE_INFINITY,
): Traced {
  const before = known.get(classifier);
  const traced =
    before?.psi === psi
      ? before
      : { psi, sampled: psi && sample(psi), caps: [], present: before?.present ?? present(classifier) };
  known.set(classifier, traced);
  const { sampled, caps } = traced;
  const begin = performance.now();
  const { weights } = classifier;
  while (sampled && caps.length < weights.length && performance.now() - begin < ms)
    caps.push(satisfiedCap(weights, caps.length, sampled, RAYS, rises));
  return traced;
}

/** Caps are still to be traced. */
export const isUnfinished = ({ psi, caps }: Traced, { weights }: SphereClassifier): boolean =>
  psi !== null && caps.length < weights.length;

/** A class as the viewer sees it; places are to the right, upwards, towards. */
export interface ClassPicture {
  readonly cls: number;
  readonly centre: Vector;
  /** Wins nowhere, or has a margin that cannot be met. */
  readonly broken: boolean;
  readonly region: readonly Outline[];
  /** What is satisfied; none where the margin is infeasible, or where there is none to satisfy. */
  readonly cap: readonly Outline[];
  /** Right, but not right by the margin: the region without the cap, which is run around the other way. */
  readonly band: readonly Outline[];
  /** What is satisfied further out: places on its rim, and some lines across it. */
  readonly detached: { readonly rim: readonly Vector[]; readonly lines: readonly (readonly Vector[])[] };
}

export interface GlobePicture {
  readonly frame: Frame;
  readonly classes: readonly ClassPicture[];
  readonly borders: readonly (readonly Point[])[];
  /** Caps are still to be traced. */
  readonly unfinished: boolean;
}

/** What is in front of a star-shaped part around a centre that goes so far along its rays. */
const star = ({ centre, rays }: Cap, reach: ArrayLike<number>, frame: Frame): Outline[] =>
  inFront(rays.map((towards, k) => seen(frame, alongRay(centre, towards, reach[k] ?? 0))));

const NOTHING: ClassPicture['detached'] = { rim: [], lines: [] };
/** Of so many rays one is drawn all along. */
const LINE_EVERY = 12;

function furtherOut({ centre, rays, detached }: Cap, frame: Frame): ClassPicture['detached'] {
  if (detached.length === 0) return NOTHING;
  const place = (towards: Vector, theta: number): Vector => seen(frame, alongRay(centre, towards, theta));
  const drawn = new Set(rays.filter((_, k) => k % LINE_EVERY === 0));
  return {
    // A ray's end at the antipode is none of the rim.
    rim: detached.flatMap(({ towards, from, to }) =>
      (to < Math.PI ? [from, to] : [from]).map((theta) => place(towards, theta)),
    ),
    lines: detached
      .filter(({ towards }) => drawn.has(towards))
      .map(({ towards, from, to }) => along(from, to).map((theta) => place(towards, theta))),
  };
}

/** The globe as it is seen now, with the caps that are traced within `ms`. */
export function pictureOf(input: GlobeInput, ms?: number): GlobePicture {
  const frame = frameOf(input.viewpoint);
  const traced = trace(input, ms);
  const { caps, present } = traced;
  const { regions, borders } = frontRegions(input.classifier, frame);
  const classes = input.classifier.weights.map((w, cls): ClassPicture => {
    const region = regions[cls] ?? [];
    const cap = caps[cls];
    const whole = { cls, centre: seen(frame, unit(w)), region };
    if (!cap?.reach) {
      const broken = cap !== undefined || !present.has(cls);
      return { ...whole, broken, cap: [], band: cap ? region : [], detached: NOTHING };
    }
    const { reach } = cap;
    const outlines = star(cap, reach, frame);
    // A margin that makes things easier is met beyond the region, too.
    const beyond = reach.some((far, k) => far > (cap.region[k] ?? 0) + 1e-9);
    const within = beyond
      ? star(
          cap,
          reach.map((far, k) => Math.min(far, cap.region[k] ?? 0)),
          frame,
        )
      : outlines;
    return {
      ...whole,
      broken: false,
      cap: outlines,
      band: [...region, ...within.map((outline) => outline.toReversed())],
      detached: furtherOut(cap, frame),
    };
  });
  return { frame, classes, borders, unfinished: isUnfinished(traced, input.classifier) };
}
