import { pickRows } from '../math/rows';
import type { EngineState } from './engine';

/** The state of some of its lanes, in this order. */
export const pickLanes = (
  { parameters, m, v }: EngineState,
  lanes: number,
  order: readonly number[],
): EngineState => ({
  parameters: pickRows(parameters, lanes, order),
  m: pickRows(m, lanes, order),
  v: pickRows(v, lanes, order),
});

/** Every number of it is one. */
export const isSound = ({ parameters, m, v }: EngineState): boolean =>
  [parameters, m, v].every((values) => values.every(Number.isFinite));
