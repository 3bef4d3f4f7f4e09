import { theme } from '../../draw/theme';
import { DEGREE, direction, turn } from '../../math/angle';
import { turnedBy } from '../../math/move';
import { type Placing, turnBetween } from '../samples';
import { labelHeight, labelPlaces } from './labels';
import { type Place, place } from './place';
import { type CircleInput, scatter } from './scene';

/** So near the middle of a label, in parts of its height, a pointer is at its class. */
const AT_LABEL = 0.7;
/** … and so near its spoke, in CSS pixels, on the part that is clear of other spokes and of the samples, in radii. */
const SPOKE = { from: 0.2, to: 0.7, width: 6 } as const;

/** How far a sample is drawn from a place, CSS pixels. */
function distanceTo(
  sample: number,
  { features }: CircleInput,
  left: number,
  top: number,
  box: Place,
): number {
  const [fx, fy] = [features?.[2 * sample] ?? 0, features?.[2 * sample + 1] ?? 0];
  const toRim = (box.radius * scatter(sample)) / Math.hypot(fx, fy);
  return Math.hypot(box.x + fx * toRim - left, box.y - fy * toRim - top);
}

/** The class whose label stands at a place, or null; all in CSS pixels of a box of this size. */
function labelAt({ classifier }: CircleInput, left: number, top: number, box: Place): number | null {
  const letters = labelHeight(box.radius, theme());
  const label = labelPlaces(classifier.angles, box, letters).findIndex(
    ({ x, y }) => Math.hypot(box.x + x - left, box.y + y - top) <= AT_LABEL * letters,
  );
  return label < 0 ? null : label;
}

/** The class on whose spoke a place lies, or null. */
function spokeAt(
  { classifier }: CircleInput,
  left: number,
  top: number,
  { x, y, radius }: Place,
): number | null {
  const r = Math.hypot(left - x, top - y) / radius;
  if (r < SPOKE.from || r > SPOKE.to) return null;
  const direction = Math.atan2(y - top, left - x);
  const off = classifier.angles.map((angle) => Math.abs(turn(angle, direction)) * r * radius);
  const nearest = off.indexOf(Math.min(...off));
  return (off[nearest] ?? SPOKE.width) < SPOKE.width ? nearest : null;
}

/** Where samples and centres stand on the circle, around which they are turned; the arrow keys walk around it. */
export const placing = (input: () => CircleInput): Placing => ({
  sampleAt(left, top, width, height, reach) {
    const [now, box] = [input(), place(width, height)];
    let best: number | null = null;
    let nearest = reach;
    for (let i = 0; now.features && i < now.count; i++) {
      const distance = distanceTo(i, now, left, top, box);
      if (distance < nearest) {
        nearest = distance;
        best = i;
      }
    }
    return best;
  },
  classAt(left, top, width, height) {
    const [now, box] = [input(), place(width, height)];
    return labelAt(now, left, top, box) ?? spokeAt(now, left, top, box);
  },
  labelAt: (left, top, width, height) => labelAt(input(), left, top, place(width, height)),
  isNear(sample, left, top, width, height, reach) {
    const now = input();
    return sample < now.count && distanceTo(sample, now, left, top, place(width, height)) < reach;
  },
  drag: (_, from, to, width, height) => turnBetween(from, to, width, height),
  nudge: (_, right, up) => turnedBy((right + up) * DEGREE),
  order() {
    const { features, count } = input();
    const angles = Float64Array.from({ length: features ? count : 0 }, (_, i) =>
      direction(Math.atan2(features?.[2 * i + 1] ?? 0, features?.[2 * i] ?? 0)),
    );
    return Array.from(angles, (_, i) => i).sort((a, b) => (angles[a] ?? 0) - (angles[b] ?? 0));
  },
});
