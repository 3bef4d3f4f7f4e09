// What the margin head keeps in memory, as offsets in bytes. Where four samples are computed at a time, a name stands
// for four floats; a vector has one such four for each coordinate, room for three.

/** A lane's loss: seven floats, then its curve (margin/curve.ts). */
export const NORM: usize = 0; // 1 where ‖x‖ scales the logits, else 0
export const WNORM: usize = 4; // 1 where ‖W_j‖ does
export const FIXED: usize = 8; // s where it is fixed, else 0
export const BIAS: usize = 12; // 1 where the loss has biases, else 0
export const BLEND: usize = 16; // how much of the curve acts: cosθ + a(ψ − cosθ)
export const CELL: usize = 20; // half chord from node to node
export const NODES: usize = 24; // nodes on each half
export const CURVE: usize = 32;

/** A centre, or the gradient by it: four floats, of which dim are used. The biases come after all centres. */
export const CENTRE: usize = 16;

/** Four samples and the centres of their own classes. */
export const X: usize = 0; // x̂
export const LENGTH: usize = 48; // ‖x‖
export const X_TO_W: usize = 64; // unit tangent at x̂ towards ŵ
export const W_TO_X: usize = 112; // unit tangent at ŵ towards x̂
export const PSI: usize = 160; // ψ(θ), blended
export const SLOPE: usize = 176; // dψ/dθ as the backward pass takes it, blended
export const BY_X: usize = 192; // gradient by x̂, sideways
export const FOUR: usize = 240;

/** A class. */
export const UNIT: usize = 0; // ŵ, three floats
export const SIZE: usize = 12; // ‖w‖
export const PULL: usize = 16; // sums over the samples, in four parts: what draws w sideways, a vector;
export const STRETCH: usize = 64; // what stretches w;
export const BY_BIAS: usize = 80; // what moves the bias
export const EFFECTIVE: usize = 96; // for the four samples of now: cosθ_j, or ψ(θ) for their own class;
export const PROBABILITY: usize = 112; // the logit, later the probability
export const CLASS: usize = 128;
