import { useEffect, useLayoutEffect, useRef } from 'react';
import { aloneInFrame, forget } from '../draw/frames';
import { themeChanged } from '../draw/theme';
import type { Language } from '../i18n/language';
import type { Settings } from '../lab/settings';
import { useLabState, useLanguage, useWords } from './context';

const root = document.documentElement;
const DARK = window.matchMedia('(prefers-color-scheme: dark)');

type Looks = Pick<Settings, 'theme' | 'type'> & { readonly language: Language };

/** All at once: each of them has the whole page styled and laid out anew, and so have all together. */
function apply({ theme, type, language }: Looks): void {
  const { dataset } = root;
  const shown = theme === 'auto' ? (DARK.matches ? 'dark' : 'light') : theme;
  const isOther = dataset.theme !== shown || dataset.type !== type;
  root.lang = language; // first: with canvases on the page, Chromium lays out what was changed before it
  dataset.theme = shown;
  dataset.type = type;
  if (isOther) themeChanged();
}

/** Language, theme and size of letters belong to the document, for the style sheet and a screen reader. */
export function useDocument(): void {
  const theme = useLabState(({ settings }) => settings.theme);
  const type = useLabState(({ settings }) => settings.type);
  const language = useLanguage();
  const isFirst = useRef(true);
  // Before the first picture at once; other looks in a frame of their own, since they concern every element of the page.
  useLayoutEffect(() => {
    const change = (): void => apply({ theme, type, language });
    if (isFirst.current) change();
    else aloneInFrame(change);
    isFirst.current = false;
    DARK.addEventListener('change', change);
    return () => {
      forget(change);
      DARK.removeEventListener('change', change);
    };
  }, [theme, type, language]);

  const { title } = useWords();
  useEffect(() => {
    document.title = title;
  }, [title]);
}
