import { theme } from '../../draw/theme';
import type { Placing } from '../SampleCanvas';
import { labelOf, type RawInput, reachOf, scaleFor } from './scene';

/** So near the middle of a label, in parts of its height, a pointer is at its class. */
const AT_LABEL = 0.7;

/** Where samples and labels stand in the plane; the arrow keys walk from the origin outwards. */
export const placing = (input: () => RawInput): Placing => ({
  sampleAt(left, top, width, height, reach) {
    const now = input();
    const { x, y, unit } = scaleFor(reachOf(now), width, height);
    let best: number | null = null;
    let nearest = reach;
    for (let i = 0; i < now.count; i++) {
      const [fx, fy] = [now.features?.[2 * i] ?? 0, now.features?.[2 * i + 1] ?? 0];
      const distance = Math.hypot(x + fx * unit - left, y - fy * unit - top);
      if (distance < nearest) {
        nearest = distance;
        best = i;
      }
    }
    return best;
  },
  classAt(left, top, width, height) {
    const { weights } = input().classifier;
    const half = Math.min(width, height) / 2;
    const cls = weights.findIndex((weight) => {
      const { x, y, letters } = labelOf(weight, half, theme().lettering);
      return Math.hypot(width / 2 + x - left, height / 2 + y - top) <= AT_LABEL * letters;
    });
    return cls < 0 ? null : cls;
  },
  order() {
    const { features, count } = input();
    const lengths = Float64Array.from({ length: features ? count : 0 }, (_, i) =>
      Math.hypot(features?.[2 * i] ?? 0, features?.[2 * i + 1] ?? 0),
    );
    return Array.from(lengths, (_, i) => i).sort((a, b) => (lengths[a] ?? 0) - (lengths[b] ?? 0));
  },
});
