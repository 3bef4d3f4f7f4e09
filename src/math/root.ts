/**
 * The last place, coming from `inside`, where f is still at least 0; `outside` it is less. Found to within `width`.
 * A secant's step, then half of what is left unless that has come nearer by half itself: a jump is found as well
 * (after Dekker). The secant is moved on a little, so that the other end comes nearer, too.
 */
export function lastHeld(f: (at: number) => number, inside: number, outside: number, width: number): number {
  let [a, fa, b, fb] = [inside, f(inside), outside, f(outside)];
  let halve = false;
  while (Math.abs(b - a) > width) {
    const before = Math.abs(b - a);
    const middle = (a + b) / 2;
    const part = fa / (fa - fb);
    const secant = a + (b - a) * part;
    const step = secant + (Math.sign(middle - secant) * width) / 3;
    const at: number = halve || !(part >= 0 && part <= 1) ? middle : step;
    if (at === a || at === b) return a;
    const value = f(at);
    if (value >= 0) [a, fa] = [at, value];
    else [b, fb] = [at, value];
    halve = Math.abs(b - a) > before / 2;
  }
  return a;
}
