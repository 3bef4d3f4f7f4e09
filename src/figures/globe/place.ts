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
