import { mostSpare } from '../math/spare';
import { arrangeCheckpoint } from '../train/checkpoint';
import type { Checkpoint } from '../train/protocol';
import { arrangeWhole, type Whole } from './whole';

/**
 * What is kept of a run, in the order of steps and even over it, however long it goes on: looks at all samples, to look
 * back at, and states, to go on from. The first and the newest of both are always there.
 */
export interface History {
  readonly looks: readonly Whole[];
  readonly checkpoints: readonly Checkpoint[];
}

export const NO_HISTORY: History = { looks: [], checkpoints: [] };

/** How many are kept, and how many bytes of them; of very large ones a few all the same. */
export const LOOKS = { most: 48, bytes: 12e6, least: 12 } as const;
export const CHECKPOINTS = { most: 24, bytes: 32e6, least: 4 } as const;

const stepOfLook = ({ moment }: Whole): number => moment.step;
const stepOf = ({ step }: Checkpoint): number => step;

const sizeOfLook = ({ features, moment: { centres, biases } }: Whole): number =>
  features.byteLength + centres.byteLength + biases.byteLength;
const sizeOf = ({ state: { parameters, m, v }, batches }: Checkpoint): number =>
  parameters.byteLength + m.byteLength + v.byteLength + batches.order.byteLength;

const mostOf = ({ most, bytes, least }: Record<'most' | 'bytes' | 'least', number>, size: number): number =>
  Math.max(least, Math.min(most, Math.floor(bytes / size)));

/** With one more, in the place of one of the same step; one of an earlier step than the last is left out. */
function keep<T>(
  kept: readonly T[],
  next: T,
  step: (one: T) => number,
  most: number,
  needed: (one: T) => boolean,
): readonly T[] {
  const last = kept.at(-1);
  if (last && step(next) < step(last)) return kept;
  const all = last && step(next) === step(last) ? [...kept.slice(0, -1), next] : [...kept, next];
  if (all.length <= most) return all;
  const spare = mostSpare(all.map(step), (i) => needed(all[i] as T)); // i is one of all
  return all.filter((_, i) => i !== spare);
}

/** Keeps a look; those whose very state is kept stay by preference. */
export function keepLook(history: History, look: Whole): History {
  const steps = new Set(history.checkpoints.map(stepOf));
  const most = mostOf(LOOKS, sizeOfLook(look));
  const looks = keep(history.looks, look, stepOfLook, most, (one) => steps.has(stepOfLook(one)));
  return { ...history, looks };
}

export function keepCheckpoint(history: History, checkpoint: Checkpoint): History {
  const most = mostOf(CHECKPOINTS, sizeOf(checkpoint));
  return { ...history, checkpoints: keep(history.checkpoints, checkpoint, stepOf, most, () => false) };
}

/** What is left when a run goes on from a step. */
export const historyUntil = ({ looks, checkpoints }: History, step: number): History => ({
  looks: looks.filter((look) => stepOfLook(look) <= step),
  checkpoints: checkpoints.filter((one) => stepOf(one) <= step),
});

/** What is left before a look, and the state that a run goes on from; a look at a later step has no part in that. */
export const goOnto = (history: History, look: Whole, from: Checkpoint): History =>
  keepCheckpoint(look.moment.step <= from.step ? keepLook(history, look) : history, from);

/** The same with these of its lanes, in this order. */
export const arrangeHistory = ({ looks, checkpoints }: History, order: readonly number[]): History => ({
  looks: looks.map((look) => arrangeWhole(look, order)),
  checkpoints: checkpoints.map((one) => arrangeCheckpoint(one, order)),
});

/** The first of those that are nearest to a step; null where there are none. */
function nearest<T>(all: readonly T[], stepOf: (one: T) => number, step: number): T | null {
  const away = (one: T): number => Math.abs(stepOf(one) - step);
  return all.reduce<T | null>((best, one) => (best !== null && away(best) <= away(one) ? best : one), null);
}
export const nearestLook = ({ looks }: History, step: number): Whole | null =>
  nearest(looks, stepOfLook, step);
export const nearestCheckpoint = ({ checkpoints }: History, step: number): Checkpoint | null =>
  nearest(checkpoints, stepOf, step);
