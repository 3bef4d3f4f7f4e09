import { useEffect, useLayoutEffect, useSyncExternalStore } from 'react';
import { themeChanged } from '../draw/theme';
import type { Language } from '../i18n/language';
import type { Settings } from '../lab/settings';
import { useArriving } from './arriving';
import { useLabState, useLanguage, useWords } from './context';

/** What the style sheet and a screen reader are told of how the page is read. */
export interface Looks {
  readonly language: Language;
  readonly theme: 'light' | 'dark';
  readonly type: Settings['type'];
}

const DARK = window.matchMedia('(prefers-color-scheme: dark)');
const isDark = (): boolean => DARK.matches;
function watchDark(listen: () => void): () => void {
  DARK.addEventListener('change', listen);
  return () => DARK.removeEventListener('change', listen);
}

export function useLooks(): Looks {
  const language = useLanguage();
  const chosen = useLabState(({ settings }) => settings.theme);
  const type = useLabState(({ settings }) => settings.type);
  const dark = useSyncExternalStore(watchDark, isDark);
  const theme = chosen === 'auto' ? (dark ? 'dark' : 'light') : chosen;
  return { language, theme, type };
}

const root = document.documentElement;

/**
 * The looks of all that has none to itself. Each of the two has the style of every element of the page found anew, though in
 * parts that have their own nothing comes of it. A component of its own, so that nothing else is rendered for it.
 */
export function DocumentLooks(): null {
  const wanted = useLooks();
  const looks = `${wanted.theme} ${wanted.type}`;
  const arrived = useArriving(
    new Map([
      ['looks', looks],
      ['language', wanted.language],
    ]),
  );
  // The first picture has both.
  const [theme = '', type = ''] = (arrived.get('looks') ?? looks).split(' ');
  const language = arrived.get('language') ?? wanted.language;
  useLayoutEffect(() => {
    root.dataset.theme = theme;
    root.dataset.type = type;
    themeChanged();
  }, [theme, type]);
  useLayoutEffect(() => {
    root.lang = language;
  }, [language]);

  const { title } = useWords();
  useEffect(() => {
    document.title = title;
  }, [title]);
  return null;
}
