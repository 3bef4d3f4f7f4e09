import type { EngineState } from '../engine';
import { layout, type Shape } from '../layout';

/** Texels that n numbers in a row of 2×2 blocks take. */
const blocks = (n: number): number => Math.ceil(n / 2);

/** A layer's place in a lane's rows of parameters. */
export interface LayerPlan {
  /** Its first row. */
  readonly row: number;
  /** Rows of blocks: its inputs, and the constant 1 that its biases are the weights of. */
  readonly depth: number;
  /** Columns of blocks. */
  readonly blocks: number;
  readonly units: number;
}

/**
 * Where everything stands in the textures. One lane's parameters are a rectangle of `rows` × `width` texels:
 *
 *     row 0     head: a texel for each class, centre (x y z) and bias (w)
 *     rows …    layer 1: the matrix [inputs + 1, units] in 2×2 blocks, biases last
 *     rows …    layer 2, and so on to the embedding
 *
 * The state is three of them side by side: parameters | m | v. All lanes' rows are interleaved, so that all heads come first.
 */
export interface Plan {
  readonly layers: readonly LayerPlan[];
  readonly classes: number;
  readonly dim: number;
  readonly rows: number;
  readonly width: number;
  /** Texels of a layer's output for two samples: its units and the constant 1. */
  readonly outputs: (units: number) => number;
  /** [layout.size] each parameter's row, and its number within the row's texels. */
  readonly places: readonly { readonly row: number; readonly at: number }[];
}

export function plan(shape: Shape): Plan {
  const { classes, dim } = shape;
  const parts = layout(shape);
  let row = 1;
  const layers = parts.layers.map(({ w }): LayerPlan => {
    const [inputs = 0, units = 0] = w.shape;
    const layer = { row, depth: blocks(inputs + 1), blocks: blocks(units), units };
    row += layer.depth;
    return layer;
  });

  const places = new Array<{ row: number; at: number }>(parts.size);
  layers.forEach(({ row: first, units }, l) => {
    const { w, b } = parts.layers[l] ?? { w: { at: 0, size: 0 }, b: { size: 0 } };
    for (let k = 0; k < w.size + b.size; k++) {
      const [input, unit] = [Math.floor(k / units), k % units];
      const at = 4 * Math.floor(unit / 2) + 2 * (input % 2) + (unit % 2);
      places[w.at + k] = { row: first + Math.floor(input / 2), at };
    }
  });
  for (let j = 0; j < classes; j++) {
    for (let k = 0; k < dim; k++) places[parts.centres.at + j * dim + k] = { row: 0, at: 4 * j + k };
    places[parts.biases.at + j] = { row: 0, at: 4 * j + 3 };
  }
  const width = Math.max(classes, ...layers.map((layer) => layer.blocks));
  return { layers, classes, dim, rows: row, width, outputs: (units) => blocks(units + 1), places };
}

const SECTIONS = ['parameters', 'm', 'v'] as const;

/** The state of some lanes as texels. */
export function pack({ rows, width, places }: Plan, state: EngineState, lanes: number): Float32Array {
  const texels = new Float32Array(4 * rows * lanes * 3 * width);
  SECTIONS.forEach((name, section) => {
    for (let lane = 0; lane < lanes; lane++) {
      places.forEach(({ row, at }, i) => {
        const from = 4 * width * (3 * (row * lanes + lane) + section);
        texels[from + at] = state[name][lane * places.length + i] ?? 0;
      });
    }
  });
  return texels;
}

/** `pack`, backwards. */
export function unpack({ width, places }: Plan, texels: Float32Array, lanes: number): EngineState {
  const [parameters, m, v] = SECTIONS.map((_, section) => {
    const values = new Float32Array(lanes * places.length);
    for (let lane = 0; lane < lanes; lane++) {
      places.forEach(({ row, at }, i) => {
        values[lane * places.length + i] = texels[4 * width * (3 * (row * lanes + lane) + section) + at] ?? 0;
      });
    }
    return values;
  }) as [Float32Array, Float32Array, Float32Array]; // one for each section
  return { parameters, m, v };
}

/** Centres [lanes, classes, dim] and biases [lanes, classes] from the texels of all lanes' row 0. */
export function unpackHeads(
  { classes, dim }: Plan,
  texels: Float32Array,
  lanes: number,
): { readonly centres: Float32Array; readonly biases: Float32Array } {
  const centres = new Float32Array(lanes * classes * dim);
  const biases = new Float32Array(lanes * classes);
  for (let j = 0; j < lanes * classes; j++) {
    for (let k = 0; k < dim; k++) centres[j * dim + k] = texels[4 * j + k] ?? 0;
    biases[j] = texels[4 * j + 3] ?? 0;
  }
  return { centres, biases };
}
