import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { koreanCharacters } from '../tools/koreanCharacters.mjs';
import { woff2Characters } from '../tools/woff2Characters';

test('The Korean font has every Korean character of the page', () => {
  const inFont = woff2Characters(readFileSync('public/fonts/margin-korean.woff2'));
  const missing = koreanCharacters().filter((character) => !inFont.has(character.codePointAt(0)!));
  expect(missing.join(''), 'not in the font: run `npm run font`').toBe('');
});
