import { degrees, percent } from '../../draw/format';
import type { VerificationRow, VerificationScene } from './scene';
import type { VerificationWords } from './words';

const isVerified = ({ verified }: VerificationRow): boolean => verified !== null;

/** What the table has of a lane: test accuracy, EER, TAR at each target; a dash for what is not known. */
export const numbersOf = ({ testAccuracy, verified }: VerificationRow): string[] =>
  [testAccuracy, verified?.eer, ...(verified?.tarAt ?? [null, null])].map((share) =>
    percent(share ?? Number.NaN),
  );

/** All lanes at the common threshold. */
export function sayAt(scene: VerificationScene, words: VerificationWords): string {
  const { rows, threshold, allTrained } = scene;
  if (threshold === null) return allTrained ? words.allTrained : words.none;
  const rates = rows
    .filter(isVerified)
    .map(({ name, far, frr }) => words.rates(name, percent(far), percent(frr)));
  return [words.at(degrees(threshold)), ...rates].join('; ');
}

/** The figure in words. */
export function sayVerification(scene: VerificationScene, words: VerificationWords): string[] {
  const { rows, pairs, step } = scene;
  if (!pairs) return [sayAt(scene, words)];
  return [
    words.paired[pairs.whose](pairs.classes.join(', '), pairs.samples),
    [words.same(pairs.same), words.different(pairs.different)].join('; '),
    ...rows.filter(isVerified).map((row) => {
      const [accuracy = '', eer = '', tar1 = '', tar10 = ''] = numbersOf(row);
      return words.lane(row.name, accuracy, eer, tar1, tar10);
    }),
    sayAt(scene, words),
    ...(step === null ? [] : [words.step(step)]),
  ];
}
