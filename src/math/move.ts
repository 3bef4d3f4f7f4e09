import { combine, cross, dot, type Vector } from './vector';

/** Where a vector goes that is moved. */
export type Move = (vector: readonly number[]) => readonly number[];

/** Turned in the plane, counter-clockwise, by so many radians; the length stays. */
export const turnedBy =
  (by: number): Move =>
  ([x = 0, y = 0]) => [x * Math.cos(by) - y * Math.sin(by), x * Math.sin(by) + y * Math.cos(by)];

/** Shifted in the plane. */
export const shiftedBy =
  (right: number, up: number): Move =>
  ([x = 0, y = 0]) => [x + right, y + up];

/** Turned in space around an axis of unit length, by the right hand, by so many radians (Rodrigues); the length stays. */
export const turnedAround =
  (axis: Vector, by: number): Move =>
  ([x = 0, y = 0, z = 0]) => {
    const v: Vector = [x, y, z];
    const aside = combine(Math.cos(by), v, Math.sin(by), cross(axis, v));
    return combine(1, aside, dot(axis, v) * (1 - Math.cos(by)), axis);
  };

/** A copy of rows [rows, size], one of them moved. */
export function moveRow(values: Float32Array, size: number, row: number, move: Move): Float32Array {
  const moved = values.slice();
  moved.set(move([...values.subarray(row * size, (row + 1) * size)]), row * size);
  return moved;
}
