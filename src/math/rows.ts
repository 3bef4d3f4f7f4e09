/** Some rows of an array [rows, …], in this order; a row that is asked for twice comes twice. */
export function pickRows(values: Float32Array, rows: number, order: readonly number[]): Float32Array {
  const size = values.length / rows;
  const picked = new Float32Array(order.length * size);
  order.forEach((row, i) => {
    picked.set(values.subarray(row * size, (row + 1) * size), i * size);
  });
  return picked;
}

/** A copy of rows [rows, 2], one of them turned counter-clockwise by so many radians; its length stays. */
export function turnRow(values: Float32Array, row: number, by: number): Float32Array {
  const turned = values.slice();
  const [x, y] = [values[2 * row] ?? 0, values[2 * row + 1] ?? 0];
  turned[2 * row] = x * Math.cos(by) - y * Math.sin(by);
  turned[2 * row + 1] = x * Math.sin(by) + y * Math.cos(by);
  return turned;
}
