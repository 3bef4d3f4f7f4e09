// e^x, log x and tanh x of four numbers, made of additions, multiplications and divisions only: their bits are the same
// on every machine, which no Math function promises. Within a few of float32's last digits of the truth.

/** ln 2 in two parts: HIGH has 9 significant bits, so that n · HIGH is exact; LOW is the rest. */
const LN2_HIGH: f32 = 0.693359375;
const LN2_LOW: f32 = -0.00021219444005469057;
const LOG2_E: f32 = Math.LOG2E as f32;

/** Below this e^x counts as 0: 9e-27, nothing beside 1. Smaller numbers would slow some processors down in products. */
const LOWEST: f32 = -60;

/** 2ⁿ of whole n ≥ −126, by its exponent's bits. */
function powerOf2(n: v128): v128 {
  return i32x4.shl(i32x4.add(i32x4.trunc_sat_f32x4_s(n), i32x4.splat(127)), 23);
}

/** e^r − 1, r = x − n ln 2, |r| ≤ ln 2 / 2: Taylor's series, whose next term is below 2e-8 of it. */
function rest(x: v128, n: v128): v128 {
  const high = f32x4.sub(x, f32x4.mul(n, f32x4.splat(LN2_HIGH)));
  const r = f32x4.sub(high, f32x4.mul(n, f32x4.splat(LN2_LOW)));
  let sum = f32x4.splat(1.0 / 5040);
  sum = f32x4.add(f32x4.mul(sum, r), f32x4.splat(1.0 / 720));
  sum = f32x4.add(f32x4.mul(sum, r), f32x4.splat(1.0 / 120));
  sum = f32x4.add(f32x4.mul(sum, r), f32x4.splat(1.0 / 24));
  sum = f32x4.add(f32x4.mul(sum, r), f32x4.splat(1.0 / 6));
  sum = f32x4.add(f32x4.mul(sum, r), f32x4.splat(1.0 / 2));
  return f32x4.add(r, f32x4.mul(f32x4.mul(r, r), sum));
}

/** e^x for x ≤ 0. */
export function exp(x: v128): v128 {
  const within = f32x4.pmax(x, f32x4.splat(LOWEST));
  const n = f32x4.nearest(f32x4.mul(within, f32x4.splat(LOG2_E)));
  const power = powerOf2(n);
  const value = f32x4.add(power, f32x4.mul(power, rest(within, n)));
  return v128.andnot(value, f32x4.lt(x, f32x4.splat(LOWEST)));
}

/** e^x − 1 for x ≤ 0, keeping its digits near 0. */
function expMinus1(x: v128): v128 {
  const within = f32x4.pmax(x, f32x4.splat(LOWEST));
  const n = f32x4.nearest(f32x4.mul(within, f32x4.splat(LOG2_E)));
  const power = powerOf2(n);
  return f32x4.add(f32x4.mul(power, rest(within, n)), f32x4.sub(power, f32x4.splat(1)));
}

/** tanh x = (1 − e^−2|x|) / (1 + e^−2|x|) with the sign of x. */
export function tanh(x: v128): v128 {
  const fall = expMinus1(f32x4.mul(f32x4.abs(x), f32x4.splat(-2)));
  const size = f32x4.div(f32x4.neg(fall), f32x4.add(f32x4.splat(2), fall));
  return v128.bitselect(x, size, i32x4.splat(0x80000000));
}

/** The bits of √½: mantissas are taken from √½ ... √2. */
const ROOT_HALF: i32 = 0x3f3504f3;

/** log x for x ≥ 1: x = 2ᵉ m, s = (m − 1)/(m + 1), log m = 2(s + s³/3 + s⁵/5 + …), whose next term is below 1e-9. */
export function log(x: v128): v128 {
  const e = i32x4.shr_s(i32x4.sub(x, i32x4.splat(ROOT_HALF)), 23);
  const m = i32x4.sub(x, i32x4.shl(e, 23));
  const s = f32x4.div(f32x4.sub(m, f32x4.splat(1)), f32x4.add(m, f32x4.splat(1)));
  const ss = f32x4.mul(s, s);
  let sum = f32x4.splat(1.0 / 9);
  sum = f32x4.add(f32x4.mul(sum, ss), f32x4.splat(1.0 / 7));
  sum = f32x4.add(f32x4.mul(sum, ss), f32x4.splat(1.0 / 5));
  sum = f32x4.add(f32x4.mul(sum, ss), f32x4.splat(1.0 / 3));
  const half = f32x4.add(s, f32x4.mul(f32x4.mul(s, ss), sum));
  const whole = f32x4.convert_i32x4_s(e);
  const low = f32x4.add(f32x4.add(half, half), f32x4.mul(whole, f32x4.splat(LN2_LOW)));
  const value = f32x4.add(f32x4.mul(whole, f32x4.splat(LN2_HIGH)), low);
  // The bits of what is no number would look like one: x − x is 0, or no number either.
  return f32x4.add(value, f32x4.sub(x, x));
}
