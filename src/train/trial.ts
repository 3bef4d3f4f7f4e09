import type { Samples } from '../data/dataset';
import type { CreateEngine } from './engine';
import type { Executor, Knobs, Structure } from './protocol';
import { createSession } from './session';

/** How long an executor is tried out, ms: two of them take less than a third of a second. */
const EACH = 140;
/** Steps between two looks at the clock: a graphics processor takes orders faster than it carries them out. */
const AT_A_TIME = 4;

/** What a trial runs: the run's own samples, network and losses, since who is faster depends on them. */
export interface Workload {
  readonly samples: Samples;
  readonly structure: Structure;
  readonly knobs: Knobs;
}

/** Steps a second that an executor makes of a run. The first ones, which build what the others use, are not counted. */
async function tryOut(
  create: CreateEngine,
  { samples, structure, knobs }: Workload,
  now = (): number => performance.now(),
): Promise<number> {
  const begin = now();
  const { trainer, engine } = createSession(create, samples, structure, knobs);
  const makeSome = async (): Promise<void> => {
    for (let k = 0; k < AT_A_TIME; k++) trainer.advance();
    await trainer.result();
  };
  try {
    await makeSome();
    const from = now();
    let made = 0;
    do {
      await makeSome();
      made += AT_A_TIME;
    } while (now() - begin < EACH);
    return (1000 * made) / (now() - from);
  } finally {
    engine.dispose();
  }
}

/** Tries executors out, each once for a size of run: another seed or another margin is as fast. */
export function createTrials() {
  const known = new Map<string, number>();
  return async (executor: Executor, create: CreateEngine, workload: Workload): Promise<number> => {
    const { dataset, data, dim, hidden } = workload.structure;
    const size = JSON.stringify([executor, dataset, data, dim, hidden, workload.knobs.lanes.length]);
    const rate = known.get(size) ?? (await tryOut(create, workload));
    known.set(size, rate);
    return rate;
  };
}
