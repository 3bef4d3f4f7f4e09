import { useLabState, useWords } from './context';
import { degrees, percent, significant } from './format';

/** The lane in numbers, all of one step, which they name: while it trains the pictures are some steps further on. */
export function LaneReadings({ index, name }: { readonly index: number; readonly name: string }) {
  const words = useWords();
  const now = useLabState(({ vitals }) => vitals[index]?.readings ?? null);
  const items = [
    {
      key: 'accuracy',
      value: now ? percent(now.accuracy) : '–',
      more: now && words.test(percent(now.testAccuracy)),
    },
    { key: 'loss', value: now ? significant(now.loss) : '–', more: null },
    { key: 'intra', value: now ? degrees(now.intra) : '–', more: null },
    { key: 'nearest', value: now ? degrees(now.nearest) : '–', more: null },
    { key: 'gap', value: now ? degrees(now.gap.mean) : '–', more: now && words.least(degrees(now.gap.min)) },
  ] as const;
  return (
    <div className="lane-readings">
      <dl className="readings">
        {items.map(({ key, value, more }) => (
          <div key={key} title={`${words.readings[key]}: ${words.readingsAbout[key]}`} className="reading">
            <dt>{words.readingsShort[key]}</dt>
            <dd>
              <output aria-label={words.reading(name, words.readings[key])} aria-live="off">
                {value}
              </output>
              <small>{more ?? '\u00a0'}</small>
            </dd>
          </div>
        ))}
        <div className="reading-step">
          <dt className="unseen">{words.stepCounter}</dt>
          <dd>{now && words.allAtStep(now.step)}</dd>
        </div>
      </dl>
    </div>
  );
}
