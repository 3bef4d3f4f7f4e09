import { LAST, NODES } from '../../margin/curve';
import type { StepResult } from '../engine';
import { ints, PRELUDE, type Program, ROOM_FOR_LANES } from './program';

/** What the head says, a column of texels for each of a row's two samples: the first columns of each quantity. */
export const SAID = { embeddingAndLoss: 0, byEmbedding: 2, byClass: 4 } as const;
/** ... and how many columns that makes. */
export const columnsSaid = (classes: number): number => SAID.byClass + 2 * classes;

/** A block of gradients by the embedding, as a layer's would be: columns 2·block, 2·block + 1 of two samples. */
export const byEmbedding = (from: string, block: string, row: string): string => {
  const two = (of: string): string =>
    `vec4(texel(${from}, ${SAID.byEmbedding}, ${row}).${of}, texel(${from}, ${SAID.byEmbedding + 1}, ${row}).${of})`;
  return `${block} == 0 ? ${two('xy')} : ${two('zw')}`;
};

/**
 * The margin head of all lanes, forward and backward, as margin/head.ts has it in double precision: half chords instead
 * of trigonometry, the own class's angle through its curve, the others' cosines as they are. A texel is one sample's
 * share of one quantity, computed from its embedding in a single pass over the classes: the softmax's sum and the sums
 * weighted by it are kept relative to the largest logit so far, and shrink when a larger one comes.
 *
 *     embedding   E [dim + 1] for two samples a row
 *     batch       each sample's class y and weight (batch.ts), in column `about`
 *     state       row 0: a texel for each class, centre (x y z) and bias (w)
 *     curves      rows 2·lane, 2·lane + 1: near and far half, (ψ, dψ/du, ψ′, dψ′/du) at NODES nodes (margin/curve.ts)
 *     scales      for each lane: s where it is fixed, then 1 where ‖x‖ scales, 1 where ‖W_j‖ does, 1 where there are biases
 *     blends      for each lane: how much of the curve acts
 *
 *     out         embedding (x y z) and loss (w) │ gradient by the embedding (x y z) │
 *                 and for each class: gradient by its centre (x y z) and its bias (w)
 */
