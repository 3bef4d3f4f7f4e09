import { useCallback, useMemo } from 'react';
import { useStore } from 'zustand';
import { litClass } from '../lab/lit';
import { useFeed, useLab, useLabState, useWords } from './context';
import { classNames } from './laneShown';

/** The classes in their colours: pointed at or focused one is lit up in all pictures, pressed it stays. */
export function Classes() {
  const { lit, feed } = useLab();
  const { classes: words } = useWords();
  const settings = useLabState((state) => state.settings);
  const expected = useMemo(() => classNames(settings), [settings]);
  const known = useFeed(
    useCallback(() => feed.now.samples?.classes, [feed]),
    100,
  );
  const names = known ?? expected;
  const kept = useStore(lit, (state) => state.kept);
  const now = useStore(lit, litClass);
  const point = (cls: number | null): void => lit.point({ cls, sample: null });
  return (
    <fieldset className="classes" title={words.about}>
      <legend className="unseen">{words.title}</legend>
      {names.map((name, cls) => (
        <button
          key={name}
          type="button"
          className="bare class-chip"
          aria-label={words.one(name)}
          aria-pressed={kept === cls}
          data-faded={now !== null && now !== cls}
          style={{ '--chip': `var(--class-${cls})` } as React.CSSProperties}
          onPointerEnter={({ pointerType }) => pointerType !== 'touch' && point(cls)}
          onPointerLeave={() => point(null)}
          onFocus={({ target }) => target.matches(':focus-visible') && point(cls)}
          onBlur={() => point(null)}
          onClick={() => lit.keep(cls)}
        >
          {name}
        </button>
      ))}
    </fieldset>
  );
}
