import type { Activation } from '../protocol';
import { byEmbedding } from './head';
import { ints, PRELUDE, type Program } from './program';

/** f′, read off the activation itself. */
const SLOPES: Readonly<Record<Activation, string>> = {
  relu: 'vec4(greaterThan(a, vec4(0.)))',
  tanh: '1. - a * a',
};

/** The gradient of two samples by two units of the layer above. */
const ABOVE = { layer: 'texel(above, o, y)', head: byEmbedding('above', 'o', 'y') };

/**
 * A hidden layer, backward: D = (D′·W′ᵀ) ∘ f′(A), the loss's gradient by the layer's sums before f, of all lanes.
 *
 *     above  D′  [units above] for two samples a row, or what the head says of the embedding
 *     state  W′  [units + 1, units above] of the layer above
 *     here   A   [units + 1] the layer's own output
 *     out    D   [units]
 *
 * A texel is two units of two samples.
 */
export const delta = (activation: Activation, from: keyof typeof ABOVE) =>
  ({
    inputs: ['above', 'state', 'here'],
    uniforms: ints('lanes', 'depth', 'weights', 'units'),
    code: /* glsl */ `${PRELUDE}
void main() {
  int y = HERE.y, stop = depth;
  int row = (weights + HERE.x) * lanes + y % lanes;
  vec4 sum = vec4(0.);
  for (int o = 0; o < stop; o++) {
    vec4 d = ${ABOVE[from]};
    vec4 w = texel(state, o, row);
    sum += d.xxzz * w.xzxz + d.yyww * w.ywyw;
  }
  vec4 a = texel(here, HERE.x, y);
  sum *= ${SLOPES[activation]};
  // An odd number of units: beside the last stands the constant 1, which nothing moves.
  if (2 * HERE.x + 1 >= units) sum.yw = vec2(0.);
  setOutput(sum);
}`,
  }) satisfies Program<string, string>;
