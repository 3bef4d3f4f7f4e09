// Four numbers in one register, and what is done with them beside arithmetic.

/** Stands in for a length of 0: 0 divided by it is 0. */
export const TINY: f32 = 1e-30;

/** Lengths from sums of squares, at least so large that a division is safe. */
export function lengths(squares: v128): v128 {
  return f32x4.pmax(f32x4.sqrt(squares), f32x4.splat(TINY));
}

/** One number at each of four addresses. */
export function column(p: usize, q: usize, r: usize, s: usize): v128 {
  let all = v128.load_zero<f32>(p);
  all = v128.load_lane<f32>(q, all, 1);
  all = v128.load_lane<f32>(r, all, 2);
  return v128.load_lane<f32>(s, all, 3);
}

/** (0 + 2) + (1 + 3): the order in which four lanes are added is part of the result. */
export function sum(a: v128): f32 {
  const pairs = f32x4.add(a, v128.shuffle<f32>(a, a, 2, 3, 0, 1));
  return f32x4.extract_lane(pairs, 0) + f32x4.extract_lane(pairs, 1);
}

/** The other way round: four numbers to four addresses, `step` bytes apart. */
export function scatter(a: v128, at: usize, step: usize): void {
  v128.store_lane<f32>(at, a, 0);
  v128.store_lane<f32>(at + step, a, 1);
  v128.store_lane<f32>(at + 2 * step, a, 2);
  v128.store_lane<f32>(at + 3 * step, a, 3);
}
