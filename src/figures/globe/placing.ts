import { theme } from '../../draw/theme';
import { DEGREE } from '../../math/angle';
import { turnedAround } from '../../math/move';
import { angleTo, combine, cross, rowOf, unit, type Vector } from '../../math/vector';
import { type Frame, frameOf, seen } from '../../math/viewpoint';
import type { Placing, Pointed, Spot } from '../samples';
import { type Place, pinHead, place } from './place';
import type { GlobeInput } from './scene';

/** How near the head of a pin a pointer is at its class, CSS pixels. */
const AROUND = 2;

/** The class whose pin has its head at a place, or null. */
function pinAt(
  { classifier, viewpoint }: GlobeInput,
  [left, top]: Spot,
  width: number,
  height: number,
): number | null {
  const at = place(width, height);
  const frame = frameOf(viewpoint);
  const pins = classifier.weights.map((w) => seen(frame, unit(w)));
  const isAt = (pin: Vector): boolean => {
    const { left: x, top: y, head } = pinHead(at, pin, theme());
    return Math.hypot(at.x + x - left, at.y + y - top) <= head + AROUND;
  };
  // Of two over one another the one in front is seen.
  const [first] = pins
    .flatMap((pin, cls) => (isAt(pin) ? [{ cls, pin }] : []))
    .sort((a, b) => b.pin[2] - a.pin[2]);
  return first?.cls ?? null;
}

/** How far from the middle of the globe what is held is drawn at most, CSS pixels, and whether it is on the far side. */
function whereIs({ cls, sample }: Pointed, { classifier, features }: GlobeInput, frame: Frame, box: Place) {
  const held =
    sample !== null && features ? rowOf(features, sample) : (classifier.weights[cls ?? 0] ?? [0, 0, 1]);
  const radius = sample === null ? pinHead(box, [1, 0, 0], theme()).left : box.radius;
  return { radius, behind: seen(frame, unit(held))[2] < 0 };
}

/** The place on the ball, of unit length, that is seen so far to the right and upwards of its middle; from beyond, on the rim. */
function onBall({ right, up, towards }: Frame, x: number, y: number, behind: boolean): Vector {
  const r = Math.hypot(x, y);
  const depth = Math.sqrt(Math.max(0, 1 - r * r)) * (behind ? -1 : 1);
  const by = 1 / Math.max(1, r);
  return unit(combine(1, combine(x * by, right, y * by, up), depth, towards));
}

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
  classAt: (left, top, width, height) => pinAt(input(), [left, top], width, height),
  labelAt: (left, top, width, height) => pinAt(input(), [left, top], width, height),
  isNear(sample, left, top, width, height, reach) {
    const { features, count, viewpoint } = input();
    if (!features || sample >= count) return false;
    const { x, y, radius } = place(width, height);
    const [right, up, towards] = seen(frameOf(viewpoint), unit(rowOf(features, sample)));
    return towards >= 0 && Math.hypot(x + radius * right - left, y - radius * up - top) < reach;
  },
  drag(held, from, to, width, height) {
    const now = input();
    const frame = frameOf(now.viewpoint);
    const box = place(width, height);
    const { radius, behind } = whereIs(held, now, frame, box);
    const spot = ([left, top]: Spot): Vector =>
      onBall(frame, (left - box.x) / radius, (box.y - top) / radius, behind);
    const [a, b] = [spot(from), spot(to)];
    return turnedAround(unit(cross(a, b)), angleTo(a, b));
  },
  nudge(_, right, up) {
    const frame = frameOf(input().viewpoint);
    return up === 0 ? turnedAround(frame.up, right * DEGREE) : turnedAround(frame.right, -up * DEGREE);
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
