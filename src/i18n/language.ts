/** The languages the page speaks. A shelf entry carries its own words in each; a missing one does not compile. */
export const LANGUAGES = ['en', 'ko'] as const;
export type Language = (typeof LANGUAGES)[number];
export type Translated<T = string> = Readonly<Record<Language, T>>;
