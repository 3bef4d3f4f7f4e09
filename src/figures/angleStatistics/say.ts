import { degrees } from '../../draw/format';
import { STATISTICS, type Statistic, TABLE_3 } from './paper';
import type { StatisticsScene } from './scene';
import type { StatisticsWords } from './words';

function sayNumbers(
  name: string,
  angle: (statistic: Statistic) => string | null,
  words: StatisticsWords,
): string {
  const numbers = STATISTICS.flatMap((one) => {
    const number = angle(one);
    return number === null ? [] : [words.number(words.names[one], number)];
  });
  return words.lane(name, numbers.join('; '));
}

/** As the paper prints it. */
export const printed = (angle: number): string => `${angle.toFixed(2)}°`;

/** The figure in words: a table, read row by row. */
export function sayStatistics({ lanes, step }: StatisticsScene, words: StatisticsWords): string[] {
  const measured = lanes.filter(({ angles }) => angles.wec !== null);
  const ours = measured.map(({ name, angles }) =>
    sayNumbers(
      name,
      (one) => {
        const angle = angles[one];
        return angle === null ? null : degrees(angle);
      },
      words,
    ),
  );
  const papers = TABLE_3.map(({ method, degrees: column }) =>
    sayNumbers(
      method,
      (one) => {
        const angle = column[one];
        return angle === null ? null : printed(angle);
      },
      words,
    ),
  );
  return [
    ...(measured.length === 0 ? [words.none] : []),
    ...ours,
    ...(step === null ? [] : [words.step(step)]),
    words.paper,
    // A lane and a column of the paper may have one name.
    ...papers.map((sentence) => `v3 ${sentence}`),
  ];
}
