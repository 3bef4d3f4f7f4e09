import type { Whole } from './feed';

/** Looks at all samples that are kept: the first of the run, and some of its newer half. In the order of steps. */
type Earlier = readonly Whole[];

/** Two that are kept are this factor apart in steps, so that half of a step is missed by at most half of it. */
const SPACING = 1.15;
/** Kept from a little before the middle on, which only moves forward. */
const KEPT = 0.5 / SPACING;

/**
 * Takes in a new look. Of any number of them at most eight are kept: the first, and of the newer half as many as are
 * the spacing apart, 1 + ln(1/.43)/ln 1.15. One of no later step than the last is left out.
 */
export function keepLook(earlier: Earlier, look: Whole): Earlier {
  const { step } = look.moment;
  const [first, ...later] = earlier;
  if (!first) return [look];
  const last = earlier.at(-1)?.moment.step ?? 0;
  if (step <= last || step < last * SPACING) return earlier;
  return [first, ...later.filter(({ moment }) => moment.step >= step * KEPT), look];
}

/** The kept look that is nearest to half of a step; null before there is any. */
export const middleOf = (earlier: Earlier, step: number): Whole | null =>
  earlier.reduce<Whole | null>((best, one) => {
    const away = ({ moment }: Whole): number => Math.abs(moment.step - step / 2);
    return best && away(best) <= away(one) ? best : one;
  }, null);
