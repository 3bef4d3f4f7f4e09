import type { Theme } from '../../draw/theme';
import type { Place } from './place';

/** Where a label may stand on its spoke, in radii: best first. */
const RADII = [1.27, 1.4, 1.14, 1.02, 0.9];
/** Labels nearer than this part of their height would cover one another. */
const APART = 0.95;
/** Between a label's middle and the edge of the box, as a part of its height. */
const ROOM = 0.55;

/** How high a label is, CSS pixels. */
export const labelHeight = (radius: number, { lettering }: Theme): number =>
  Math.max(11, radius / 8.5) * lettering;

/** A label's middle, CSS pixels from that of the circle, to the right and down. */
export interface LabelPlace {
  readonly x: number;
  readonly y: number;
  /** It stands nearer than is usual, over what is drawn there. */
  readonly inside: boolean;
}

/** Places for the labels of spokes at these angles, within the box and, as far as there is room, not on one another. */
export function labelPlaces(
  angles: readonly number[],
  { radius, half }: Place,
  height: number,
): readonly LabelPlace[] {
  const placed: LabelPlace[] = [];
  for (const angle of angles) {
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    const furthest = (half - ROOM * height) / Math.max(Math.abs(cos), Math.abs(sin));
    const places = RADII.map((wanted) => {
      const r = Math.min(furthest, wanted * radius);
      return { x: r * cos, y: -r * sin, inside: r < 1.26 * radius };
    });
    const free = places.find(({ x, y }) =>
      placed.every((other) => Math.hypot(x - other.x, y - other.y) >= APART * height),
    );
    placed.push(free ?? places[0] ?? { x: 0, y: 0, inside: true });
  }
  return placed;
}