export const head = {
  inputs: ['embedding', 'batch', 'state', 'curves'],
  uniforms: [
    ...ints('lanes', 'dim', 'classes', 'about'),
    { name: 'scales', type: 'vec4', arrayIndex: ROOM_FOR_LANES },
    { name: 'blends', type: 'float', arrayIndex: ROOM_FOR_LANES },
  ],
  code: /* glsl */ `${PRELUDE}
const float TINY = 1e-30;
const float CELL = ${LAST / (NODES - 1)};

float norm(vec3 a) { return max(sqrt(dot(a, a)), TINY); }

// (ψ, ψ′) of a lane at half chords t = sin(θ/2), v = cos(θ/2): a cubic between two nodes.
vec2 curve(int lane, float t, float v) {
  float position = min(t, v) / CELL;
  int node = clamp(int(position), 0, ${NODES - 2});
  int row = 2 * lane + (t <= v ? 0 : 1);
  vec4 p = texel(curves, node, row), q = texel(curves, node + 1, row);
  float f = position - float(node), g = 1. - f;
  return g * g * ((1. + 2. * f) * p.xz + f * CELL * p.yw) + f * f * ((3. - 2. * f) * q.xz - g * CELL * q.yw);
}

// A class as an embedding of direction x sees it, without a margin.
struct Class { vec3 w; float norm, cosine, scale, logit; };

Class look(int j, int lane, vec3 x, float s, vec4 scaling) {
  vec4 row = texel(state, j, lane);
  float wNorm = norm(row.xyz);
  vec3 w = row.xyz / wNorm;
  float cosine = dot(x, w), scale = s * (1. + scaling.z * (wNorm - 1.));
  return Class(w, wNorm, cosine, scale, scale * cosine + scaling.w * row.w);
}

void main() {
  int lane = HERE.y % lanes;
  bool second = HERE.x % 2 == 1;
  vec4 xy = texel(embedding, 0, HERE.y), z = texel(embedding, 1, HERE.y);
  vec3 e = second ? vec3(xy.zw, z.z) : vec3(xy.xy, z.x);
  if (dim == 2) e.z = 0.;
  vec4 both = texel(batch, about, HERE.y / lanes);
  vec2 label = second ? both.zw : both.xy;
  int y = int(label.x);
  float weight = label.y;
  vec4 scaling = scales[lane];
  float n = norm(e);
  vec3 x = e / n;
  float s = scaling.x + scaling.y * n;

  // The own class, its cosine through the lane's curve.
  Class own = look(y, lane, x, s, scaling);
  vec3 apart = own.w - x, sum = own.w + x;
  float t = .5 * sqrt(dot(apart, apart)), v = .5 * sqrt(dot(sum, sum));
  float cosine = v * v - t * t, sine = 2. * t * v;
  vec2 bent = curve(lane, t, v);
  float psi = cosine + blends[lane] * (bent.x - cosine);
  float slope = blends[lane] * (bent.y + sine) - sine;
  float ownLogit = own.logit + own.scale * (psi - own.cosine);

  // The other classes: sums of exp(logit − top).
  float top = ownLogit, others = 0., stretch = 0.;
  vec3 pull = vec3(0.);
  for (int j = 0; j < classes; j++) {
    Class other = look(j, lane, x, s, scaling);
    float higher = j == y ? top : max(top, other.logit);
    float shrink = exp(top - higher), p = j == y ? 0. : exp(other.logit - higher);
    top = higher;
    others = others * shrink + p;
    stretch = stretch * shrink + p * other.scale * other.cosine;
    pull = pull * shrink + p * other.scale * (other.w - other.cosine * x);
  }
  float total = others + exp(ownLogit - top);
  float byOwn = -weight * others / total;

  // Unit tangents from x to its own w and back: θ falls along them. Where sinθ is 0 there is no direction.
  float perSine = sine > 0. ? slope / sine : 0.;
  vec3 toW = t <= v ? apart + 2. * t * t * x : sum - 2. * v * v * x;
  vec3 toX = t <= v ? 2. * t * t * own.w - apart : sum - 2. * v * v * own.w;

  int quantity = HERE.x / 2;
  if (quantity == 0) {
    setOutput(vec4(e, log(total) + top - ownLogit));
  } else if (quantity == 1) {
    vec3 ofOthers = weight / total * (pull + scaling.y * stretch * x);
    setOutput(vec4(ofOthers + byOwn * own.scale * (scaling.y * psi * x - perSine * toW), 0.) / n);
  } else if (quantity - 2 == y) {
    setOutput(vec4(own.scale * (scaling.z * psi * own.w - perSine * toX) / own.norm, scaling.w) * byOwn);
  } else {
    Class other = look(quantity - 2, lane, x, s, scaling);
    vec3 toOther = x + (scaling.z - 1.) * other.cosine * other.w;
    float g = weight / total * exp(other.logit - top);
    setOutput(vec4(other.scale * toOther / other.norm, scaling.w) * g);
  }
}`,
} satisfies Program<string, string>;

/** Losses and embeddings from the first two columns of what the head says. */
export function unpackSaid(
  texels: Float32Array,
  { lanes, samples, dim }: { readonly lanes: number; readonly samples: number; readonly dim: number },
): StepResult {
  const losses = new Float32Array(lanes);
  const features = new Float32Array(lanes * samples * dim);
  for (let lane = 0; lane < lanes; lane++) {
    let sum = 0;
    for (let b = 0; b < samples; b++) {
      const at = 4 * (2 * (Math.floor(b / 2) * lanes + lane) + (b % 2));
      for (let k = 0; k < dim; k++) features[(lane * samples + b) * dim + k] = texels[at + k] ?? 0;
      sum += texels[at + 3] ?? 0;
    }
    losses[lane] = sum / samples;
  }
  return { losses, features };
}
