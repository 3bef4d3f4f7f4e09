import type { Theme } from '../../draw/theme';
import type { Vector } from '../../math/vector';

/** The globe's radius as a part of the box: pins and labels stand out of it. */
const RIM = 0.4;

/** How big the globe is, and where, in CSS pixels. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** From the middle to the nearest edge of the box. */
  readonly half: number;
}
export function place(width: number, height: number): Place {
  const half = Math.min(width, height) / 2;
  return { x: width / 2, y: height / 2, radius: 2 * RIM * half, half };
}

/** How far the pins of the centres stand out of the globe, in radii; less where the box has no room for their heads. */
const PIN = 1.17;
/** The radius of a pin's head, in heights of its letter. */
const HEAD = 0.72;

/** The head of a pin: its middle, CSS pixels from that of the globe to the right and down, its radius, and its letter's height. */
export function pinHead({ radius, half }: Place, [x, y]: Vector, { lettering }: Theme) {
  const letter = Math.max(11, radius / 9) * lettering;
  const pin = Math.min(PIN * radius, half - HEAD * letter - 2);
  return { left: pin * x, top: -pin * y, head: HEAD * letter, letter };
}
