import { type Batch, pairs, TILE } from './batch';
import type { Device, Texture } from './device';
import type { Network } from './network';

/** Consecutive samples' embeddings by a state's networks, a tile of samples at a time. [lanes, count, dim] */
export async function embed(
  device: Device,
  network: Network,
  batch: Batch,
  { state, lanes, dim }: { readonly state: Texture; readonly lanes: number; readonly dim: number },
  from: number,
  count: number,
): Promise<Float32Array> {
  const features = new Float32Array(lanes * count * dim);

  async function tile(begin: number): Promise<void> {
    const size = Math.min(TILE, count - begin);
    const samples = Int32Array.from({ length: size }, (_, b) => from + begin + b);
    const rows = pairs(size);
    const outputs = network.forward({ state, batch: batch.load(samples), lanes, pairs: rows });
    const embedding = outputs.at(-1) as Texture; // every network has a last layer
    const read = device.read(embedding, 2, rows * lanes);
    for (const output of outputs) output.dispose();
    const texels = await read;
    for (let lane = 0; lane < lanes; lane++) {
      for (let b = 0; b < size; b++) {
        // Two texels a row: (e₁ e₂) of two samples, (e₃ ·) of two samples.
        const row = 8 * (Math.floor(b / 2) * lanes + lane) + 2 * (b % 2);
        const to = (lane * count + begin + b) * dim;
        for (let k = 0; k < dim; k++) features[to + k] = texels[row + (k < 2 ? k : 4)] ?? 0;
      }
    }
  }

  // All are asked for before the first one's answer: the state may be given up meanwhile.
  await Promise.all(Array.from({ length: Math.ceil(count / TILE) }, (_, i) => tile(i * TILE)));
  return features;
}
