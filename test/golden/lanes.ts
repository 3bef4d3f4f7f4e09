import type { Margin } from '../../src/margin/compile';
import type { CreateEngine } from '../../src/train/engine';
import { type Layout, layout, type Part } from '../../src/train/layout';
import { createTrainer } from '../../src/train/trainer';
import { type Block, flatten, mapBlocks, type Parameters, type Trajectory } from './network';
import type { Files } from './schema';

type TrainingFile = Files['training.json'];

/** Where each block of the reference stands in the flat parameters of one lane: one hidden layer. */
function partsOf({ layers: [first, second], centres, biases }: Layout): Readonly<Record<Block, Part>> {
  if (!first || !second) throw new Error('the reference has one hidden layer');
  return { W1: first.w, b1: first.b, W2: second.w, b2: second.b, headW: centres, headB: biases };
}

/** [rows, columns] row-major to [columns, rows]: the reference has a row for each output, layout.ts one for each input. */
function transpose(a: ArrayLike<number>, rows: number): Float64Array {
  const columns = a.length / rows;
  const from = (i: number): number => (i % rows) * columns + Math.floor(i / rows);
  return Float64Array.from({ length: a.length }, (_, i) => a[from(i)] ?? Number.NaN);
}

/** The reference's initial weights, for each of some lanes. [lanes, layout.size] */
function initialOf(file: TrainingFile, plan: Layout, lanes: number): Float32Array {
  const start = flatten(file.initialWeights, file.data.C);
  const turned = {
    ...start,
    W1: transpose(start.W1, start.b1.length),
    W2: transpose(start.W2, start.b2.length),
  };
  const parts = partsOf(plan);
  const initial = new Float32Array(lanes * plan.size);
  for (let lane = 0; lane < lanes; lane++) {
    mapBlocks((block) => initial.set(turned[block], lane * plan.size + parts[block].at));
  }
  return initial;
}

/** One lane's parameters as the reference writes them. */
function parametersOf(all: Float32Array, plan: Layout, lane: number): Parameters {
  const own = all.subarray(lane * plan.size, (lane + 1) * plan.size);
  const parts = partsOf(plan);
  const blocks = mapBlocks((block) => own.slice(parts[block].at, parts[block].at + parts[block].size));
  const inputs = (part: Part): number => part.shape[0] ?? 0;
  return {
    ...blocks,
    W1: transpose(blocks.W1, inputs(parts.W1)),
    W2: transpose(blocks.W2, inputs(parts.W2)),
  };
}

/** Trains margins side by side with Adam, as the lanes of one trainer. */
export async function trainLanes(
  create: CreateEngine,
  file: TrainingFile,
  margins: readonly Margin[],
  learningRate: number,
  steps: number,
): Promise<Trajectory[]> {
  const { X, labels, C, batches } = file.data;
  const { b1, b2 } = file.initialWeights;
  const shape = { inputs: X[0]?.length ?? 0, hidden: [b1.length], dim: b2.length, classes: C };
  const plan = layout(shape);
  const engine = create({
    ...shape,
    lanes: margins.length,
    activation: 'tanh',
    optimizer: { type: 'adam' },
    x: Float32Array.from(X.flat()),
    y: Uint8Array.from(labels),
    initial: initialOf(file, plan, margins.length),
  });
  const inOrder = batches.values();
  const order = { next: () => Int32Array.from(inOrder.next().value ?? []) };
  const trainer = createTrainer(engine, order, { lanes: margins, learningRate, batchSize: 0 });
  const runs = margins.map(() => ({ losses: [] as number[], weights: [] as Parameters[] }));
  for (let t = 0; t < Math.min(steps, batches.length); t++) {
    trainer.advance();
    const result = await trainer.result();
    const { parameters } = await engine.state();
    runs.forEach(({ losses, weights }, lane) => {
      losses.push(result?.losses[lane] ?? Number.NaN);
      weights.push(parametersOf(parameters, plan, lane));
    });
  }
  engine.dispose();
  return runs;
}
