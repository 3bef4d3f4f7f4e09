// The Korean characters that the page can show: what the font of `npm run font` must have.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** Hangul, and the punctuation of East Asia; unicode-range in src/app/fonts.css says the same. */
const KOREAN = /[\p{Script=Hangul}\u3000-\u303f\uff00-\uffef]/gu;

/** All of them anywhere in the sources, each once, in order. */
export function koreanCharacters() {
  const sources = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => join('src', file));
  const texts = [...sources, 'index.html'].map((file) => readFileSync(join(ROOT, file), 'utf8'));
  return [...new Set(texts.join('').match(KOREAN))].sort();
}
