import * as tf from '@tensorflow/tfjs-core';
import { CHANNELS, NODES } from '../../margin/curve';
import type { Engine, EngineSpec, EngineState, Frozen, LaneHead, StepInput, StepResult } from '../engine';
import { layout } from '../layout';
import type { Executor } from '../protocol';
import { type HeadTensors, head, headTensors } from './head';
import type { Stack } from './lanes';
import { backward, forward, part } from './network';
import { keepStill, type Moments, move } from './optimizer';

const NO_MARGIN: LaneHead = { curve: new Float32Array(2 * NODES * CHANNELS), scale: 's', s: 1, bias: false };

/**
 * The readable reference: all lanes stacked into one computation of stock TensorFlow.js operations, the gradient
 * derived by hand, all parameters in one [lanes, size] tensor. Runs on the backend that is set: webgl, wasm or cpu.
 */
export function createPortable(executor: Executor, spec: EngineSpec): Engine {
  const { inputs, activation, optimizer } = spec;
  let { lanes } = spec;
  const plan = layout(spec);
  const count = spec.y.length;
  const x = tf.tensor2d(spec.x, [count, inputs]);
  const y = tf.tensor1d(Int32Array.from(spec.y), 'int32');
  let moments: Moments = {
    parameters: tf.tensor2d(spec.initial, [lanes, plan.size]),
    m: tf.zeros([lanes, plan.size]),
    v: tf.zeros([lanes, plan.size]),
  };
  let heads: LaneHead[] = Array.from({ length: lanes }, () => NO_MARGIN);
  let tensors: HeadTensors | null = null;
  let last: { losses: tf.Tensor1D; features: Stack } | null = null;

  function currentHeads(): HeadTensors {
    tensors ??= headTensors(heads);
    return tensors;
  }

  function forgetHeads(): void {
    if (tensors) tf.dispose(Object.values(tensors));
    tensors = null;
  }

  function step({ samples, update, learningRate, blends, still }: StepInput): void {
    const now = currentHeads();
    const next = tf.tidy(() => {
      const rows = tf.tensor1d(samples, 'int32');
      const batch = tf.expandDims(tf.gather(x, rows), 0) as Stack;
      const labels = tf.gather(y, rows);
      const activations = forward(batch, moments.parameters, plan, activation);
      const features = activations.at(-1) as Stack;
      const [w, b] = [part(moments.parameters, plan.centres), part(moments.parameters, plan.biases)];
      const loss = head(features, w, b, labels, now, tf.tensor3d([...blends], [lanes, 1, 1]));
      const layers = backward(activations, moments.parameters, plan, activation, loss.byEmbedding);
      const gradient = tf.concat(
        [...layers, loss.byCentres, loss.byBiases].map((g) => tf.reshape(g, [lanes, -1])),
        1,
      ) as tf.Tensor2D;
      const moved = move(moments, gradient, optimizer, learningRate, update);
      return { ...keepStill(moments, moved, still), losses: loss.losses, features };
    });
    tf.dispose([moments.parameters, moments.m, moments.v]);
    if (last) tf.dispose([last.losses, last.features]);
    moments = { parameters: next.parameters, m: next.m, v: next.v };
    last = { losses: next.losses, features: next.features };
  }

  const read = async (tensor: tf.Tensor): Promise<Float32Array> => {
    const values = (await tensor.data()) as Float32Array;
    // The wasm and cpu backends may hand out their own memory.
    return values.slice();
  };
  const readAndDispose = async (tensor: tf.Tensor): Promise<Float32Array> => {
    try {
      return await read(tensor);
    } finally {
      tensor.dispose();
    }
  };

  return {
    executor,
    setHead(lane, laneHead) {
      heads[lane] = laneHead;
      forgetHeads();
    },
    step,
    async result(): Promise<StepResult> {
      if (!last) throw new Error('no step has been made yet');
      const [losses, features] = await Promise.all([read(last.losses), read(last.features)]);
      return { losses, features };
    },
    freeze(): Frozen {
      const parameters = tf.clone(moments.parameters);
      return {
        async head() {
          const [centres, biases] = tf.tidy(() => [
            part(parameters, plan.centres),
            part(parameters, plan.biases),
          ]);
          const [c, b] = await Promise.all([
            readAndDispose(centres as Stack),
            readAndDispose(biases as Stack),
          ]);
          return { centres: c, biases: b };
        },
        embed: (from, howMany) =>
          readAndDispose(
            tf.tidy(() => {
              const batch = tf.expandDims(tf.slice(x, [from, 0], [howMany, inputs]), 0) as Stack;
              return forward(batch, parameters, plan, activation).at(-1) as Stack;
            }),
          ),
        release: () => parameters.dispose(),
      };
    },
    arrange(order) {
      const rows = tf.tensor1d([...order], 'int32');
      const chosen = tf.tidy(() => ({
        parameters: tf.gather(moments.parameters, rows),
        m: tf.gather(moments.m, rows),
        v: tf.gather(moments.v, rows),
      }));
      if (last) tf.dispose([last.losses, last.features]);
      last = null;
      tf.dispose([rows, ...Object.values(moments)]);
      moments = chosen;
      heads = order.map((lane) => heads[lane] ?? NO_MARGIN);
      lanes = order.length;
      forgetHeads();
    },
    async state(): Promise<EngineState> {
      const [parameters, m, v] = await Promise.all([
        read(moments.parameters),
        read(moments.m),
        read(moments.v),
      ]);
      return { parameters, m, v };
    },
    restore(lane, state) {
      const put = (all: tf.Tensor2D, one: Float32Array): tf.Tensor2D =>
        tf.tidy(() => {
          const row = tf.tensor2d(one, [1, plan.size]);
          const above = tf.slice(all, [0, 0], [lane, plan.size]);
          const below = tf.slice(all, [lane + 1, 0], [lanes - lane - 1, plan.size]);
          return tf.concat([above, row, below].filter(({ size }) => size > 0));
        });
      const next = {
        parameters: put(moments.parameters, state.parameters),
        m: put(moments.m, state.m),
        v: put(moments.v, state.v),
      };
      tf.dispose([moments.parameters, moments.m, moments.v]);
      moments = next;
    },
    dispose() {
      tf.dispose([x, y, moments.parameters, moments.m, moments.v]);
      if (last) tf.dispose([last.losses, last.features]);
      if (tensors) tf.dispose(Object.values(tensors));
    },
  };
}
