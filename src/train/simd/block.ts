import { layout, type Shape } from '../layout';
import { CENTRE } from './kernel/head/records';
import { TILE, WIDTH } from './kernel/sizes';

/** Bytes of a float. */
export const FLOAT = 4;

export const upTo = (multiple: number, count: number): number => Math.ceil(count / multiple) * multiple;

/** One layer's weights and biases in a block. */
export interface LayerPlace {
  readonly inputs: number;
  readonly outputs: number;
  /** Panels [⌈outputs/8⌉, inputs up to a multiple of 4, 8]; bytes from the block's start, as all that follow. */
  readonly w: number;
  /** [outputs up to a multiple of 8] */
  readonly b: number;
}

/**
 * Where one lane's parameters stand in the kernel's memory, and alike its gradient and its moments: in another order than
 * in layout.ts, and with zeros between that stay zeros, since their gradient is 0.
 */
export interface Block {
  readonly layers: readonly LayerPlace[];
  /** [classes, 4], and the biases [classes] after them. */
  readonly centres: number;
  readonly biases: number;
  /** Length of the block. */
  readonly bytes: number;
  /** [layout.size] which float of the block each parameter is. */
  readonly places: Int32Array;
}

export function blockOf(shape: Shape): Block {
  const plan = layout(shape);
  const places = new Int32Array(plan.size);
  let top = 0;
  const take = (floats: number): number => {
    const at = top;
    top += floats;
    return at;
  };
  const layers = plan.layers.map(({ w, b }) => {
    const [inputs = 0, outputs = 0] = w.shape;
    const rows = upTo(TILE, inputs);
    const columns = upTo(WIDTH, outputs);
    const weights = take(rows * columns);
    const biases = take(columns);
    for (let i = 0; i < inputs; i++) {
      for (let o = 0; o < outputs; o++) {
        const panel = Math.floor(o / WIDTH);
        places[w.at + i * outputs + o] = weights + (panel * rows + i) * WIDTH + (o % WIDTH);
      }
    }
    for (let o = 0; o < outputs; o++) places[b.at + o] = biases + o;
    return { inputs, outputs, w: weights * FLOAT, b: biases * FLOAT };
  });
  const { classes, dim } = shape;
  const centres = take((classes * CENTRE) / FLOAT);
  const biases = take(upTo(WIDTH, classes));
  for (let j = 0; j < classes; j++) {
    for (let k = 0; k < dim; k++) places[plan.centres.at + j * dim + k] = centres + (j * CENTRE) / FLOAT + k;
    places[plan.biases.at + j] = biases + j;
  }
  return { layers, centres: centres * FLOAT, biases: biases * FLOAT, bytes: upTo(16, top) * FLOAT, places };
}

/** Puts parameters, in the order of layout.ts, into a block. */
export function intoBlock(block: Float32Array, places: Int32Array, values: Float32Array): void {
  places.forEach((place, i) => {
    block[place] = values[i] ?? 0;
  });
}

/** Takes them out again. */
export function outOfBlock(block: Float32Array, places: Int32Array, values: Float32Array): void {
  places.forEach((place, i) => {
    values[i] = block[place] ?? 0;
  });
}
