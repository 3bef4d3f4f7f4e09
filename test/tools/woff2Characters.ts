import { brotliDecompressSync } from 'node:zlib';

/** Numbers of known tables in a WOFF2 directory, and what stands there for any other. */
const CMAP = 0;
const GLYF = 10;
const LOCA = 11;
const UNKNOWN = 63;

/** The code points a WOFF2 font has glyphs for, up to U+FFFF: a list in format 4 knows no others. */
export function woff2Characters(font: Buffer): Set<number> {
  const table = cmap(font);
  for (let k = 0; k < table.readUInt16BE(2); k++) {
    const start = table.readUInt32BE(4 + 8 * k + 4);
    if (table.readUInt16BE(start) === 4) return new Set(withGlyph(table.subarray(start)));
  }
  throw new Error('The font has no list of its characters in format 4.');
}

/** Four columns of numbers, a row for each run of characters: last, first, step from code point to glyph, and
 *  how far from here the run's own list of glyphs is, or 0 without one. */
function* withGlyph(list: Buffer): Generator<number> {
  const column = list.readUInt16BE(6);
  for (let end = 14; end < 14 + column; end += 2) {
    const first = end + column + 2; // two bytes of padding after the first column
    const away = first + 2 * column;
    const from = list.readUInt16BE(first);
    for (let code = from; code <= list.readUInt16BE(end); code++) {
      const step = list.readUInt16BE(first + column);
      const distance = list.readUInt16BE(away);
      const glyph = distance
        ? list.readUInt16BE(away + distance + 2 * (code - from))
        : (code + step) & 0xffff;
      if (glyph !== 0) yield code;
    }
  }
}

/** A directory of tables, then all tables, one after the other, compressed together. */
function cmap(font: Buffer): Buffer {
  if (font.toString('latin1', 0, 4) !== 'wOF2') throw new Error('Not a WOFF2 font.');
  let at = 48;
  const number = (): number => {
    let value = 0;
    for (;;) {
      const byte = font.readUInt8(at++);
      value = value * 128 + (byte & 127);
      if (byte < 128) return value;
    }
  };
  let end = 0;
  let found: [start: number, end: number] | undefined;
  for (let k = 0; k < font.readUInt16BE(12); k++) {
    const flags = font.readUInt8(at++);
    const table = flags & 63;
    if (table === UNKNOWN) at += 4; // its tag
    const plain = table === GLYF || table === LOCA ? 3 : 0;
    const length = number();
    const start = end;
    end += flags >> 6 === plain ? length : number(); // a transformed table has another length here
    if (table === CMAP) found = [start, end];
  }
  if (!found) throw new Error('The font has no cmap.');
  return brotliDecompressSync(font.subarray(at, at + font.readUInt32BE(20))).subarray(...found);
}
