import { useEffect, useLayoutEffect, useRef } from 'react';
import { aloneInFrame, forget } from '../draw/frames';
import { themeChanged } from '../draw/theme';
import type { Language } from '../i18n/language';
import type { Settings, Theme } from '../lab/settings';
import { useLabState, useLanguage, useWords } from './context';

const root = document.documentElement;
const DARK = window.matchMedia('(prefers-color-scheme: dark)');

function applyTheme(theme: Theme): void {
  root.dataset.theme = theme === 'auto' ? (DARK.matches ? 'dark' : 'light') : theme;
  themeChanged();
}
function applyType(type: Settings['type']): void {
  root.dataset.type = type;
  themeChanged();
}
function applyLanguage(language: Language): void {
  root.lang = language;
}

/** Before the first picture at once; another one in a frame of its own, since it concerns every element of the page. */
function useApplied<T>(value: T, apply: (value: T) => void): void {
  const isFirst = useRef(true);
  useLayoutEffect(() => {
    const change = (): void => apply(value);
    if (isFirst.current) change();
    else aloneInFrame(change);
    isFirst.current = false;
    return () => forget(change);
  }, [value, apply]);
}

/** Language, theme and size of letters belong to the document, for the style sheet and a screen reader. */
export function useDocument(): void {
  const theme = useLabState(({ settings }) => settings.theme);
  const { title } = useWords();
  useApplied(theme, applyTheme);
  useApplied(
    useLabState(({ settings }) => settings.type),
    applyType,
  );
  useApplied(useLanguage(), applyLanguage);
  useEffect(() => {
    document.title = title;
  }, [title]);
  useEffect(() => {
    const apply = (): void => applyTheme(theme);
    DARK.addEventListener('change', apply);
    return () => DARK.removeEventListener('change', apply);
  }, [theme]);
}
