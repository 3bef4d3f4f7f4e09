import { createLab } from '../../src/lab/lab';
import { defaultSettings, type Settings } from '../../src/lab/settings';
import type { News, TrainerClient } from '../../src/train/client';
import type { Checkpoint, Snapshot } from '../../src/train/protocol';

const settings = defaultSettings();
/** Of the settings that it opens with. */
export const LANES = settings.lanes.length;
const CLASSES = 8;

/** A page without a worker: what it asks for is written down, and the test says what it hears. */
export function openLab(first: Settings = settings) {
  const asked: [name: string, ...given: unknown[]][] = [];
  let tell: (news: News) => void = () => {};
  const lab = createLab(first, [], (onNews) => {
    tell = onNews;
    return new Proxy({} as TrainerClient, {
      get:
        (_, name) =>
        (...given: unknown[]) =>
          void asked.push([String(name), ...given]),
    });
  });
  const samples = {
    x: new Float32Array(2),
    shape: [1],
    y: Uint8Array.of(0, 1),
    classes: ['a', 'b'],
    trainCount: 2,
  };
  const started = (step: number): void =>
    tell({ type: 'started', run: 1, executor: 'wasm', reason: 'asked', renderer: '', data: samples, step });
  const snapshot = (step: number): Snapshot => ({
    run: 1,
    rate: null,
    step,
    times: Array(LANES).fill(step),
    centres: new Float32Array(LANES * CLASSES * 2).fill(step),
    biases: new Float32Array(LANES * CLASSES),
    points: { type: 'all', features: new Float32Array(LANES * 2 * 2).fill(step) },
  });
  const checkpoint = (step: number): Checkpoint => ({
    step,
    lanes: Array(LANES).fill({ kind: '', time: step, held: false }),
    state: {
      parameters: new Float32Array(LANES).fill(step),
      m: new Float32Array(LANES),
      v: new Float32Array(LANES),
    },
    batches: { order: new Int32Array(1), cursor: 0, drawn: 0 },
  });
  return {
    lab,
    asked,
    tell,
    started,
    /** The worker sends what the run can go on from. */
    save: (step: number) => tell({ type: 'checkpoint', run: 1, checkpoint: checkpoint(step) }),
    see: (step: number) => tell({ type: 'snapshot', snapshot: snapshot(step) }),
    names: () => asked.map(([name]) => name),
  };
}
