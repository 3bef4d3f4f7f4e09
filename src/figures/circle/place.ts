/** The rim's radius as a part of the box. */
const RIM = 0.37;

/** How big the circle is, and where, in CSS pixels. */
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
