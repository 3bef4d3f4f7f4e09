import { theme } from '../../draw/theme';
import { angleTo, rowOf, unit } from '../../math/vector';
import { frameOf, seen } from '../../math/viewpoint';
import type { Placing } from '../SampleCanvas';
import { pinHead, place } from './place';
import type { GlobeInput } from './scene';

/** How near the head of a pin a pointer is at its class, CSS pixels. */
const AROUND = 2;

/** Where samples and centres stand on the globe: those in front can be pointed at; keys walk from class to class, outwards. */
export const placing = (input: () => GlobeInput): Placing => ({
  sampleAt(left, top, width, height, reach) {
    const { features, count, viewpoint } = input();
    const { x, y, radius } = place(width, height);
    const frame = frameOf(viewpoint);
    let best: number | null = null;
    let nearest = reach;
    for (let i = 0; features && i < count; i++) {
      const [right, up, towards] = seen(frame, unit(rowOf(features, i)));
      const distance = Math.hypot(x + radius * right - left, y - radius * up - top);
      if (towards >= 0 && distance < nearest) {
        nearest = distance;
        best = i;
      }
    }
    return best;
  },
  classAt(left, top, width, height) {
    const { classifier, viewpoint } = input();
    const at = place(width, height);
    const frame = frameOf(viewpoint);
    const pins = classifier.weights.map((w) => seen(frame, unit(w)));
    const isAt = (pin: (typeof pins)[number]): boolean => {
      const { left: x, top: y, head } = pinHead(at, pin, theme());
      return Math.hypot(at.x + x - left, at.y + y - top) <= head + AROUND;
    };
    // Of two over one another the one in front is seen.
    const [first] = pins
      .flatMap((pin, cls) => (isAt(pin) ? [{ cls, pin }] : []))
      .sort((a, b) => b.pin[2] - a.pin[2]);
    return first?.cls ?? null;
  },
  order() {
    const { features, count, y, classifier } = input();
    const own = classifier.weights.map(unit);
    const theta = Float64Array.from({ length: features ? count : 0 }, (_, i) =>
      features ? angleTo(unit(rowOf(features, i)), own[y[i] ?? 0] ?? [0, 0, 1]) : 0,
    );
    return Array.from(theta, (_, i) => i).sort(
      (a, b) => (y[a] ?? 0) - (y[b] ?? 0) || (theta[a] ?? 0) - (theta[b] ?? 0),
    );
  },
});
