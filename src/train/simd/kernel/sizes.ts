// Read by both sides: the kernel, and the TypeScript that lays out its memory.

/** Columns of a panel (panels.ts). */
export const WIDTH: usize = 8;
/** Bytes of one row of a panel. */
export const ROW: usize = 32;
/** Matrix products make four rows at a time: row counts are multiples of it, the rows beyond the last being 0. */
export const TILE: usize = 4;
