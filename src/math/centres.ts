import { TURN } from './angle';
import { normal, type Random, stream } from './random';

export type CentreStart = 'even' | 'random';

/** Centres spread evenly: on the circle at 2πj/C from the x axis, on the sphere by Fibonacci's spiral. [classes, dim] */
function evenCentres(classes: number, dim: 2 | 3): Float64Array {
  const centres = new Float64Array(classes * dim);
  const golden = Math.PI * (3 - Math.sqrt(5));
  for (let j = 0; j < classes; j++) {
    const z = 1 - (2 * j + 1) / classes;
    const ring = Math.sqrt(1 - z * z);
    const angle = dim === 2 ? (TURN * j) / classes : golden * j;
    const point =
      dim === 2 ? [Math.cos(angle), Math.sin(angle)] : [ring * Math.cos(angle), ring * Math.sin(angle), z];
    centres.set(point, j * dim);
  }
  return centres;
}

/** Centres in directions drawn at random, unit length: the start that often fails on a circle. [classes, dim] */
function randomCentres(classes: number, dim: 2 | 3, random: Random): Float64Array {
  const centres = Float64Array.from({ length: classes * dim }, () => normal(random));
  for (let j = 0; j < classes; j++) {
    const row = centres.subarray(j * dim, (j + 1) * dim);
    const length = Math.hypot(...row);
    row.forEach((value, k) => {
      row[k] = value / length;
    });
  }
  return centres;
}

/** Where the class centres start, unit length: the same for all lanes of a seed. [classes, dim] row-major. */
export const initialCentres = (
  classes: number,
  dim: 2 | 3,
  start: CentreStart,
  seed: number,
): Float64Array =>
  start === 'even' ? evenCentres(classes, dim) : randomCentres(classes, dim, stream(seed, 'centres'));
