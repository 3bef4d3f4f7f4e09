import { describe, expect, test } from 'vitest';
import { DATASET_LIST } from '../../src/datasets';
import { FIGURES } from '../../src/figures';
import { LANGUAGES, type Language } from '../../src/i18n/language';
import { preferred, WORDS } from '../../src/i18n/words';
import { LOSSES } from '../../src/losses';

/** Everything that the page can say in a language, by its place: `losses.0.text.about`. */
type Said = ReadonlyMap<string, string>;

/** What a text is given, as signs that belong to no language; the nth argument is the nth sign. */
const GIVEN = ['①', '②', '③', '④', '⑤'];

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
const isText = (value: unknown): value is (...given: string[]) => unknown => typeof value === 'function';

/** Walks words, and entries of the shelves, where `{ en, ko }` stands for the language asked for. */
function collect(value: unknown, language: Language, path: string, said: Map<string, string>): void {
  if (typeof value === 'string') said.set(path, value);
  else if (isText(value)) said.set(path, String(value(...GIVEN.slice(0, value.length))));
  else if (isObject(value)) {
    const translated = LANGUAGES.every((tag) => Object.hasOwn(value, tag));
    if (translated) collect(value[language], language, path, said);
    else for (const [name, part] of Object.entries(value)) collect(part, language, `${path}.${name}`, said);
  }
}

/** Of an entry of a shelf only what is translated: the rest is names, formulas and sources. */
function translated(value: unknown, path = ''): Record<string, unknown> {
  if (!isObject(value)) return {};
  if (LANGUAGES.every((tag) => Object.hasOwn(value, tag))) return { [path]: value };
  return Object.assign(
    {},
    ...Object.entries(value).map(([name, part]) => translated(part, path === '' ? name : `${path}.${name}`)),
  );
}

function everythingSaid(language: Language): Said {
  const said = new Map<string, string>();
  collect(WORDS[language], language, 'words', said);
  for (const { id, ...entry } of [...LOSSES, ...DATASET_LIST, ...FIGURES])
    collect(translated(entry), language, id, said);
  return said;
}

const [english, korean] = [everythingSaid('en'), everythingSaid('ko')];
const inBoth = [...english].map(([place, en]) => ({ place, en, ko: korean.get(place) ?? '' }));

/** Two lower-case words in succession: a sentence, or a part of one. Names and symbols have none. */
const SENTENCE = /\b[a-z]{2,}[,;:]? [a-z]{2,}\b/;
const HANGUL = /\p{Script=Hangul}/u;

test('Both languages have the same texts, none of them empty', () => {
  expect(english.size).toBeGreaterThan(100);
  expect([...korean.keys()]).toEqual([...english.keys()]);
  expect(
    inBoth.filter(({ en, ko }) => en.trim() === '' || ko.trim() === '').map(({ place }) => place),
  ).toEqual(
    // Numbers without a unit.
    ['words.units.cosine', 'words.units.'],
  );
});

test('No English sentence is left in the Korean texts', () => {
  expect(inBoth.filter(({ en }) => SENTENCE.test(en)).length).toBeGreaterThan(50);
  expect(inBoth.filter(({ en, ko }) => SENTENCE.test(en) && !HANGUL.test(ko))).toEqual([]);
  // Names of the field stay English also within a sentence, but no three ordinary words in succession do.
  expect(inBoth.filter(({ ko }) => /\b[a-z]{2,} [a-z]{2,} [a-z]{2,}\b/.test(ko))).toEqual([]);
});

test('What the page calls the same in both languages is a name or a symbol', () => {
  const names = ['Angular Margin Explorer', 'Adam', 'WebAssembly SIMD', 'rad'];
  const same = inBoth.filter(({ place, en, ko }) => place.startsWith('words.') && en === ko);
  expect(same.map(({ en }) => en).filter((text) => /\p{Letter}/u.test(text))).toEqual(names);
});

test('No Korean is left in the English texts, but for the name of the language', () => {
  expect(inBoth.filter(({ en }) => HANGUL.test(en)).map(({ place }) => place)).toEqual([
    'words.otherLanguage',
  ]);
});

test('Both languages say the same of what they are given', () => {
  const signs = (text: string): string => GIVEN.filter((sign) => text.includes(sign)).join('');
  expect(inBoth.filter(({ en, ko }) => signs(en) !== signs(ko))).toEqual([]);
});

describe('The page opens in', () => {
  test.each([
    ['the first language of the browser that it speaks', ['fr-FR', 'ko-KR', 'en'], 'ko'],
    ['English where that comes first', ['en-GB', 'ko'], 'en'],
    ['English where it speaks none of them', ['fr', 'de'], 'en'],
    ['English where nothing is known', [], 'en'],
  ] as const)('%s', (_title, languages, expected) => {
    expect(preferred(languages)).toBe(expected);
  });
});
