import { tanh } from './elementary';

// Activations of a whole matrix in place, and their slopes, which are read off the activation's own value a.

export function applyRelu(a: usize, bytes: usize): void {
  for (const end = a + bytes; a < end; a += 16) v128.store(a, f32x4.pmax(v128.load(a), f32x4.splat(0)));
}

/** d ← d where a > 0, else 0. */
export function throughRelu(d: usize, a: usize, bytes: usize): void {
  for (const end = d + bytes; d < end; d += 16, a += 16) {
    v128.store(d, v128.and(v128.load(d), f32x4.gt(v128.load(a), f32x4.splat(0))));
  }
}

export function applyTanh(a: usize, bytes: usize): void {
  for (const end = a + bytes; a < end; a += 16) v128.store(a, tanh(v128.load(a)));
}

/** d ← d (1 − a²). */
export function throughTanh(d: usize, a: usize, bytes: usize): void {
  for (const end = d + bytes; d < end; d += 16, a += 16) {
    const value = v128.load(a);
    const slope = f32x4.sub(f32x4.splat(1), f32x4.mul(value, value));
    v128.store(d, f32x4.mul(v128.load(d), slope));
  }
}
