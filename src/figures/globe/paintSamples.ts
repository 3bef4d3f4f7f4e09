import { ALPHA, type Dots } from '../../draw/dots';
import { litLast, strengthOf } from '../../draw/fade';
import type { Theme } from '../../draw/theme';
import type { Frame } from '../../math/viewpoint';
import type { Place } from './place';
import type { GlobeInput } from './scene';

/** How strong a sample on the far side is, 0 ... 255. */
const FAINT = 70;

/** The samples of one side of the globe, in front or behind. */
export function paintSamples(
  { x, y, radius }: Place,
  { features, y: labels, count, classes, lit }: GlobeInput,
  { right, up, towards }: Frame,
  theme: Theme,
  dots: Dots,
  front: boolean,
): void {
  if (!features) return;
  const size = Math.max(1.5, radius / 68);
  const all = classes.map((_, cls) => ({ cls }));
  for (const { cls } of litLast(all, lit)) {
    dots.use(theme.classes[cls] ?? theme.ink, strengthOf(cls, lit) * (front ? ALPHA : FAINT));
    for (let i = 0; i < count; i++) {
      if (labels[i] !== cls) continue;
      const [p = 0, q = 0, r = 0] = [features[3 * i], features[3 * i + 1], features[3 * i + 2]];
      if (towards[0] * p + towards[1] * q + towards[2] * r >= 0 !== front) continue;
      const by = radius / Math.sqrt(p * p + q * q + r * r);
      const across = right[0] * p + right[1] * q + right[2] * r;
      const above = up[0] * p + up[1] * q + up[2] * r;
      dots.dot(x + across * by, y - above * by, size);
    }
  }
}
