import { evenSeparation } from '../margin/feasibility';
import type { Setting } from '../margin/loss';
import type { Readings } from './readings';

/** What is wrong with a lane's run, in numbers of the run; the page has the words. Angles in radians. */
export type Ailment =
  /** Two classes share a direction; on a circle they cannot part again. */
  | { readonly type: 'merged'; readonly classes: readonly [number, number]; readonly angle: number }
  /** Samples lie opposite their own centre, where the loss may be low and the answer wrong. */
  | { readonly type: 'opposite'; readonly share: number }
  /** It was better before. */
  | { readonly type: 'lost'; readonly accuracy: number; readonly best: number };

/** Before so many steps nothing has settled. */
const YOUNG = 150;
/** Classes nearer than this part of their even distance have merged. */
const MERGED = 0.2;
/** … if so much of a class is taken for another: plain softmax can tell two classes of one direction by their lengths. */
const CONFUSED = 0.4;
const OPPOSITE = 0.05;
const LOST = 0.15;

/** Looks at a lane's readings; `best` is the best accuracy of its run so far. null for a healthy one. */
export function examine(now: Readings, best: number, { classes, dim }: Setting): Ailment | null {
  if (now.step < YOUNG) return null;
  if (now.opposite > OPPOSITE) return { type: 'opposite', share: now.opposite };
  const near = now.closest.angle < MERGED * evenSeparation(classes, dim);
  if (near && now.accuracy < 1 - CONFUSED / classes) return { type: 'merged', ...now.closest };
  if (now.accuracy < best - LOST) return { type: 'lost', accuracy: now.accuracy, best };
  return null;
}
