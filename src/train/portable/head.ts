import * as tf from '@tensorflow/tfjs-core';
import { CHANNELS, LAST, NODES } from '../../margin/curve';
import type { LaneHead } from '../engine';
import { matMul, rowLengths, type Stack, sumColumns, sumRows, TINY } from './lanes';

/** The lanes' losses as tensors: replaced when a slider moves, never rebuilt. */
export interface HeadTensors {
  /** [lanes · 2 · NODES, CHANNELS] all curves, one after the other. */
  readonly curves: tf.Tensor2D;
  /** 1 where ‖x‖ scales the logits, else 0. [lanes, 1, 1], like all that follow. */
  readonly norm: Stack;
  /** 1 where ‖W_j‖ does. */
  readonly wnorm: Stack;
  /** s where it is fixed, else 0. */
  readonly fixed: Stack;
  readonly bias: Stack;
}

export function headTensors(heads: readonly LaneHead[]): HeadTensors {
  const column = (value: (head: LaneHead) => number): Stack =>
    tf.tensor3d(heads.map(value), [heads.length, 1, 1]);
  const curves = new Float32Array(heads.length * 2 * NODES * CHANNELS);
  heads.forEach(({ curve }, lane) => {
    curves.set(curve, lane * curve.length);
  });
  return {
    curves: tf.tensor2d(curves, [heads.length * 2 * NODES, CHANNELS]),
    norm: column(({ scale }) => (scale === 's' ? 0 : 1)),
    wnorm: column(({ scale }) => (scale === 'norm*wnorm' ? 1 : 0)),
    fixed: column(({ scale, s }) => (scale === 's' ? s : 0)),
    bias: column(({ bias }) => (bias ? 1 : 0)),
  };
}

/** Reads every lane's curve at half chords [lanes, batch, 1]: ψ and its backward slope, by cubics between nodes. */
function readCurves(curves: tf.Tensor2D, t: Stack, v: Stack): { psi: Stack; slope: Stack } {
  const [lanes, batch] = t.shape;
  const cell = LAST / (NODES - 1);
  const position = tf.div(tf.minimum(t, v), cell);
  const node = tf.minimum(tf.floor(position), NODES - 2);
  const firstNodes = tf.mul(tf.reshape(tf.range(0, lanes), [lanes, 1, 1]), 2 * NODES);
  const far = tf.mul(tf.cast(tf.greater(t, v), 'float32'), NODES);
  const row = tf.cast(tf.reshape(tf.add(tf.add(firstNodes, far), node), [lanes * batch]), 'int32');
  const channels = (rows: tf.Tensor): Stack[] =>
    tf.split(
      tf.reshape(tf.gather(curves, tf.cast(rows, 'int32')), [lanes, batch, CHANNELS]),
      CHANNELS,
      2,
    ) as Stack[];
  const [p0, d0, q0, e0] = channels(row) as [Stack, Stack, Stack, Stack];
  const [p1, d1, q1, e1] = channels(tf.add(row, tf.scalar(1, 'int32'))) as [Stack, Stack, Stack, Stack];
  const f = tf.sub(position, node);
  const g = tf.sub(1, f);
  const [ff, gg] = [tf.square(f), tf.square(g)];
  const [a, b] = [tf.mul(gg, tf.add(1, tf.mul(2, f))), tf.mul(ff, tf.sub(3, tf.mul(2, f)))];
  const [c, d] = [tf.mul(tf.mul(gg, f), cell), tf.mul(tf.mul(ff, g), cell)];
  const hermite = (y0: Stack, s0: Stack, y1: Stack, s1: Stack): Stack =>
    tf.add(tf.add(tf.mul(a, y0), tf.mul(b, y1)), tf.sub(tf.mul(c, s0), tf.mul(d, s1)));
  return { psi: hermite(p0, d0, p1, d1), slope: hermite(q0, e0, q1, e1) };
}

export interface HeadResult {
  /** [lanes] nats. */
  readonly losses: tf.Tensor1D;
  /** [lanes, batch, dim] */
  readonly byEmbedding: Stack;
  /** [lanes, classes, dim] */
  readonly byCentres: Stack;
  /** [lanes, 1, classes] */
  readonly byBiases: Stack;
}

/**
 * The margin head of all lanes, forward and backward, as margin/head.ts has it in double precision: half chords
 * instead of trigonometry, the own class's angle through its curve, the others' cosines as they are.
 */
