import { defaultValues } from '../../../src/data/dataset';
import { fetchFrom } from '../../../src/data/fetchFile';
import { DATASETS } from '../../../src/datasets';
import { defaultSettings, knobsOf, structureOf } from '../../../src/lab/settings';
import type { LaneConfig } from '../../../src/margin/loss';
import { stream } from '../../../src/math/random';
import { choose } from '../../../src/train/choose';
import type { Stepper, Variant, Workload } from './variant';

/** Only the variant that is asked for arrives, so that none carries another's libraries. */
const VARIANTS = import.meta.glob<Variant>('./variants/*.ts', { import: 'default' });

/** One variant on one workload; then timed rounds of it. */
export type Request =
  | {
      readonly type: 'open';
      readonly variant: string;
      readonly dataset: string;
      readonly lanes: number;
      readonly base: string;
    }
  /** Results are read when steps have run for `chunk` ms; at 0 after each. */
  | { readonly type: 'round'; readonly ms: number; readonly chunk: number };
export type Reply =
  /** Losses after the first steps, to see that all variants compute the same. */
  | { readonly type: 'opened'; readonly losses: readonly number[]; readonly renderer: string }
  | { readonly type: 'round'; readonly rate: number }
  | { readonly type: 'failed'; readonly message: string };

const BATCH = 128;
/** The second step's loss depends on the first one's gradient; soon after, rounding has grown large (ArcFace). */
const FIRST_STEPS = 2;
const WARM_UP_STEPS = 8;
async function workloadOf({
  dataset,
  lanes: count,
  base,
}: Extract<Request, { type: 'open' }>): Promise<Workload> {
  const shelf = DATASETS[dataset];
  if (!shelf) throw new Error(`the shelf has no ${dataset}`);
  const page = { ...defaultSettings(), dataset, data: defaultValues(shelf), batchSize: BATCH };
  // The page's first lanes, and again from the first: what a lane costs does not depend on its loss.
  const lanes = Array.from({ length: count }, (_, i) => page.lanes[i % page.lanes.length] as LaneConfig);
  const settings = { ...page, lanes };
  const samples = await shelf.sample(settings.data, stream(1, `data ${dataset}`), fetchFrom(base));
  return { samples, structure: structureOf(settings), knobs: knobsOf(settings), lanes };
}

let stepper: Stepper | null = null;

async function answer(request: Request): Promise<Reply> {
  if (request.type === 'open') {
    const variant = await VARIANTS[`./variants/${request.variant}.ts`]?.();
    if (!variant) throw new Error(`there is no variant ${request.variant}`);
    const { executor, renderer, create } = await choose(variant.backend);
    if (executor !== variant.backend) throw new Error(`${variant.backend} does not run here`);
    stepper = variant.open(await workloadOf(request), create);
    for (let i = 0; i < FIRST_STEPS; i++) stepper.step();
    const losses = Array.from(await stepper.losses());
    for (let i = 0; i < WARM_UP_STEPS; i++) stepper.step();
    await stepper.losses();
    return { type: 'opened', losses, renderer };
  }
  if (!stepper) throw new Error('nothing is open');
  const begin = performance.now();
  let steps = 0;
  while (performance.now() - begin < request.ms) {
    const chunk = performance.now();
    do {
      stepper.step();
      steps++;
    } while (performance.now() - chunk < request.chunk);
    await stepper.losses();
  }
  return { type: 'round', rate: (1000 * steps) / (performance.now() - begin) };
}

self.onmessage = async ({ data: request }: MessageEvent<Request>) => {
  const reply = await answer(request).catch(
    (error: unknown): Reply => ({
      type: 'failed',
      message: error instanceof Error ? error.message : String(error),
    }),
  );
  self.postMessage(reply);
};
