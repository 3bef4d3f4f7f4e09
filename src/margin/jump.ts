/** Cells of the grid over 0 ... π on which a margin is looked over: a quarter of a degree each. */
export const CELLS = 720;
export const CELL = Math.PI / CELLS;

/** The two numbers beside each other between which ψ jumps, looked for within a cell around `near`. */
export function sidesOfJump(
  psi: (theta: number) => number,
  near: number,
): readonly [left: number, right: number] {
  let [a, b] = [Math.max(0, near - CELL / 2), Math.min(Math.PI, near + CELL / 2)];
  for (let k = 0; k < 60; k++) {
    const middle = (a + b) / 2;
    if (middle <= a || middle >= b) break;
    if (Math.abs(psi(middle) - psi(a)) > Math.abs(psi(b) - psi(middle))) b = middle;
    else a = middle;
  }
  return [a, b];
}
