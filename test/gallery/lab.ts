import type { Samples } from '../../src/data/dataset';
import { readAddress } from '../../src/lab/address';
import { createLab } from '../../src/lab/lab';
import type { Settings } from '../../src/lab/settings';
import type { Lab } from '../../src/lab/state';
import { TURN } from '../../src/math/angle';
import { normal, type Random, stream } from '../../src/math/random';
import type { News, TrainerClient } from '../../src/train/client';
import type { Snapshot } from '../../src/train/protocol';

const CLASSES = 8;
const [TRAINING, TEST] = [320, 80];
const N = TRAINING + TEST;

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
};

/** One lane at a look: centres not quite even, as runs have them, and samples around them; at random at the start. */
function laneLook(
  random: Random,
  spread: number | null,
): Record<'centres' | 'features' | 'biases', number[]> {
  const angles = Array.from({ length: CLASSES }, (_, j) => (TURN * j) / CLASSES + 0.09 * normal(random));
  const polar = (radius: number, angle: number): number[] => [
    radius * Math.cos(angle),
    radius * Math.sin(angle),
  ];
  return {
    centres: angles.flatMap((angle) => polar(1 + 0.3 * random(), angle)),
    features: Array.from(samples.y).flatMap((cls) => {
      const own = spread === null ? TURN * random() : (angles[cls] ?? 0) + spread * normal(random);
      return polar(2 + random(), own);
    }),
    biases: angles.map(() => 0.2 * normal(random)),
  };
}

function snapshotOf({ step, spread }: (typeof LOOKS)[number], lanes: number): Snapshot {
  const random = stream(1, `gallery ${step}`);
  // Each lane a little tighter than the one before it.
  const all = Array.from({ length: lanes }, (_, lane) =>
    laneLook(random, spread === null ? null : spread * 0.85 ** lane),
  );
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
  return lab;
}
