import { exp, log } from '../elementary';
import {
  BIAS,
  CLASS,
  EFFECTIVE,
  FIXED,
  LENGTH,
  NORM,
  PROBABILITY,
  PSI,
  SIZE,
  UNIT,
  WNORM,
  X,
} from './records';

/** What the logits of four samples are scaled by, without the length of the class's centre ... */
export function scaleOf(loss: usize, four: usize): v128 {
  const kept = f32x4.mul(v128.load(four, LENGTH), v128.load_splat<f32>(loss, NORM));
  return f32x4.add(kept, v128.load_splat<f32>(loss, FIXED));
}

/** ... and that length where it counts, else 1: flag·(‖w‖ − 1) + 1. */
export function scaleOfClass(loss: usize, at: usize): v128 {
  const one = f32x4.splat(1);
  const longer = f32x4.sub(v128.load_splat<f32>(at, SIZE), one);
  return f32x4.add(f32x4.mul(longer, v128.load_splat<f32>(loss, WNORM)), one);
}

/**
 * The classes' cosines, logits and probabilities for four samples, their own class with ψ(θ). The largest logit is
 * subtracted first.
 * @returns the four losses, nats
 */
export function softmax(
  loss: usize,
  labels: v128,
  classes: usize,
  count: i32,
  biases: usize,
  dim: usize,
  four: usize,
): v128 {
  const scale = scaleOf(loss, four);
  const psi = v128.load(four, PSI);
  const biased = v128.load_splat<f32>(loss, BIAS);
  let largest = f32x4.splat(-Infinity);
  let ownLogit = f32x4.splat(0);
  let at = classes;
  for (let j = 0; j < count; j++, at += CLASS, biases += 4) {
    let cos = f32x4.splat(0);
    for (let k: usize = 0; k < dim; k++) {
      const w = v128.load_splat<f32>(at + k * 4, UNIT);
      cos = f32x4.add(cos, f32x4.mul(w, v128.load(four + k * 16, X)));
    }
    const own = i32x4.eq(labels, i32x4.splat(j));
    const effective = v128.bitselect(psi, cos, own);
    const scaled = f32x4.mul(f32x4.mul(scale, scaleOfClass(loss, at)), effective);
    const logit = f32x4.add(scaled, f32x4.mul(biased, v128.load_splat<f32>(biases)));
    v128.store(at, effective, EFFECTIVE);
    v128.store(at, logit, PROBABILITY);
    largest = f32x4.pmax(largest, logit);
    ownLogit = v128.bitselect(logit, ownLogit, own);
  }

  let total = f32x4.splat(0);
  at = classes;
  for (let j = 0; j < count; j++, at += CLASS) {
    const e = exp(f32x4.sub(v128.load(at, PROBABILITY), largest));
    v128.store(at, e, PROBABILITY);
    total = f32x4.add(total, e);
  }
  at = classes;
  for (let j = 0; j < count; j++, at += CLASS) {
    v128.store(at, f32x4.div(v128.load(at, PROBABILITY), total), PROBABILITY);
  }
  return f32x4.add(log(total), f32x4.sub(largest, ownLogit));
}
