import { byEmbedding, SAID } from './head';
import { ints, PRELUDE, type Program } from './program';

/** Sums over the minibatch, two samples at a time, for a texel in a layer's rectangle. */
const ofLayer = (l: number, hidden: number): string => /* glsl */ `
  if (row >= rows[${l}] && row < rows[${l + 1}] && x < blocks[${l}]) {
    int i = row - rows[${l}];
    for (int p = 0, y = lane; p < stop; p++, y += stride) {
      vec4 a = texel(a${l}, i, ${l === 0 ? 'p' : 'y'});
      vec4 d = ${l < hidden ? `texel(d${l}, x, y)` : byEmbedding('head', 'x', 'y')};
      sum += a.xxyy * d.xyxy + a.zzww * d.zwzw;
    }
  }`;

/**
 * All gradients of all lanes, in the places of their parameters (plan.ts): G = Aᵀ·D for each layer, where the constant 1
 * at the end of A gives the biases', and the sum over samples of what the head says of each class.
 *
 *     a0 … aH    A  [inputs + 1] of each layer, for two samples a row; a0 is the minibatch, which all lanes share
 *     d0 … dH−1  D  [units] of each hidden layer
 *     head       gradients by the embedding and by each class, of each sample
 *     out        G  a lane's rectangle; 0 where no parameter is
 */
export const gradient = (hidden: number) => {
  const layers = Array.from({ length: hidden + 1 }, (_, l) => l);
  return {
    inputs: [...layers.map((l) => `a${l}`), ...layers.slice(0, hidden).map((l) => `d${l}`), 'head'],
    uniforms: [
      ...ints('lanes', 'pairs', 'classes'),
      { name: 'rows', type: 'int', arrayIndex: hidden + 2 },
      { name: 'blocks', type: 'int', arrayIndex: hidden + 1 },
    ],
    code: /* glsl */ `${PRELUDE}
void main() {
  // Uniforms are read once: loops that read them were slower.
  int stop = pairs, stride = lanes;
  int x = HERE.x, lane = HERE.y % stride, row = HERE.y / stride;
  vec4 sum = vec4(0.);
  ${layers.map((l) => ofLayer(l, hidden)).join('')}
  if (row == 0 && x < classes) {
    int both = ${SAID.byClass} + 2 * x;
    for (int p = 0, y = lane; p < stop; p++, y += stride) sum += texel(head, both, y) + texel(head, both + 1, y);
  }
  setOutput(sum);
}`,
  } satisfies Program<string, string>;
};
