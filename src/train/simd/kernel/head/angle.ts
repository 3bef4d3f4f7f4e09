import { column, lengths } from '../fours';
import { ROW } from '../sizes';
import { readCurve } from './curve';
import { BLEND, CLASS, LENGTH, PSI, SLOPE, UNIT, W_TO_X, X, X_TO_W } from './records';

/** Takes four embeddings, rows from `e` on, into the record `four`: x̂ and ‖x‖. */
export function normalise(e: usize, dim: usize, four: usize): void {
  let squares = f32x4.splat(0);
  for (let k: usize = 0; k < dim; k++) {
    const x = column(e + k * 4, e + k * 4 + ROW, e + k * 4 + 2 * ROW, e + k * 4 + 3 * ROW);
    v128.store(four + k * 16, x, X);
    squares = f32x4.add(squares, f32x4.mul(x, x));
  }
  const size = lengths(squares);
  v128.store(four, size, LENGTH);
  for (let k: usize = 0; k < dim; k++) {
    v128.store(four + k * 16, f32x4.div(v128.load(four + k * 16, X), size), X);
  }
}

/**
 * The angles of four samples to the centres of their own classes, ψ and its slope there, and the directions in which
 * the angles shrink.
 *
 * With a = ŵ − x̂ of length 2t and b = ŵ + x̂ of length 2v, the unit tangent at x̂ towards ŵ is v·a/‖a‖ + t·b/‖b‖, and
 * that at ŵ towards x̂ is t·b/‖b‖ − v·a/‖a‖: nothing cancels, however small the angle. Where θ is 0 or π there is no
 * direction, and both are 0.
 */
export function meetOwn(loss: usize, labels: v128, classes: usize, dim: usize, four: usize): void {
  const p = classes + UNIT + (i32x4.extract_lane(labels, 0) as usize) * CLASS;
  const q = classes + UNIT + (i32x4.extract_lane(labels, 1) as usize) * CLASS;
  const r = classes + UNIT + (i32x4.extract_lane(labels, 2) as usize) * CLASS;
  const s = classes + UNIT + (i32x4.extract_lane(labels, 3) as usize) * CLASS;
  let aa = f32x4.splat(0);
  let bb = f32x4.splat(0);
  for (let k: usize = 0; k < dim; k++) {
    const x = v128.load(four + k * 16, X);
    const w = column(p + k * 4, q + k * 4, r + k * 4, s + k * 4);
    const a = f32x4.sub(w, x);
    const b = f32x4.add(w, x);
    v128.store(four + k * 16, a, X_TO_W);
    v128.store(four + k * 16, b, W_TO_X);
    aa = f32x4.add(aa, f32x4.mul(a, a));
    bb = f32x4.add(bb, f32x4.mul(b, b));
  }
  const aLength = lengths(aa);
  const bLength = lengths(bb);
  const t = f32x4.mul(aLength, f32x4.splat(0.5));
  const v = f32x4.mul(bLength, f32x4.splat(0.5));
  const byA = f32x4.div(v, aLength);
  const byB = f32x4.div(t, bLength);
  for (let k: usize = 0; k < dim; k++) {
    const alongA = f32x4.mul(byA, v128.load(four + k * 16, X_TO_W));
    const alongB = f32x4.mul(byB, v128.load(four + k * 16, W_TO_X));
    v128.store(four + k * 16, f32x4.add(alongB, alongA), X_TO_W);
    v128.store(four + k * 16, f32x4.sub(alongB, alongA), W_TO_X);
  }

  // Blended: cosθ + a(ψ − cosθ) with cosθ = v² − t², and its slope with sinθ = 2tv.
  readCurve(loss, t, v, four + PSI);
  const blend = v128.load_splat<f32>(loss, BLEND);
  const cos = f32x4.sub(f32x4.mul(v, v), f32x4.mul(t, t));
  const sin = f32x4.mul(f32x4.mul(t, f32x4.splat(2)), v);
  const psi = f32x4.add(cos, f32x4.mul(blend, f32x4.sub(v128.load(four, PSI), cos)));
  const slope = f32x4.sub(f32x4.mul(blend, f32x4.add(v128.load(four, SLOPE), sin)), sin);
  v128.store(four, psi, PSI);
  v128.store(four, slope, SLOPE);
}
