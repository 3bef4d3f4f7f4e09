import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { Repaint } from '../draw/Canvas';
import { FigureView } from '../figures/FigureView';
import type { Figure, FigureInput, Values } from '../figures/figure';
import { setValue } from '../lab/lanes';
import { kindOf } from '../lab/settings';
import { useLab, useLabState, useLanguage, useWords } from './context';
import { Icon } from './Icon';

interface FigureCardProps {
  readonly figure: Figure;
  readonly input: () => FigureInput;
  readonly large: boolean;
  /** Gives a figure, by its id, the whole width; null gives it to none. */
  readonly onEnlarge: (figure: string | null) => void;
}

/** So far out of view a figure is already kept up to date, so that none is seen old. */
const AHEAD = '150px';

/** Is an element in view, or about to be? */
function useInView(): readonly [ref: React.RefObject<HTMLDivElement | null>, inView: boolean] {
  const ref = useRef<HTMLDivElement>(null);
  const [inView, setInView] = useState(false);
  useEffect(() => {
    if (!ref.current) return;
    const observer = new IntersectionObserver(
      (entries) => setInView(entries.at(-1)?.isIntersecting ?? false),
      { rootMargin: AHEAD },
    );
    observer.observe(ref.current);
    return () => observer.disconnect();
  }, []);
  return [ref, inView];
}

/** A figure on the page. Out of view it hears of nothing and is not painted. */
export function FigureCard({ figure, input, large, onEnlarge }: FigureCardProps) {
  const lab = useLab();
  const language = useLanguage();
  const { figures: words } = useWords();
  const [ref, inView] = useInView();
  const seen = useRef(false);
  seen.current ||= inView;
  // Another figure becomes small by it, and whatever stands below moves.
  useEffect(() => {
    if (large) ref.current?.scrollIntoView({ block: 'nearest' });
  }, [large, ref]);
  // What the lanes are changes the figure's height and its menus, which are React's; all else is not. The lanes are first.
  const lanes = useDeferredValue(useLabState(({ settings }) => settings.lanes.map(kindOf).join('~')));
  const watch = useCallback(
    (repaint: Repaint) => {
      if (!inView) return () => {};
      let seen = input();
      const look = (): void => {
        const now = input();
        if (now === seen) return;
        seen = now;
        repaint.inTurn(); // after a slider, too: its circle is first
      };
      const stops = [lab.feed.subscribe(look), lab.store.subscribe(look), lab.lit.subscribe(look)];
      return () => {
        for (const stop of stops) stop();
      };
    },
    [lab, input, inView],
  );
  const grab = useCallback(
    (lane: number, values: Values) => {
      const { settings } = lab.store.getState();
      const lanes = Object.entries(values).reduce(
        (row, [name, value]) => setValue(row, lane, name, value, settings.linked),
        settings.lanes,
      );
      lab.change({ lanes }, true);
    },
    [lab],
  );
  const { title } = figure.text[language];
  const label = large ? words.shrink(title) : words.enlarge(title);
  const tools = useMemo(
    () => (
      <button
        type="button"
        className="figure-tool"
        aria-label={label}
        title={label}
        onClick={() => onEnlarge(large ? null : figure.id)}
      >
        <Icon name={large ? 'shrink' : 'enlarge'} />
      </button>
    ),
    [label, large, figure, onEnlarge],
  );
  return (
    <div ref={ref} className={large ? 'figure-cell figure-cell-large' : 'figure-cell'}>
      <FigureView
        figure={figure}
        input={input}
        awake={seen.current}
        watch={watch}
        language={language}
        large={large}
        onGrab={grab}
        onRelease={lab.settle}
        lanes={lanes}
        tools={tools}
      />
    </div>
  );
}
