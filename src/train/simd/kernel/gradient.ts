import { ROW, TILE, WIDTH } from './sizes';

/** aᵀd: the gradient of a layer's weights, by its inputs a [rows, inputs] and what comes back d [rows, outputs]. */
export function gradient(a: usize, d: usize, out: usize, rows: usize, inputs: usize, outputs: usize): void {
  const panel = rows * ROW;
  for (let j: usize = 0; j < outputs; j += WIDTH, d += panel) {
    for (let i: usize = 0; i < inputs; i += TILE, out += TILE * ROW) {
      let s00 = f32x4.splat(0);
      let s01 = s00,
        s10 = s00,
        s11 = s00,
        s20 = s00,
        s21 = s00,
        s30 = s00,
        s31 = s00;
      let x = a + (i / WIDTH) * panel + (i % WIDTH) * 4;
      for (let row = d; row < d + panel; row += ROW, x += ROW) {
        const d0 = v128.load(row);
        const d1 = v128.load(row, 16);
        let f = v128.load_splat<f32>(x);
        s00 = f32x4.add(s00, f32x4.mul(f, d0));
        s01 = f32x4.add(s01, f32x4.mul(f, d1));
        f = v128.load_splat<f32>(x, 4);
        s10 = f32x4.add(s10, f32x4.mul(f, d0));
        s11 = f32x4.add(s11, f32x4.mul(f, d1));
        f = v128.load_splat<f32>(x, 8);
        s20 = f32x4.add(s20, f32x4.mul(f, d0));
        s21 = f32x4.add(s21, f32x4.mul(f, d1));
        f = v128.load_splat<f32>(x, 12);
        s30 = f32x4.add(s30, f32x4.mul(f, d0));
        s31 = f32x4.add(s31, f32x4.mul(f, d1));
      }
      v128.store(out, s00);
      v128.store(out, s01, 16);
      v128.store(out, s10, 32);
      v128.store(out, s11, 48);
      v128.store(out, s20, 64);
      v128.store(out, s21, 80);
      v128.store(out, s30, 96);
      v128.store(out, s31, 112);
    }
  }
}

/** Sums of the columns of d [rows, columns]: the gradient of a layer's biases. */
export function columnSums(d: usize, out: usize, rows: usize, columns: usize): void {
  for (let j: usize = 0; j < columns; j += WIDTH, out += ROW) {
    let s0 = f32x4.splat(0);
    let s1 = s0;
    for (const end = d + rows * ROW; d < end; d += ROW) {
      s0 = f32x4.add(s0, v128.load(d));
      s1 = f32x4.add(s1, v128.load(d, 16));
    }
    v128.store(out, s0);
    v128.store(out, s1, 16);
  }
}
