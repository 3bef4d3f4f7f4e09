import type { Activation } from '../protocol';
import { delta } from './delta';
import type { Device, Texture } from './device';
import { gradient } from './gradient';
import { layer } from './layer';
import type { Plan } from './plan';

/** What a pass through the network works on. */
export interface Pass {
  readonly state: Texture;
  /** batch.ts */
  readonly batch: Texture;
  readonly lanes: number;
  /** Rows of two samples. */
  readonly pairs: number;
}

/** The networks of all lanes as programs: one for each layer forward, one for each hidden layer backward, one for all gradients. */
export interface Network {
  /** Every layer's output, the embedding last. To be disposed by the caller, as all that is returned here. */
  forward(pass: Pass): Texture[];
  /** Gradients by the sums of each hidden layer, from what the head says. */
  backward(pass: Pass, outputs: readonly Texture[], head: Texture): Texture[];
  gradients(pass: Pass, outputs: readonly Texture[], deltas: readonly Texture[], head: Texture): Texture;
}

export function createNetwork(device: Device, plan: Plan, activation: Activation): Network {
  const { layers, classes, rows, width } = plan;
  const hidden = layers.length - 1;
  const [hiddenLayer, lastLayer] = [layer(activation), layer('linear')];
  const [ofLayer, ofHead] = [delta(activation, 'layer'), delta(activation, 'head')];
  const allGradients = gradient(hidden);
  const starts = [...layers.map(({ row }) => row), rows];

  return {
    forward({ state, batch, lanes, pairs }) {
      const outputs: Texture[] = [];
      layers.forEach(({ row, depth, units }, l) => {
        const program = l < hidden ? hiddenLayer : lastLayer;
        const inputs = { below: outputs.at(-1) ?? batch, state };
        const uniforms = { lanes, shared: l === 0 ? 1 : 0, depth, weights: row, units };
        outputs.push(device.run(program, inputs, uniforms, plan.outputs(units), pairs * lanes));
      });
      return outputs;
    },
    backward({ state, lanes, pairs }, outputs, head) {
      const deltas: Texture[] = [];
      for (let l = hidden - 1; l >= 0; l--) {
        const [own, next, here] = [layers[l], layers[l + 1], outputs[l]];
        if (!own || !next || !here) throw new Error('every hidden layer has one above it');
        const program = l === hidden - 1 ? ofHead : ofLayer;
        const uniforms = { lanes, depth: next.blocks, weights: next.row, units: own.units };
        const inputs = { above: deltas[0] ?? head, state, here };
        deltas.unshift(device.run(program, inputs, uniforms, own.blocks, pairs * lanes));
      }
      return deltas;
    },
    gradients({ batch, lanes, pairs }, outputs, deltas, head) {
      const inputs: Record<string, Texture> = { a0: batch, head };
      outputs.slice(0, -1).forEach((output, l) => {
        inputs[`a${l + 1}`] = output;
      });
      deltas.forEach((d, l) => {
        inputs[`d${l}`] = d;
      });
      const uniforms = { lanes, pairs, classes, rows: starts, blocks: layers.map(({ blocks }) => blocks) };
      return device.run(allGradients, inputs, uniforms, width, rows * lanes);
    },
  };
}
