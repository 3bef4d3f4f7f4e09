import type { EngineSpec } from '../engine';
import type { Activation } from '../protocol';
import { type Block, FLOAT, upTo } from './block';
import { TILE, WIDTH } from './kernel/sizes';
import type { Kernel } from './load';
import type { Arena } from './memory';

/** The largest batch: the page offers no larger one. */
export const MOST_SAMPLES = 512;

/** The networks' side of the kernel: samples in, embeddings out, and back. One batch at a time, shared by all lanes. */
export interface Network {
  /** [rows] classes of the batch, whole numbers. */
  readonly labels: number;
  /** The batch's embeddings, a panel [rows, dim]; and the gradient by them. */
  readonly embeddings: number;
  readonly byEmbeddings: number;
  /**
   * Takes some samples as the batch.
   * @throws RangeError for more than MOST_SAMPLES
   */
  take(samples: Int32Array): void;
  /** Embeds the batch by the parameters at an address. */
  forward(parameters: number): void;
  /** Fills in the gradient of all layers, from `byEmbeddings` and the activations of the last `forward`. */
  backward(parameters: number, gradient: number): void;
}

type Pass = (kernel: Kernel, at: number, bytes: number) => void;
type PassBack = (kernel: Kernel, delta: number, values: number, bytes: number) => void;
const ACTIVATIONS: Readonly<Record<Activation, { readonly apply: Pass; readonly back: PassBack }>> = {
  relu: {
    apply: (kernel, at, bytes) => kernel.applyRelu(at, bytes),
    back: (kernel, delta, values, bytes) => kernel.throughRelu(delta, values, bytes),
  },
  tanh: {
    apply: (kernel, at, bytes) => kernel.applyTanh(at, bytes),
    back: (kernel, delta, values, bytes) => kernel.throughTanh(delta, values, bytes),
  },
};

export function createNetwork(kernel: Kernel, arena: Arena, spec: EngineSpec, { layers }: Block): Network {
  const { inputs, activation } = spec;
  const count = spec.y.length;
  const { apply, back } = ACTIVATIONS[activation];
  const matrix = (width: number): number => arena.take(MOST_SAMPLES * upTo(WIDTH, width) * FLOAT);

  const columns = upTo(WIDTH, inputs);
  const x = arena.take(count * columns * FLOAT);
  const y = arena.take(count);
  for (let i = 0; i < count; i++) {
    arena.floats(x + i * columns * FLOAT, inputs).set(spec.x.subarray(i * inputs, (i + 1) * inputs));
  }
  arena.bytes(y, count).set(spec.y);

  const samples = arena.take(MOST_SAMPLES * FLOAT);
  const labels = arena.take(MOST_SAMPLES * FLOAT);
  const widths = [inputs, ...layers.map(({ outputs }) => outputs)];
  /** The input of each layer, and at last the embeddings. */
  const values = widths.map(matrix);
  /** Gradients by them; none by the samples. The head writes dim columns of the last, and the others stay 0. */
  const deltas = widths.map((width, i) => (i === 0 ? 0 : matrix(width)));
  /** Transposed weights; the first layer's are not needed. */
  const turned = layers.map(({ inputs: wide, outputs }, i) =>
    i === 0 ? 0 : arena.take(upTo(WIDTH, wide) * outputs * FLOAT),
  );
  let rows = 0;

  return {
    labels,
    embeddings: values.at(-1)!,
    byEmbeddings: deltas.at(-1)!,
    take(chosen) {
      const batch = chosen.length;
      if (batch > MOST_SAMPLES) throw new RangeError(`a batch of ${batch} is larger than ${MOST_SAMPLES}`);
      rows = upTo(TILE, batch);
      arena.ints(samples, batch).set(chosen);
      kernel.gather(x, columns, samples, batch, rows, values[0]!);
      kernel.gatherLabels(y, samples, batch, rows, labels);
    },
    forward(parameters) {
      layers.forEach((layer, i) => {
        const out = values[i + 1]!;
        const depth = upTo(TILE, layer.inputs);
        kernel.product(
          values[i]!,
          parameters + layer.w,
          parameters + layer.b,
          out,
          rows,
          depth,
          layer.outputs,
        );
        if (i < layers.length - 1) apply(kernel, out, rows * upTo(WIDTH, layer.outputs) * FLOAT);
      });
    },
    backward(parameters, gradient) {
      for (let i = layers.length - 1; i >= 0; i--) {
        const layer = layers[i]!;
        const wide = upTo(TILE, layer.inputs);
        const delta = deltas[i + 1]!;
        kernel.gradient(values[i]!, delta, gradient + layer.w, rows, wide, layer.outputs);
        kernel.columnSums(delta, gradient + layer.b, rows, layer.outputs);
        if (i === 0) return;
        kernel.transpose(parameters + layer.w, wide, layer.outputs, turned[i]!);
        kernel.product(delta, turned[i]!, 0, deltas[i]!, rows, layer.outputs, layer.inputs);
        back(kernel, deltas[i]!, values[i]!, rows * upTo(WIDTH, layer.inputs) * FLOAT);
      }
    },
  };
}
