/** The rim's radius as a part of the box. */
const RIM = 0.37;

/** How big the circle is, and where, in CSS pixels. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}
export function place(width: number, height: number): Place {
  return { x: width / 2, y: height / 2, radius: RIM * Math.min(width, height) };
}
