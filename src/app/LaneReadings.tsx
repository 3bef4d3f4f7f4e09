import { useEffect, useState } from 'react';
import { type Readings, read } from '../lab/readings';
import type { Margin } from '../margin/compile';
import { useLab, useWords } from './context';
import { degrees, percent, significant } from './format';

/** Readings of the last whole look, taken outside the frame it came in: one lane's take a few milliseconds. */
function useReadings(index: number, margin: Margin): Readings | null {
  const { feed } = useLab();
  const [readings, setReadings] = useState<Readings | null>(null);
  useEffect(() => {
    let seen: unknown = null;
    let timer: ReturnType<typeof setTimeout> | null = null;
    const take = (): void => {
      timer = null;
      const { whole, samples } = feed.now;
      seen = whole;
      setReadings(whole && samples ? read(whole, samples, margin, index) : null);
    };
    const look = (): void => {
      // Lanes take turns, so that no task of all of them together keeps the page from answering.
      if (feed.now.whole !== seen) timer ??= setTimeout(take, 5 * index);
    };
    timer = setTimeout(take, 0);
    const stop = feed.subscribe(look);
    return () => {
      stop();
      if (timer !== null) clearTimeout(timer);
    };
  }, [feed, index, margin]);
  return readings;
}

/** The lane in numbers, all of one step. */
export function LaneReadings({
  index,
  name,
  margin,
}: {
  readonly index: number;
  readonly name: string;
  readonly margin: Margin;
}) {
  const words = useWords();
  const now = useReadings(index, margin);
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
    <dl className="readings">
      {items.map(({ key, value, more }) => (
        <div key={key} title={words.readingsAbout[key]} className={`reading reading-${key}`}>
          <dt>{words.readings[key]}</dt>
          <dd>
            <output aria-label={words.reading(name, words.readings[key])} aria-live="off">
              {value}
            </output>
            {more !== null && <small>{more}</small>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
