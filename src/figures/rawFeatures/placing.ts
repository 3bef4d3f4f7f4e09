import { theme } from '../../draw/theme';
import { DEGREE } from '../../math/angle';
import { shiftedBy, turnedBy } from '../../math/move';
import { type Placing, type Spot, turnBetween } from '../samples';
import { labelOf, type RawInput, reachOf, type Scale, scaleFor } from './scene';

/** So near the middle of a label, in parts of its height, a pointer is at its class. */
const AT_LABEL = 0.7;

/** A key moves a sample by this part of the picture's reach. */
const STEP = 0.02;

/** How far a sample is drawn from a place, CSS pixels. */
function distanceTo(
  sample: number,
  { features }: RawInput,
  [left, top]: Spot,
  { x, y, unit }: Scale,
): number {
  const [fx, fy] = [features?.[2 * sample] ?? 0, features?.[2 * sample + 1] ?? 0];
  return Math.hypot(x + fx * unit - left, y - fy * unit - top);
}

/** The class whose label stands at a place, or null. */
function labelAt({ classifier }: RawInput, [left, top]: Spot, width: number, height: number): number | null {
  const half = Math.min(width, height) / 2;
  const cls = classifier.weights.findIndex((weight) => {
    const { x, y, letters } = labelOf(weight, half, theme().lettering);
    return Math.hypot(width / 2 + x - left, height / 2 + y - top) <= AT_LABEL * letters;
  });
  return cls < 0 ? null : cls;
}

/**
 * Where samples and labels stand in the plane; the arrow keys walk from the origin outwards. A sample is moved where the
 * hand goes, its length with it; a centre is turned, since its label shows its direction alone.
 */
export const placing = (input: () => RawInput): Placing => ({
  sampleAt(left, top, width, height, reach) {
    const now = input();
    const scale = scaleFor(reachOf(now), width, height);
    let best: number | null = null;
    let nearest = reach;
    for (let i = 0; i < now.count; i++) {
      const distance = distanceTo(i, now, [left, top], scale);
      if (distance < nearest) {
        nearest = distance;
        best = i;
      }
    }
    return best;
  },
  classAt: (left, top, width, height) => labelAt(input(), [left, top], width, height),
  labelAt: (left, top, width, height) => labelAt(input(), [left, top], width, height),
  isNear(sample, left, top, width, height, reach) {
    const now = input();
    const scale = scaleFor(reachOf(now), width, height);
    return sample < now.count && distanceTo(sample, now, [left, top], scale) < reach;
  },
  drag({ sample }, from, to, width, height) {
    if (sample === null) return turnBetween(from, to, width, height);
    const { unit } = scaleFor(reachOf(input()), width, height);
    return shiftedBy((to[0] - from[0]) / unit, (from[1] - to[1]) / unit);
  },
  nudge({ sample }, right, up) {
    const step = STEP * reachOf(input());
    return sample === null ? turnedBy((right + up) * DEGREE) : shiftedBy(right * step, up * step);
  },
  order() {
    const { features, count } = input();
    const lengths = Float64Array.from({ length: features ? count : 0 }, (_, i) =>
      Math.hypot(features?.[2 * i] ?? 0, features?.[2 * i + 1] ?? 0),
    );
    return Array.from(lengths, (_, i) => i).sort((a, b) => (lengths[a] ?? 0) - (lengths[b] ?? 0));
  },
});
