import { theme } from '../../draw/theme';
import { direction, turn } from '../../math/angle';
import type { Placing } from '../SampleCanvas';
import { labelHeight, labelPlaces } from './labels';
import { place } from './place';
import { type CircleInput, scatter } from './scene';

/** So near the middle of a label, in parts of its height, a pointer is at its class. */
const AT_LABEL = 0.7;
/** … and so near its spoke, in CSS pixels, on the part that is clear of other spokes and of the samples, in radii. */
const SPOKE = { from: 0.2, to: 0.7, width: 6 } as const;

/** Where samples and centres stand on the circle; the arrow keys walk around it. */
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
  classAt(left, top, width, height) {
    const { angles } = input().classifier;
    const at = place(width, height);
    const [right, down] = [left - at.x, top - at.y];
    const letters = labelHeight(at.radius, theme());
    const label = labelPlaces(angles, at, letters).findIndex(
      ({ x, y }) => Math.hypot(x - right, y - down) <= AT_LABEL * letters,
    );
    const r = Math.hypot(right, down) / at.radius;
    if (label >= 0 || r < SPOKE.from || r > SPOKE.to) return label < 0 ? null : label;
    const direction = Math.atan2(-down, right);
    const off = angles.map((angle) => Math.abs(turn(angle, direction)) * r * at.radius);
    const nearest = off.indexOf(Math.min(...off));
    return (off[nearest] ?? SPOKE.width) < SPOKE.width ? nearest : null;
  },
  order() {
    const { features, count } = input();
    const angles = Float64Array.from({ length: features ? count : 0 }, (_, i) =>
      direction(Math.atan2(features?.[2 * i + 1] ?? 0, features?.[2 * i] ?? 0)),
    );
    return Array.from(angles, (_, i) => i).sort((a, b) => (angles[a] ?? 0) - (angles[b] ?? 0));
  },
});