export function head(
  e: Stack,
  w: Stack,
  b: Stack,
  y: tf.Tensor1D,
  heads: HeadTensors,
  blends: Stack,
): HeadResult {
  const batch = e.shape[1];
  const classes = w.shape[1];
  // Asked for float32, the wasm backend's oneHot writes integers' bits: cast instead.
  const own = tf.cast(tf.expandDims(tf.oneHot(y, classes), 0), 'float32') as Stack;
  const others = tf.sub(1, own) as Stack;

  const [xLength, wLength] = [rowLengths(e), rowLengths(w)];
  const [x, wHat] = [tf.div(e, xLength) as Stack, tf.div(w, wLength) as Stack];
  const cos = matMul(x, wHat, false, true);
  const wOwn = tf.gather(wHat, y, 1) as Stack;
  const t = tf.mul(rowLengths(tf.sub(x, wOwn)), 0.5) as Stack;
  const v = tf.mul(rowLengths(tf.add(x, wOwn)), 0.5) as Stack;
  const sinOwn = tf.mul(2, tf.mul(t, v)) as Stack;
  const cosOwn = tf.sub(tf.square(v), tf.square(t)) as Stack;

  const read = readCurves(heads.curves, t, v);
  const psi = tf.add(cosOwn, tf.mul(blends, tf.sub(read.psi, cosOwn)));
  const slope = tf.sub(tf.mul(blends, tf.add(read.slope, sinOwn)), sinOwn);

  const wScale = tf.transpose(tf.add(tf.mul(sub1(wLength), heads.wnorm), 1), [0, 2, 1]);
  const scale = tf.mul(tf.add(tf.mul(xLength, heads.norm), heads.fixed), wScale);
  const effective = tf.add(tf.mul(cos, others), tf.mul(psi, own));
  const logits = tf.add(tf.mul(scale, effective), tf.mul(b, heads.bias));
  const shifted = tf.sub(logits, tf.max(logits, 2, true));
  const logP = tf.sub(shifted, tf.log(tf.sum(tf.exp(shifted), 2, true)));
  const losses = tf.neg(tf.mean(tf.sum(tf.mul(logP, own), 2), 1)) as tf.Tensor1D;

  const g = tf.div(tf.sub(tf.exp(logP), own), batch) as Stack;
  const scaled = tf.mul(g, scale) as Stack;
  const byOthers = tf.mul(scaled, others) as Stack;
  const byTheta = tf.mul(sumColumns(tf.mul(scaled, own)), slope);
  const safeSin = tf.maximum(sinOwn, TINY);
  // Unit tangents from x̂ towards its own ŵ and back: θ falls along them.
  const xToW = tf.div(tf.sub(wOwn, tf.mul(cosOwn, x)), safeSin);
  const wToX = tf.div(tf.sub(x, tf.mul(cosOwn, wOwn)), safeSin);
  const stretched = tf.mul(scaled, effective) as Stack;

  const pullX = tf.sub(matMul(byOthers, wHat), tf.mul(sumColumns(tf.mul(byOthers, cos)), x));
  const alongX = tf.mul(tf.mul(sumColumns(stretched), heads.norm), x);
  const byEmbedding = tf.div(tf.add(tf.sub(pullX, tf.mul(byTheta, xToW)), alongX), xLength) as Stack;

  const columns = (a: Stack): Stack => tf.transpose(sumRows(a), [0, 2, 1]);
  const ownOfLanes = tf.tile(own, [e.shape[0], 1, 1]) as Stack;
  const pullW = tf.sub(matMul(byOthers, x, true, false), tf.mul(columns(tf.mul(byOthers, cos)), wHat));
  const pullOwnW = matMul(ownOfLanes, tf.mul(byTheta, wToX) as Stack, true, false);
  const alongW = tf.mul(tf.mul(columns(stretched), heads.wnorm), wHat);
  const byCentres = tf.div(tf.add(tf.sub(pullW, pullOwnW), alongW), wLength) as Stack;

  return { losses, byEmbedding, byCentres, byBiases: tf.mul(sumRows(g), heads.bias) };
}

/** a − 1: so that flag·(a − 1) + 1 is a or 1. */
const sub1 = (a: Stack): Stack => tf.sub(a, 1);
