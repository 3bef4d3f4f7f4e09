import { ratesWithin } from '../../math/verification';
import type { Chosen, FigureInput } from '../figure';
import { pairedOf, type Verified, verifiedBy, type Whose, whoseOf } from './verified';

/** A lane, and how it does at the common threshold. */
export interface VerificationRow {
  readonly name: string;
  readonly colour: number;
  /** Of the test split of the classes that are trained. */
  readonly testAccuracy: number | null;
  /** null before there are samples, and where no classes are held out. */
  readonly verified: Verified | null;
  /** Shares of the pairs of two classes that are accepted, and of those of one that are not. */
  readonly far: number;
  readonly frr: number;
}

export interface VerificationScene {
  readonly rows: readonly VerificationRow[];
  /** Pairs at most so far apart are accepted, radians; null while there are none. */
  readonly threshold: number | null;
  /** Whose pairs they are, and how many; null while there are none. */
  readonly pairs: {
    readonly whose: Whose;
    readonly classes: readonly string[];
    readonly samples: number;
    readonly same: number;
    readonly different: number;
  } | null;
  /** Samples are there, and no classes to hold out. */
  readonly allTrained: boolean;
  readonly step: number | null;
}

/** Everything that the figure shows, in numbers. While nobody has moved θ, it is where the first lane errs evenly. */
export function verificationScene(
  input: FigureInput,
  chosen: Chosen,
  pointed: number | null,
): VerificationScene {
  const { lanes, count } = input;
  const whose = whoseOf(chosen);
  const paired = pairedOf(input, whose);
  const verified = lanes.map(({ now }) => verifiedBy(now, input, whose));
  const first = verified.find((one) => one !== null);
  const threshold = first ? (pointed ?? first.equal) : null;
  const rows = lanes.map(({ name, colour, testAccuracy }, i) => {
    const own = verified[i] ?? null;
    const { far, tar } = own ? ratesWithin(own.roc, threshold ?? 0) : { far: 0, tar: 1 };
    return { name, colour, testAccuracy, verified: own, far, frr: 1 - tar };
  });
  return {
    rows,
    threshold,
    pairs:
      paired && first
        ? {
            whose,
            classes: paired.classes,
            samples: paired.y.length,
            same: first.roc.positives,
            different: first.roc.negatives,
          }
        : null,
    allTrained: count > 0 && !paired,
    step: first ? (lanes[0]?.now?.step ?? null) : null,
  };
}
