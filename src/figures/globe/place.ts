/** The globe's radius as a part of the box: pins and labels stand out of it. */
const RIM = 0.385;

/** How big the globe is, and where, in CSS pixels. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}
export function place(width: number, height: number): Place {
  return { x: width / 2, y: height / 2, radius: RIM * Math.min(width, height) };
}
