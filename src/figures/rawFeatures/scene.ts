import { classCells, type LinearClassifier, type Point } from '../../margin/cells';
import { quantile } from '../../math/quantile';

/** What the raw feature plane shows: embeddings with their lengths, as the network gives them. */
export interface RawInput {
  readonly classifier: LinearClassifier;
  readonly classes: readonly string[];
  /** [n, 2] */
  readonly features: Float32Array | null;
  /** [n] */
  readonly y: Uint8Array;
  readonly count: number;
  readonly picked: number | null;
  /** The sample that is pointed at, and the class that is lit up while the others fade. */
  readonly pointed: number | null;
  readonly lit: number | null;
}

/** Part of the samples that the picture is made to hold; the few that lie further out stand at its edge. */
const HELD = 0.995;
/** Part of the box that they take. */
const FILL = 0.46;

/** How far the picture reaches, in units of the features. */
export function reachOf({ features, count }: RawInput): number {
  if (!features || count === 0) return 1;
  const lengths = Float64Array.from({ length: count }, (_, i) =>
    Math.max(Math.abs(features[2 * i] ?? 0), Math.abs(features[2 * i + 1] ?? 0)),
  );
  return Math.max(1e-9, quantile(lengths.sort(), HELD));
}

/** From features to CSS pixels: the origin's place, and pixels to the unit. */
export interface Scale {
  readonly x: number;
  readonly y: number;
  readonly unit: number;
}
export const scaleFor = (reach: number, width: number, height: number): Scale => ({
  x: width / 2,
  y: height / 2,
  unit: (FILL * Math.min(width, height)) / reach,
});

/** Half the box, in units of the features. */
const edge = (reach: number): number => (reach * 0.5) / FILL;

/** Where each class wins, to the edges of the box. */
export const cells = ({ classifier }: RawInput, reach: number): Point[][] =>
  classCells(classifier, edge(reach));

/** The sides of the cells that lie between two of them, each once: neighbours go along a common side in opposite ways. */
export function borders(all: readonly Point[][], reach: number): (readonly [Point, Point])[] {
  const end = edge(reach) * (1 - 1e-9);
  const onEdge = (a: Point, b: Point): boolean =>
    [0, 1].some((k) => Math.abs(a[k] ?? 0) >= end && Math.abs(b[k] ?? 0) >= end && a[k] === b[k]);
  return all.flatMap((cell) =>
    cell.flatMap((a, i) => {
      const b = cell[(i + 1) % cell.length] ?? a;
      // Any slope serves that no border has.
      const forwards = (b[0] - a[0]) * Math.SQRT2 + (b[1] - a[1]) > 0;
      return forwards && !onEdge(a, b) ? [[a, b] as const] : [];
    }),
  );
}

/** How far out the labels of the classes stand, in halves of the box. */
const LABELS = 0.93;
/** Where a class's label stands, from the middle to the right and down, and how high letters are; all in CSS pixels. */
export function labelOf([x, y]: Point, half: number, lettering: number) {
  const by = (LABELS * half) / Math.hypot(x, y);
  return { x: x * by, y: -y * by, letters: Math.max(11, half / 12) * lettering };
}
