import type { Size } from '../../draw/Canvas';
import { type Axis, type Box, type Frame, frameIn, textSize } from '../../draw/frame';
import { toDegrees } from '../../math/angle';
import { tarAtFar } from '../../math/verification';
import type { VerificationScene } from './scene';
import { angleOf, DECADES } from './verified';

/** From this width on, CSS pixels, the characteristic stands beside the rows. */
const BESIDE = 520;
const ROW = 58;
/** The characteristic's height, at least. */
const LEAST = 200;

/** In letters: what is written above the rows, below their axis, and a line of the table. */
const [ABOVE, BELOW, LINE] = [4.6, 2.8, 1.6];
/** Lines of the table with its titles, which have more than one. */
const linesOf = (lanes: number): number => lanes + 1.8;

const rowsHeight = (width: number, lanes: number): number =>
  Math.max(width < BESIDE ? 0 : LEAST, lanes * Math.max(ROW, Math.min(110, width / 10)));

/** CSS pixels that the figure needs at a width. */
export const heightFor = (width: number, lanes: number): number => {
  const text = textSize(width);
  const beneath = width < BESIDE ? LEAST + 2 * BELOW * text : 0;
  return rowsHeight(width, lanes) + beneath + (ABOVE + BELOW + LINE * linesOf(lanes)) * text;
};

export interface Places {
  readonly text: number;
  /** One over the other, with one axis of angles. */
  readonly rows: readonly Frame[];
  /** TAR over log₁₀ FAR. */
  readonly roc: Frame;
  /** Its titles, and at its foot a line for each lane. */
  readonly table: Box;
  readonly line: number;
}

const thetaAxis: Axis = {
  from: 0,
  to: Math.PI,
  ticks: Array.from({ length: 7 }, (_, i) => (i * Math.PI) / 6),
  format: (theta) => `${Math.round(toDegrees(theta))}°`,
  label: '',
};
const farAxis: Axis = {
  from: -DECADES,
  to: 0,
  ticks: Array.from({ length: DECADES + 1 }, (_, i) => i - DECADES),
  format: (log) => `${Number((100 * 10 ** log).toPrecision(1))} %`,
  label: 'FAR',
};
const tarAxis: Axis = {
  from: 0,
  to: 1,
  ticks: [0, 0.25, 0.5, 0.75, 1],
  format: (share) => `${100 * share} %`,
  label: 'TAR',
};

/** Where everything is. A row's own axis reaches a little above its peak. */
export function placesIn({ width, height }: Size, { rows }: VerificationScene): Places {
  const text = textSize(width);
  const beside = width >= BESIDE;
  const line = LINE * text;
  const tableTop = height - line * linesOf(rows.length);
  const first = ABOVE * text;
  const beneath = beside ? 0 : LEAST + 2 * BELOW * text;
  const last = tableTop - BELOW * text - beneath;
  const right = beside ? 0.58 * width : width - 0.8 * text;
  const row = (last - first) / Math.max(1, rows.length);
  const frames = rows.map(({ verified }, i) => {
    const bottom = first + (i + 1) * row;
    const box = { left: 0.8 * text, right, top: bottom - row + 0.4 * text, bottom };
    const peak = verified?.peak ?? 1;
    return frameIn(box, thetaAxis, { from: 0, to: 1.05 * peak, ticks: [0], format: String, label: '' });
  });
  const bottom = beside ? last : tableTop - BELOW * text;
  const roc = frameIn(
    {
      left: (beside ? right + 0.6 * text : 0) + 4.2 * text,
      right: width - 0.8 * text,
      top: beside ? first + 0.4 * text : bottom - LEAST,
      bottom,
    },
    farAxis,
    tarAxis,
  );
  return {
    text,
    rows: frames,
    roc,
    table: { left: 0.8 * text, right: width - 0.8 * text, top: tableTop, bottom: height },
    line,
  };
}

/** The threshold at a place: beside the rows, where the first lane accepts as many pairs of two classes as stands there. */
export function thresholdAt(x: number, size: Size, scene: VerificationScene): number {
  const { rows, roc } = placesIn(size, scene);
  const [row] = rows;
  const first = scene.rows.find(({ verified }) => verified)?.verified;
  if (!row) return 0;
  if (!first || x < roc.left || roc.left < row.right) return row.xAt(x);
  return angleOf(tarAtFar(first.roc, 10 ** roc.xAt(x)).threshold);
}
