/** Moments below this are 0: they move no weight any more, and numbers so small slow some processors down. */
const NOTHING: f32 = 1e-30;

/** Keeps what is no number, so that it is not hidden. */
function flush(a: v128): v128 {
  return v128.andnot(a, f32x4.lt(f32x4.abs(a), f32x4.splat(NOTHING)));
}

/**
 * Adam (Kingma and Ba) on `bytes` of parameters p, gradient g and moments m, v: ε outside the root of the corrected
 * second moment, as PyTorch has it. Gains are 1 − β, rounded once. `rate` is the learning rate over 1 − β₁ᵗ, `correction` is 1/√(1 − β₂ᵗ).
 */
export function adam(
  p: usize,
  g: usize,
  m: usize,
  v: usize,
  bytes: usize,
  beta1: f32,
  gain1: f32,
  beta2: f32,
  gain2: f32,
  epsilon: f32,
  rate: f32,
  correction: f32,
): void {
  for (let i: usize = 0; i < bytes; i += 16) {
    const slope = v128.load(g + i);
    const old1 = f32x4.mul(v128.load(m + i), f32x4.splat(beta1));
    const old2 = f32x4.mul(v128.load(v + i), f32x4.splat(beta2));
    const m1 = flush(f32x4.add(old1, f32x4.mul(slope, f32x4.splat(gain1))));
    const v1 = flush(f32x4.add(old2, f32x4.mul(f32x4.mul(slope, slope), f32x4.splat(gain2))));
    const root = f32x4.add(f32x4.mul(f32x4.sqrt(v1), f32x4.splat(correction)), f32x4.splat(epsilon));
    v128.store(m + i, m1);
    v128.store(v + i, v1);
    v128.store(p + i, f32x4.sub(v128.load(p + i), f32x4.mul(f32x4.div(m1, root), f32x4.splat(rate))));
  }
}

/** Gradient descent with momentum: m ← momentum·m + g, p ← p − rate·m (PyTorch's, no dampening). */
export function descend(p: usize, g: usize, m: usize, bytes: usize, momentum: f32, rate: f32): void {
  for (let i: usize = 0; i < bytes; i += 16) {
    const speed = flush(f32x4.add(f32x4.mul(v128.load(m + i), f32x4.splat(momentum)), v128.load(g + i)));
    v128.store(m + i, speed);
    v128.store(p + i, f32x4.sub(v128.load(p + i), f32x4.mul(speed, f32x4.splat(rate))));
  }
}
