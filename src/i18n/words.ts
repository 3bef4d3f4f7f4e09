import { en, type Words } from './en';
import { ko } from './ko';
import type { Language, Translated } from './language';

export type { Words } from './en';

export const WORDS: Translated<Words> = { en, ko };

/** The language a browser asks for, as far as the page speaks it. */
export const preferred = (languages: readonly string[]): Language => {
  for (const tag of languages) {
    if (tag.toLowerCase().startsWith('ko')) return 'ko';
    if (tag.toLowerCase().startsWith('en')) return 'en';
  }
  return 'en';
};
