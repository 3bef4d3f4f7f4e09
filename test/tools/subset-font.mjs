// Makes public/fonts/margin-korean.woff2, the letters of the page's Korean words, from Pretendard: npm run font
// The packages go to a cache: the project does not depend on them. Their versions are fixed, so that the same
// words always give the same file.
import { execSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { koreanCharacters } from './koreanCharacters.mjs';

const FONT = 'pretendard@1.3.9';
const SUBSETTER = ['subset-font@2.9.0', 'fontverter@2.0.0', 'harfbuzzjs@1.6.4', 'wawoff2@2.0.1'];
/** The weights that the page uses; the font is variable between them. */
const WEIGHTS = { min: 400, max: 800 };
/** These tables space and replace Latin letters, and describe the font to programs that list fonts. */
const DROPPED = ['GDEF', 'GPOS', 'GSUB', 'STAT'];
const COPYRIGHT_AND_LICENCE = [0, 13, 14];

const CACHE = fileURLToPath(new URL('../../node_modules/.cache/font', import.meta.url));
const OUTPUT = fileURLToPath(new URL('../../public/fonts', import.meta.url));

/** Pretendard is a reserved name: under its licence, a font made from it must have another.
 * @param {string} name */
const renamed = (name) => name.replace(/Pretendard( ?)Variable/, 'Margin$1Korean');

/** @param {string} name @returns {Promise<any>} */
const load = async (name) =>
  (await import(pathToFileURL(join(CACHE, 'node_modules', name, 'index.js')).href)).default;

/** The font with other names in it. Checksums stay as they were: conversion to WOFF2 computes them anew.
 * @param {Buffer} font */
function rename(font) {
  const entry = tableEntry(font, 'name');
  const names = renamedTable(font.subarray(font.readUInt32BE(entry + 8)));
  const padding = Buffer.alloc(-font.length & 3);
  const result = Buffer.concat([font, padding, names]);
  result.writeUInt32BE(font.length + padding.length, entry + 8);
  result.writeUInt32BE(names.length, entry + 12);
  return result;
}

/** Where the table directory speaks of a table: tag, checksum, place, length.
 * @param {Buffer} font @param {string} tag */
function tableEntry(font, tag) {
  let entry = 12;
  while (font.toString('latin1', entry, entry + 4) !== tag) entry += 16;
  return entry;
}

/** A header, 12 bytes for each name, ending with its length and place, then the texts in UTF-16.
 * @param {Buffer} table */
function renamedTable(table) {
  const count = table.readUInt16BE(2);
  const from = table.readUInt16BE(4);
  const head = Buffer.from(table.subarray(0, 6 + 12 * count));
  head.writeUInt16BE(head.length, 4);
  /** @type {Buffer[]} */
  const texts = [];
  let place = 0;
  for (let record = 6; record < head.length; record += 12) {
    const start = from + head.readUInt16BE(record + 10);
    const bytes = Buffer.from(table.subarray(start, start + head.readUInt16BE(record + 8)));
    const text = Buffer.from(renamed(bytes.swap16().toString('utf16le')), 'utf16le').swap16();
    head.writeUInt16BE(text.length, record + 8);
    head.writeUInt16BE(place, record + 10);
    place += text.length;
    texts.push(text);
  }
  return Buffer.concat([head, ...texts]);
}

mkdirSync(CACHE, { recursive: true });
const quietly = '--no-save --no-package-lock --no-audit --no-fund --ignore-scripts --loglevel=error';
execSync(`npm install ${quietly} --prefix "${CACHE}" ${[FONT, ...SUBSETTER].join(' ')}`, {
  stdio: 'inherit',
});
const [subsetFont, fontverter] = [await load('subset-font'), await load('fontverter')];
const pretendard = join(CACHE, 'node_modules/pretendard/dist');

const characters = koreanCharacters();
const whole = readFileSync(join(pretendard, 'public/variable/PretendardVariable.ttf'));
const subset = await subsetFont(whole, characters.join(''), {
  targetFormat: 'sfnt',
  variationAxes: { wght: WEIGHTS },
  dropTables: DROPPED,
  preserveNameIds: COPYRIGHT_AND_LICENCE,
});
const packed = await fontverter.convert(rename(subset), 'woff2');

const licence = readFileSync(join(pretendard, 'LICENSE.txt'), 'utf8');
const note = `margin-korean.woff2 is a part of the font Pretendard (npm package ${FONT.replace('@', ' ')}), changed:
only the Korean characters that this page uses, only the weights ${WEIGHTS.min} to ${WEIGHTS.max}, and under another name.
Pretendard's licence:

`;
mkdirSync(OUTPUT, { recursive: true });
writeFileSync(join(OUTPUT, 'margin-korean.woff2'), packed);
writeFileSync(join(OUTPUT, 'OFL.txt'), note + licence);
console.log(`${characters.length} Korean characters: ${characters.join('')}`);
console.log(`${whole.length} bytes the whole font, ${subset.length} its part, ${packed.length} packed`);
