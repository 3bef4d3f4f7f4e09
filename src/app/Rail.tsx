import { useCallback } from 'react';
import { Bookmarks } from './Bookmarks';
import { Classes } from './Classes';
import { useFeed, useLab, useLabState, useWords } from './context';

/** The place on the rail that is nearest to a step. */
const placeOf = (steps: readonly number[], step: number): number =>
  steps.reduce((best, one, i) => (Math.abs(one - step) < Math.abs((steps[best] ?? 0) - step) ? i : best), 0);

/** The run from its start to now: every look that is kept of it is a place to look back at, the last one is the present. */
export function Rail() {
  const lab = useLab();
  const { history: words } = useWords();
  const looks = useFeed(
    useCallback(() => lab.feed.live.history.looks, [lab]),
    250,
  );
  const back = useLabState((state) => state.lookBack?.look ?? null);
  const steps = looks.map(({ moment }) => moment.step);
  const last = Math.max(1, looks.length - 1);
  const at = back ? placeOf(steps, back.moment.step) : last;
  return (
    <div className="rail">
      <span className="rail-title" aria-hidden="true">
        {words.title}
      </span>
      <input
        type="range"
        title={words.about}
        aria-label={words.title}
        aria-valuetext={back ? words.at(back.moment.step) : words.now(steps.at(-1) ?? 0)}
        min={0}
        max={last}
        value={at}
        style={{ '--part': at / last } as React.CSSProperties}
        onChange={(event) => {
          const place = Number(event.target.value);
          const look = looks[place];
          if (look && place < last) lab.lookBack(look);
          else lab.present();
        }}
      />
      <Classes />
      <Bookmarks />
    </div>
  );
}
