import { createContext, useContext, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { nextFrame } from '../draw/frames';
import type { Language } from '../i18n/language';
import { preferred, WORDS, type Words } from '../i18n/words';
import type { Lab, LabState } from '../lab/state';

export const LabContext = createContext<Lab | null>(null);

export function useLab(): Lab {
  const lab = useContext(LabContext);
  if (!lab) throw new Error('the page is not inside a LabContext');
  return lab;
}

/** A part of the state; the component is rendered anew when it changes. */
export const useLabState = <T>(select: (state: LabState) => T): T => useStore(useLab().store, select);

/** The language of a part of the page that has not come to the chosen one yet; null where it has no own. */
export const LanguageContext = createContext<Language | null>(null);

export function useLanguage(): Language {
  const own = useContext(LanguageContext);
  return useLabState(({ settings }) => own ?? settings.language) ?? preferred(navigator.languages);
}

export const useWords = (): Words => WORDS[useLanguage()];

/** Something of the feed, read anew at most every `pause` ms: for what the eye reads, not for what it follows. */
export function useFeed<T>(read: () => T, pause: number): T {
  const { feed } = useLab();
  const [value, setValue] = useState(read);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    const refresh = (): void => {
      timer = null;
      setValue(read());
    };
    nextFrame(refresh);
    const stop = feed.subscribe(() => {
      timer ??= setTimeout(refresh, pause);
    });
    return () => {
      stop();
      if (timer !== null) clearTimeout(timer);
    };
  }, [feed, read, pause]);
  return value;
}
