import type { Executor } from '../../../src/train/protocol';
import { createSession } from '../../../src/train/session';
import type { Variant } from './variant';

/** The page's own session on one of TensorFlow.js's backends. */
export const portable = (backend: Executor): Variant => ({
  backend,
  open({ samples, structure, knobs }, create) {
    const { trainer } = createSession(create, samples, structure, knobs);
    return { step: trainer.advance, losses: async () => (await trainer.result())?.losses ?? [] };
  },
});
