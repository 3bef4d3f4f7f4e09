/**
 * The nearest multiple of `step`, a power of two. Sines, logarithms and their like differ between JavaScript engines in
 * the last bit of one number in ten or so; put on a far coarser grid they agree, but for a number that lies within that
 * bit of the middle between two multiples.
 */
export const onGrid = (x: number, step: number): number => Math.round(x / step) * step;
