import type { Param } from './loss';

/** The fixed scale s of every loss that normalises features: 64 in the papers' 512 dimensions, about 16 in two. */
export const scaleParam = (value: Param['value']) =>
  ({ role: 'scale', symbol: 's', unit: '', value, min: 1, max: 64, step: 1 }) as const satisfies Param;
