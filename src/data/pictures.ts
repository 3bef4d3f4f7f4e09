import type { Load } from './dataset';
import type { Place } from './inTurn';

/** A file of small grey square pictures, sorted by class and split. */
export interface Pictures {
  /** Pixels along one side. */
  readonly side: number;
  /** How many pictures each class has, by split. */
  readonly counts: Readonly<Record<Place['split'], readonly number[]>>;
  /** Writes one picture, row by row, 0 (paper) ... 1 (ink). Here `label` is the class in the file. */
  write(into: Float32Array, place: Place): void;
}

const MAGIC = 'PICS';
const VERSION = 1;
const BITS = 4;
const TOP_LEVEL = 2 ** BITS - 1;

// DecompressionStream is in browsers, workers and Node. Inside the file, so that any host of files serves it small.
const gunzip = async (packed: Uint8Array<ArrayBuffer>): Promise<Uint8Array> =>
  new Uint8Array(
    await new Response(
      new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip')),
    ).arrayBuffer(),
  );

interface Header {
  readonly side: number;
  readonly counts: Pictures['counts'];
  /** Where the packed pictures start, bytes. */
  readonly end: number;
}

function readHeader(bytes: Uint8Array): Header | null {
  const [version, side = 0, bits, classes = 0] = bytes.subarray(4, 8);
  const end = 8 + 4 * classes;
  const magic = String.fromCharCode(...bytes.subarray(0, 4));
  if (magic !== MAGIC || version !== VERSION || bits !== BITS || bytes.length < end) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const column = (at: number) =>
    Array.from({ length: classes }, (_, c) => view.getUint16(8 + 4 * c + at, true));
  return { side, counts: { test: column(0), train: column(2) }, end };
}

/**
 * Reads a file of public/ with packed pictures. Whole numbers are little endian:
 *
 *     4 bytes  'PICS'
 *     uint8    version, 1
 *     uint8    side of a picture in pixels; even
 *     uint8    bits of a pixel, 4
 *     uint8    number of classes
 *     uint16   test pictures, uint16 training pictures: one such pair for each class
 *     gzip     class after class: its test pictures, then its training pictures;
 *              a picture is its rows from the top, two pixels a byte, the left one in the high half; 0 paper ... 15 ink
 *
 * Throws an Error that names the file if that is not what it finds.
 */
export async function readPictures(load: Load, file: string): Promise<Pictures> {
  const bytes = new Uint8Array(await load(file));
  const header = readHeader(bytes);
  if (!header) throw new Error(`${file} is not a file of packed pictures.`);
  const { side, counts } = header;
  const body = await gunzip(bytes.subarray(header.end)).catch((cause: unknown) => {
    throw new Error(`${file} is damaged: it does not unpack.`, { cause });
  });

  // Where each class starts, in pictures.
  const starts: number[] = [];
  let total = 0;
  counts.test.forEach((test, c) => {
    starts.push(total);
    total += test + (counts.train[c] ?? 0);
  });
  const pictureBytes = (side * side) / 2;
  if (body.length !== total * pictureBytes)
    throw new Error(`${file} is damaged: its pictures are not all there.`);

  const write = (into: Float32Array, { split, label, index }: Place): void => {
    const place = (starts[label] ?? 0) + index + (split === 'train' ? (counts.test[label] ?? 0) : 0);
    for (let k = 0; k < pictureBytes; k++) {
      const pair = body[place * pictureBytes + k] ?? 0;
      into[2 * k] = (pair >> BITS) / TOP_LEVEL;
      into[2 * k + 1] = (pair & TOP_LEVEL) / TOP_LEVEL;
    }
  };
  return { side, counts, write };
}
