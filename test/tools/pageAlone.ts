import { createLab } from '../../src/lab/lab';
import { defaultSettings, type Settings } from '../../src/lab/settings';
import type { News, TrainerClient } from '../../src/train/client';
import type { Snapshot } from '../../src/train/protocol';

const settings = defaultSettings();
export const LANES = settings.lanes.length;
const CLASSES = 8;

/** A page without a worker: what it asks for is written down, and the test says what it hears. */
export function openAlone(first: Settings = settings) {
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
  return {
    lab,
    asked,
    tell,
    started,
    see: (step: number) => tell({ type: 'snapshot', snapshot: snapshot(step) }),
    names: () => asked.map(([name]) => name),
  };
}
