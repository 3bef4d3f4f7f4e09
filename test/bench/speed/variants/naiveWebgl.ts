import * as tf from '@tensorflow/tfjs';
import type { LaneConfig } from '../../../../src/margin/loss';
import { createBatches } from '../../../../src/train/batches';
import { initialParameters, layout } from '../../../../src/train/layout';
import type { Stepper, Variant, Workload } from '../variant';

/** float32's arccos has no slope at ±1. */
const CLOSE_TO_1 = 1 - 1e-6;

const lengths = (a: tf.Tensor): tf.Tensor => tf.norm(a, 2, 1, true);
const thetaOf = (cos: tf.Tensor): tf.Tensor => tf.acos(tf.clipByValue(cos, -CLOSE_TO_1, CLOSE_TO_1));

/** ψ of each loss as its paper writes it, from the cosines. */
const PSI: Readonly<
  Record<string, (cos: tf.Tensor, values: LaneConfig['values'], step: number) => tf.Tensor>
> = {
  sphereFace(cos, { m1 = 1 }, step) {
    const lambda = Math.max(1, 100 / (1 + 0.12 * step));
    const theta = thetaOf(cos);
    const k = tf.floor(tf.mul(theta, m1 / Math.PI));
    const sign = tf.sub(1, tf.mul(2, tf.mod(k, 2)));
    const psi = tf.sub(tf.mul(sign, tf.cos(tf.mul(theta, m1))), tf.mul(2, k));
    return tf.div(tf.add(tf.mul(lambda, cos), psi), 1 + lambda);
  },
  cosFace: (cos, { m3 = 0 }) => tf.sub(cos, m3),
  arcFace(cos, { m2 = 0 }) {
    const theta = thetaOf(cos);
    // Comparisons have no gradient in TensorFlow.js, and so none of tf.where's conditions; a step has one.
    const before = tf.step(tf.sub(Math.PI - m2, theta));
    const linear = tf.sub(cos, m2 * Math.sin(m2));
    return tf.add(tf.mul(before, tf.cos(tf.add(theta, m2))), tf.mul(tf.sub(1, before), linear));
  },
};

/** One lane: a sequential model, a head of two variables, its own Adam, automatic differentiation. */
function createModel({ samples, structure, knobs }: Workload, { loss, values }: LaneConfig) {
  const inputs = samples.shape.reduce((a, b) => a * b, 1);
  const shape = { inputs, hidden: structure.hidden, dim: structure.dim, classes: samples.classes.length };
  const plan = layout(shape);
  const initial = initialParameters(shape, structure.centres, structure.seed);
  const start = ({ at, size, shape: of }: (typeof plan)['centres']) =>
    tf.tensor(initial.slice(at, at + size), [...of]);

  const model = tf.sequential();
  plan.layers.forEach(({ w: { shape: of } }, i) => {
    const activation = i < plan.layers.length - 1 ? 'relu' : 'linear';
    model.add(tf.layers.dense({ inputShape: [of[0] ?? 0], units: of[1] ?? 0, activation }));
  });
  model.setWeights(plan.layers.flatMap(({ w, b }) => [start(w), start(b)]));
  const w = tf.variable(start(plan.centres) as tf.Tensor2D);
  const b = tf.variable(start(plan.biases));
  const optimizer = tf.train.adam(knobs.learningRate, 0.9, 0.999, 1e-8);
  // A layer's weights are variables; its type says only that they are tensors.
  const layers = model.trainableWeights.map((weight) => weight.read() as tf.Variable);

  function logits(e: tf.Tensor2D, own: tf.Tensor, step: number): tf.Tensor {
    if (loss === 'softmax') return tf.add(tf.matMul(e, w, false, true), b);
    const x = tf.div(e, lengths(e)) as tf.Tensor2D;
    const cos = tf.matMul(x, tf.div(w, lengths(w)) as tf.Tensor2D, false, true);
    const psi = PSI[loss]?.(cos, values, step) ?? cos;
    const withMargin = tf.add(tf.mul(own, psi), tf.mul(tf.sub(1, own), cos));
    return tf.mul(withMargin, loss === 'sphereFace' ? lengths(e) : (values.s ?? 1));
  }

  return (x: tf.Tensor2D, own: tf.Tensor2D, step: number): tf.Scalar => {
    const crossEntropy = (): tf.Scalar =>
      tf.losses.softmaxCrossEntropy(own, logits(model.apply(x) as tf.Tensor2D, own, step)) as tf.Scalar;
    const value = optimizer.minimize(
      crossEntropy,
      true,
      loss === 'softmax' ? [...layers, w, b] : [...layers, w],
    );
    if (!value) throw new Error('minimize was asked for the loss');
    return value;
  };
}

/** What one would write first: a model for each lane, one after the other. */
export default {
  backend: 'webgl',
  open(workload): Stepper {
    const { samples, structure, knobs } = workload;
    const { x, y, trainCount, classes } = samples;
    const all = tf.tensor2d(x, [y.length, x.length / y.length]);
    const labels = tf.tensor1d(Int32Array.from(y), 'int32');
    const models = workload.lanes.map((lane) => createModel(workload, lane));
    const batches = createBatches(trainCount, structure.seed);
    let last: tf.Scalar[] = [];
    let step = 0;
    return {
      step() {
        step++;
        tf.dispose(last);
        last = tf.tidy(() => {
          const rows = tf.tensor1d(batches.next(knobs.batchSize), 'int32');
          const own = tf.oneHot(tf.gather(labels, rows), classes.length).toFloat() as tf.Tensor2D;
          const batch = tf.gather(all, rows);
          return models.map((minimize) => minimize(batch, own, step));
        });
      },
      losses: async () => (await Promise.all(last.map((value) => value.data()))).map(([value = 0]) => value),
    };
  },
} satisfies Variant;
