export const DEGREE = Math.PI / 180;
export const toDegrees = (radians: number): number => radians / DEGREE;
export const TURN = 2 * Math.PI;

/** The same direction in [0, 2π). */
export const direction = (angle: number): number => {
  const turned = angle % TURN;
  // A tiny negative angle plus a turn rounds to a full turn.
  return turned < 0 ? (turned + TURN) % TURN : turned;
};

/** The smallest turn from `from` to `to`, in (−π, π]. */
export const turn = (from: number, to: number): number => {
  const d = direction(to - from);
  return d > Math.PI ? d - TURN : d;
};

/** Angle between two directions on the circle, 0 ... π. */
export const separation = (a: number, b: number): number => Math.abs(turn(a, b));
