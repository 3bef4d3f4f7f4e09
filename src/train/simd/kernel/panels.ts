import { column } from './fours';
import { ROW, TILE, WIDTH } from './sizes';

// Matrices are kept in panels of 8 columns: [⌈columns/8⌉, rows, 8], the columns beyond the last being 0. So every loop
// below runs through its memory from one end to the other, and a width need not be a multiple of anything.

/** Gathers samples into panels: x [n, columns] row by row, columns a multiple of 8; samples [count] indices. */
export function gather(
  x: usize,
  columns: usize,
  samples: usize,
  count: usize,
  rows: usize,
  out: usize,
): void {
  for (let i: usize = 0; i < rows; i++) {
    let to = out + i * ROW;
    if (i < count) {
      let from = x + (load<i32>(samples + i * 4) as usize) * columns * 4;
      const end = from + columns * 4;
      for (; from < end; from += ROW, to += rows * ROW) {
        v128.store(to, v128.load(from));
        v128.store(to, v128.load(from, 16), 16);
      }
    } else {
      for (let c: usize = 0; c < columns; c += WIDTH, to += rows * ROW) memory.fill(to, 0, ROW);
    }
  }
}

/** Labels of samples, as whole numbers of 32 bits; 0 beyond the last. */
export function gatherLabels(y: usize, samples: usize, count: usize, rows: usize, out: usize): void {
  for (let i: usize = 0; i < rows; i++) {
    const label: i32 = i < count ? load<u8>(y + (load<i32>(samples + i * 4) as usize)) : 0;
    store<i32>(out + i * 4, label);
  }
}

/** The first columns of the first panel, row by row: [count, columns]. */
export function unpack(panel: usize, count: usize, columns: usize, out: usize): void {
  for (let i: usize = 0; i < count; i++) {
    for (let c: usize = 0; c < columns; c++, out += 4) {
      store<f32>(out, load<f32>(panel + i * ROW + c * 4));
    }
  }
}

/**
 * wᵀ [outputs, inputs] of w [inputs, outputs], both in panels. `inputs` is a multiple of TILE; where it is none of WIDTH,
 * the columns beyond it are 0.
 */
export function transpose(w: usize, inputs: usize, outputs: usize, out: usize): void {
  for (let i: usize = 0; i < inputs; i += WIDTH) {
    const further = i + TILE < inputs;
    for (let o: usize = 0; o < outputs; o++, out += ROW) {
      const at = w + ((o / WIDTH) * inputs + i) * ROW + (o % WIDTH) * 4;
      v128.store(out, column(at, at + ROW, at + 2 * ROW, at + 3 * ROW));
      const next = at + TILE * ROW;
      const more = further ? column(next, next + ROW, next + 2 * ROW, next + 3 * ROW) : f32x4.splat(0);
      v128.store(out, more, 16);
    }
  }
}
