import { scatter } from '../fours';
import { ROW } from '../sizes';
import {
  BY_BIAS,
  BY_X,
  CLASS,
  EFFECTIVE,
  LENGTH,
  NORM,
  PROBABILITY,
  PULL,
  SLOPE,
  STRETCH,
  UNIT,
  W_TO_X,
  X,
  X_TO_W,
} from './records';
import { scaleOf, scaleOfClass } from './softmax';

/** Adds to four floats in memory. */
function add(at: usize, value: v128): void {
  v128.store(at, f32x4.add(v128.load(at), value));
}

/**
 * What pulls four samples and all centres, from the probabilities: gradients by the embeddings, rows from `delta` on,
 * and sums for those by centres and biases. `share` is 1/batch, or 0 for rows beyond the batch.
 */
export function pull(
  loss: usize,
  labels: v128,
  classes: usize,
  count: i32,
  dim: usize,
  share: v128,
  four: usize,
  delta: usize,
): void {
  // p − 1 of the own class is minus the others' sum, which keeps its digits when p is nearly 1.
  let others = f32x4.splat(0);
  let at = classes;
  for (let j = 0; j < count; j++, at += CLASS) {
    const own = i32x4.eq(labels, i32x4.splat(j));
    others = f32x4.add(others, v128.andnot(v128.load(at, PROBABILITY), own));
  }
  const scale = scaleOf(loss, four);
  const slope = v128.load(four, SLOPE);
  let turn = f32x4.splat(0);
  let along = f32x4.splat(0);
  let byCos = f32x4.splat(0);
  for (let k: usize = 0; k < dim; k++) v128.store(four + k * 16, f32x4.splat(0), BY_X);
  at = classes;
  for (let j = 0; j < count; j++, at += CLASS) {
    const own = i32x4.eq(labels, i32x4.splat(j));
    const g = f32x4.mul(v128.bitselect(f32x4.neg(others), v128.load(at, PROBABILITY), own), share);
    const scaled = f32x4.mul(g, f32x4.mul(scale, scaleOfClass(loss, at)));
    const effective = v128.load(at, EFFECTIVE);
    const stretch = f32x4.mul(scaled, effective);
    // The own class pulls through its angle, the others through their cosines.
    const throughCos = v128.andnot(scaled, own);
    const throughTheta = v128.and(f32x4.mul(scaled, slope), own);
    turn = f32x4.add(turn, throughTheta);
    along = f32x4.add(along, stretch);
    byCos = f32x4.add(byCos, f32x4.mul(throughCos, effective));
    for (let k: usize = 0; k < dim; k++) {
      const w = v128.load_splat<f32>(at + k * 4, UNIT);
      const x = v128.load(four + k * 16, X);
      add(four + k * 16 + BY_X, f32x4.mul(throughCos, w));
      const sideways = f32x4.mul(throughCos, f32x4.sub(x, f32x4.mul(effective, w)));
      const towards = f32x4.mul(throughTheta, v128.load(four + k * 16, W_TO_X));
      add(at + k * 16 + PULL, f32x4.sub(sideways, towards));
    }
    add(at + STRETCH, stretch);
    add(at + BY_BIAS, g);
  }
  const size = v128.load(four, LENGTH);
  const stretchX = f32x4.sub(f32x4.mul(along, v128.load_splat<f32>(loss, NORM)), byCos);
  for (let k: usize = 0; k < dim; k++, delta += 4) {
    const towards = f32x4.mul(turn, v128.load(four + k * 16, X_TO_W));
    const sideways = f32x4.sub(v128.load(four + k * 16, BY_X), towards);
    const whole = f32x4.add(sideways, f32x4.mul(stretchX, v128.load(four + k * 16, X)));
    scatter(f32x4.div(whole, size), delta, ROW);
  }
}
