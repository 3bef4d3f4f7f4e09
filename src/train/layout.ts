import { type CentreStart, initialCentres } from '../math/centres';
import { onGrid } from '../math/grid';
import { stream } from '../math/random';

/** A block of the flat parameter vector. */
export interface Part {
  readonly at: number;
  /** [in, out] for weights, [out] for biases, [classes, dim] for centres. */
  readonly shape: readonly number[];
  readonly size: number;
}

/** Where everything stands in one lane's flat parameter vector: layer by layer weights and biases, then the head. */
export interface Layout {
  readonly layers: readonly { readonly w: Part; readonly b: Part }[];
  /** [classes, dim] */
  readonly centres: Part;
  /** [classes] */
  readonly biases: Part;
  readonly size: number;
}

export interface Shape {
  readonly inputs: number;
  readonly hidden: readonly number[];
  readonly dim: number;
  readonly classes: number;
}

/** Lays out an MLP inputs-hidden-dim with a linear embedding, and its head. */
export function layout({ inputs, hidden, dim, classes }: Shape): Layout {
  let at = 0;
  const part = (...shape: number[]): Part => {
    const size = shape.reduce((a, b) => a * b, 1);
    const placed = { at, shape, size };
    at += size;
    return placed;
  };
  const widths = [inputs, ...hidden, dim];
  const layers = widths.slice(1).map((out, i) => {
    const w = part(widths[i] ?? 0, out);
    return { w, b: part(out) };
  });
  const centres = part(classes, dim);
  const biases = part(classes);
  return { layers, centres, biases, size: at };
}

/** Centres are made of sines and cosines, which differ between JavaScript engines; the other parameters are not. */
const CENTRE_GRID = 2 ** -22;

/**
 * One lane's initial parameters, the same for all lanes: hidden weights and biases uniform in ±1/√fan_in (PyTorch's
 * default), centres of unit length, class biases 0. [layout.size]
 */
export function initialParameters(
  shape: Shape & { readonly dim: 2 | 3 },
  start: CentreStart,
  seed: number,
): Float32Array {
  const random = stream(seed, 'weights');
  const plan = layout(shape);
  const parameters = new Float32Array(plan.size);
  for (const { w, b } of plan.layers) {
    const bound = 1 / Math.sqrt(w.shape[0] ?? 1);
    for (let i = w.at; i < b.at + b.size; i++) parameters[i] = bound * (2 * random() - 1);
  }
  const centres = initialCentres(shape.classes, shape.dim, start, seed);
  parameters.set(
    centres.map((value) => onGrid(value, CENTRE_GRID)),
    plan.centres.at,
  );
  return parameters;
}
