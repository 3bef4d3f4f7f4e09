/** Some rows of an array [rows, …], in this order; a row that is asked for twice comes twice. */
export function pickRows(values: Float32Array, rows: number, order: readonly number[]): Float32Array {
  const size = values.length / rows;
  const picked = new Float32Array(order.length * size);
  order.forEach((row, i) => {
    picked.set(values.subarray(row * size, (row + 1) * size), i * size);
  });
  return picked;
}
