import type { Size } from '../../draw/Canvas';
import { degrees } from '../../draw/format';
import { type Axis, type Frame, frameIn, textSize } from '../../draw/frame';
import type { PlaneScene } from './scene';
import type { PlaneWords } from './words';

/** CSS pixels that a small multiple should have for itself; but two fit beside each other also on a phone. */
const CELL = 230;
/** The widest square, as a part of the figure's width: two rows are not to be higher than other figures are. */
const WIDEST = 0.32;

/** Small multiples in rows: as many beside each other as have room, and no row much emptier than another. */
function columnsFor(width: number, lanes: number): number {
  const most = Math.max(1, Math.min(lanes, Math.max(2, Math.floor(width / CELL))));
  return Math.ceil(lanes / Math.ceil(lanes / most));
}

/** Above a square its name and what is measured upwards, beneath it numbers and what is measured to the right. */
const ABOVE = 3.2;
const BELOW = 2.8;
/** Left of a square its numbers. */
const ASIDE = 2.8;

export function planeHeight(width: number, lanes: number): number {
  const columns = columnsFor(width, lanes);
  const text = textSize(width);
  const side = Math.min(width / columns - (ASIDE + 1) * text, WIDEST * width);
  return Math.ceil(lanes / columns) * (side + (ABOVE + BELOW) * text);
}

/** The square of one lane. */
export function frameOf({ width, height }: Size, scene: PlaneScene, i: number, words: PlaneWords): Frame {
  const lanes = scene.lanes.length;
  const columns = columnsFor(width, lanes);
  const rows = Math.ceil(lanes / columns);
  const text = textSize(width);
  const [cellWidth, cellHeight] = [width / columns, height / rows];
  const side = Math.min(cellWidth - (ASIDE + 1) * text, cellHeight - (ABOVE + BELOW) * text);
  const left = (i % columns) * cellWidth + ASIDE * text + (cellWidth - (ASIDE + 1) * text - side) / 2;
  const top = Math.floor(i / columns) * cellHeight + ABOVE * text;
  const axis = (label: string): Axis => ({
    from: 0,
    to: Math.PI,
    ticks: [0, Math.PI / 2, Math.PI],
    format: (theta) => degrees(theta).replace('.0', ''),
    label,
  });
  return frameIn(
    { left, top, right: left + side, bottom: top + side },
    axis(words.theta('₁', scene.names[0])),
    axis(words.theta('₂', scene.names[1])),
  );
}
