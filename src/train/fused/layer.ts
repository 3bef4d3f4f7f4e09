import type { Activation } from '../protocol';
import { ints, PRELUDE, type Program } from './program';

/** f, and for the embedding none: a ReLU there would leave one quadrant only. */
const ACTIVATIONS: Readonly<Record<Activation | 'linear', string>> = {
  // Unlike max, keeps what is no number: a lane that has diverged is to be noticed by its loss.
  relu: 'mix(z, vec4(0.), lessThan(z, vec4(0.)))',
  // Written out, since some GPUs' own tanh overflows.
  tanh: 'sign(z) * (1. - exp(-2. * abs(z))) / (1. + exp(-2. * abs(z)))',
  linear: 'z',
};

/**
 * A layer, forward: A′ = f(A·W), of all lanes.
 *
 *     below  A   [inputs + 1] for two samples a row: of every lane, or the minibatch that all lanes share
 *     state  W   [inputs + 1, units]: the constant 1 at the end of A makes the last row the biases
 *     out    A′  [units + 1], a constant 1 at the end
 *
 * A texel is two units of two samples.
 */
export const layer = (activation: Activation | 'linear') =>
  ({
    inputs: ['below', 'state'],
    uniforms: ints('lanes', 'shared', 'depth', 'weights', 'units'),
    code: /* glsl */ `${PRELUDE}
void main() {
  int stop = depth, stride = lanes;
  int samples = shared == 1 ? HERE.y / stride : HERE.y;
  int row = weights * stride + HERE.y % stride;
  vec4 z = vec4(0.);
  for (int k = 0; k < stop; k++) {
    vec4 a = texel(below, k, samples);
    vec4 w = texel(state, HERE.x, row);
    z += a.xxzz * w.xyxy + a.yyww * w.zwzw;
    row += stride;
  }
  z = ${ACTIVATIONS[activation]};
  int unit = 2 * HERE.x;
  if (unit >= units) z.xz = vec2(unit == units ? 1. : 0.);
  if (unit + 1 >= units) z.yw = vec2(unit + 1 == units ? 1. : 0.);
  setOutput(z);
}`,
  }) satisfies Program<string, string>;
