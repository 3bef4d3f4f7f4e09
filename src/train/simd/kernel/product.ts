import { ROW, TILE, WIDTH } from './sizes';

/**
 * out = a b + bias, all in panels: a [rows, depth], b [depth, columns], bias [columns] or 0 for none. Every sum goes in
 * the order of depth, starting from the bias. Tiles of four rows and eight columns stay in eight registers; panels are
 * such that the innermost loop reads `a` and `b` from one end to the other. Unrolled by hand, or with six rows, it was
 * slower: V8 then runs out of registers.
 */
export function product(
  a: usize,
  b: usize,
  bias: usize,
  out: usize,
  rows: usize,
  depth: usize,
  columns: usize,
): void {
  const panel = rows * ROW;
  const height = depth * ROW;
  for (let j: usize = 0; j < columns; j += WIDTH) {
    const c0 = bias ? v128.load(bias + j * 4) : f32x4.splat(0);
    const c1 = bias ? v128.load(bias + j * 4, 16) : f32x4.splat(0);
    for (let r: usize = 0; r < panel; r += TILE * ROW, out += TILE * ROW) {
      let s00 = c0;
      let s01 = c1;
      let s10 = c0;
      let s11 = c1;
      let s20 = c0;
      let s21 = c1;
      let s30 = c0;
      let s31 = c1;
      let row = b;
      for (let x = a + r; row < b + height; x += panel) {
        const end = min(row + WIDTH * ROW, b + height);
        for (let k = x; row < end; k += 4, row += ROW) {
          const b0 = v128.load(row);
          const b1 = v128.load(row, 16);
          let f = v128.load_splat<f32>(k);
          s00 = f32x4.add(s00, f32x4.mul(f, b0));
          s01 = f32x4.add(s01, f32x4.mul(f, b1));
          f = v128.load_splat<f32>(k, ROW);
          s10 = f32x4.add(s10, f32x4.mul(f, b0));
          s11 = f32x4.add(s11, f32x4.mul(f, b1));
          f = v128.load_splat<f32>(k, 2 * ROW);
          s20 = f32x4.add(s20, f32x4.mul(f, b0));
          s21 = f32x4.add(s21, f32x4.mul(f, b1));
          f = v128.load_splat<f32>(k, 3 * ROW);
          s30 = f32x4.add(s30, f32x4.mul(f, b0));
          s31 = f32x4.add(s31, f32x4.mul(f, b1));
        }
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
    b += height;
  }
}
