import { useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import { aloneInFrame, forget } from '../draw/frames';
import { themeChanged } from '../draw/theme';
import type { Settings } from '../lab/settings';
import { useLabState, useLanguage, useWords } from './context';

const root = document.documentElement;
const DARK = window.matchMedia('(prefers-color-scheme: dark)');

type Looks = Pick<Settings, 'theme' | 'type'>;

function show({ theme, type }: Looks): void {
  const { dataset } = root;
  const shown = theme === 'auto' ? (DARK.matches ? 'dark' : 'light') : theme;
  const isOther = dataset.theme !== shown || dataset.type !== type;
  dataset.theme = shown;
  dataset.type = type;
  if (isOther) themeChanged();
}

/**
 * Before the first picture at once; another time in a frame of its own, since each has every element of the page styled,
 * and most of them laid out, anew: two of them in one frame take as long as both.
 */
function useOnDocument(change: () => void): void {
  const isFirst = useRef(true);
  useLayoutEffect(() => {
    if (isFirst.current) change();
    else aloneInFrame(change);
    isFirst.current = false;
    return () => forget(change);
  }, [change]);
}

/** Language, theme and size of letters belong to the document, for the style sheet and a screen reader. */
export function useDocument(): void {
  const theme = useLabState(({ settings }) => settings.theme);
  const type = useLabState(({ settings }) => settings.type);
  const language = useLanguage();
  useOnDocument(
    useCallback(() => {
      root.lang = language;
    }, [language]),
  );
  const look = useCallback(() => show({ theme, type }), [theme, type]);
  useOnDocument(look);
  useEffect(() => {
    DARK.addEventListener('change', look);
    return () => DARK.removeEventListener('change', look);
  }, [look]);

  const { title } = useWords();
  useEffect(() => {
    document.title = title;
  }, [title]);
}
