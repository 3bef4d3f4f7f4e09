import type { Samples } from '../../src/data/dataset';
import { readAddress } from '../../src/lab/address';
import { createLab } from '../../src/lab/lab';
import { read } from '../../src/lab/readings';
import { marginOf, type Settings } from '../../src/lab/settings';
import type { Lab } from '../../src/lab/state';
import { TURN } from '../../src/math/angle';
import { normal, type Random, stream } from '../../src/math/random';
import type { News, TrainerClient } from '../../src/train/client';
import type { Snapshot } from '../../src/train/protocol';

const CLASSES = 8;
const [TRAINING, TEST] = [320, 80];
const N = TRAINING + TEST;
/** Two classes that are not trained: between the first centres, and less tight than the others. */
const HELD_OUT = { classes: ['8', '9'], count: 60, directions: [0.4, 1.1], spread: 1.6 } as const;

/** Looks at all samples that the run brings: its step, and how far samples stray from their centre, radians. */
const LOOKS = [
  { step: 0, spread: null },
  { step: 60, spread: 0.5 },
  { step: 120, spread: 0.17 },
] as const;

const samples: Samples = {
  x: new Float32Array(N),
  shape: [1],
  y: Uint8Array.from({ length: N }, (_, i) => i % CLASSES),
  classes: Array.from({ length: CLASSES }, (_, i) => String(i)),
  trainCount: TRAINING,
  heldOut: {
    x: new Float32Array(HELD_OUT.count),
    y: Uint8Array.from({ length: HELD_OUT.count }, (_, i) => i % 2),
    classes: HELD_OUT.classes,
  },
};

const polar = (radius: number, angle: number): number[] => [
  radius * Math.cos(angle),
  radius * Math.sin(angle),
];

/** Embeddings of the held-out samples at a look. */
const strangers = (random: Random, spread: number | null): number[] =>
  Array.from({ length: HELD_OUT.count }, (_, i) => {
    const own = HELD_OUT.directions[i % 2] ?? 0;
    const strays = spread === null ? TURN * random() : HELD_OUT.spread * spread * normal(random);
    return polar(2, own + strays);
  }).flat();

/** One lane at a look: centres not quite even, as runs have them, and samples around them; at random at the start. */
function laneLook(
  random: Random,
  spread: number | null,
): Record<'centres' | 'features' | 'biases', number[]> {
  const angles = Array.from({ length: CLASSES }, (_, j) => (TURN * j) / CLASSES + 0.09 * normal(random));
  return {
    centres: angles.flatMap((angle) => polar(1 + 0.3 * random(), angle)),
    features: Array.from(samples.y).flatMap((cls) => {
      const own = spread === null ? TURN * random() : (angles[cls] ?? 0) + spread * normal(random);
      return polar(2 + random(), own);
    }),
    biases: angles.map(() => 0.2 * normal(random)),
  };
}

interface Look {
  readonly step: number;
  readonly spread: number | null;
}

function snapshotOf({ step, spread }: Look, lanes: number): Snapshot {
  const random = stream(1, `gallery ${step}`);
  const others = stream(1, `gallery ${step}, held out`);
  // Each lane a little tighter than the one before it.
  const all = Array.from({ length: lanes }, (_, lane) => {
    const own = spread === null ? null : spread * 0.85 ** lane;
    const look = laneLook(random, own);
    return { ...look, features: [...look.features, ...strangers(others, own)] };
  });
  return {
    run: 1,
    rate: null,
    step,
    times: all.map(() => step),
    centres: Float32Array.from(all.flatMap(({ centres }) => centres)),
    biases: Float32Array.from(all.flatMap(({ biases }) => biases)),
    points: { type: 'all', features: Float32Array.from(all.flatMap(({ features }) => features)) },
  };
}

/** Between the looks so many steps lie between two readings, and how far samples stray then: as at 60 and at 120. */
const READ_EVERY = 10;
const spreadAt = (step: number): number => 0.5 * 0.34 ** ((step - 60) / 60);
/** Up to here the last lane had half of its scale. */
const CHANGED_AT = 60;

/** Readings of the run up to its last look, as the page would have taken them. */
function recordCourse({ feed, store }: Lab): void {
  const { lanes } = store.getState().settings;
  for (let step = 0; step < 120; step += READ_EVERY) {
    const { points, ...moment } = snapshotOf(
      { step, spread: step === 0 ? null : spreadAt(step) },
      lanes.length,
    );
    const whole = { moment, features: points.features };
    lanes.forEach((lane, i) => {
      const { s = 1 } = lane.values;
      const changed = i === lanes.length - 1 && step < CHANGED_AT;
      const margin = marginOf(changed ? { ...lane, values: { ...lane.values, s: s / 2 } } : lane);
      feed.record(i, read(whole, samples, margin, i), margin);
    });
  }
}

/** The page's lab with a run that is always the same, brought at once. `address` as behind the page's #. */
export function galleryLab(address: string): Lab {
  const settings: Settings = { ...readAddress(address).settings };
  let tell: (news: News) => void = () => {};
  const nothing = (): void => {};
  const client: TrainerClient = {
    start: nothing,
    goOn: nothing,
    tune: nothing,
    arrange: nothing,
    goBack: nothing,
    play: nothing,
    pause: nothing,
    step: nothing,
    drawn: nothing,
  };
  const lab = createLab(settings, [], (onNews) => {
    tell = onNews;
    return client;
  });
  tell({ type: 'started', run: 1, executor: 'cpu', reason: 'asked', renderer: '', data: samples, step: 0 });
  for (const look of LOOKS) tell({ type: 'snapshot', snapshot: snapshotOf(look, settings.lanes.length) });
  recordCourse(lab);
  return lab;
}
