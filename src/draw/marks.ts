import {
  type SymbolType,
  symbol,
  symbolCircle,
  symbolCross,
  symbolDiamond,
  symbolSquare,
  symbolStar,
  symbolTriangle,
} from 'd3';

/** A shape for each lane, told apart without its colour. */
const SHAPES: readonly SymbolType[] = [
  symbolCircle,
  symbolSquare,
  symbolTriangle,
  symbolDiamond,
  symbolCross,
  symbolStar,
];

/** A mark `size` CSS pixels wide at a place, filled with the colour, with a thin edge. */
export function paintMark(
  context: CanvasRenderingContext2D,
  index: number,
  [x, y]: readonly [number, number],
  size: number,
  { fill, edge }: { readonly fill: string; readonly edge: string },
): void {
  context.save();
  context.translate(x, y);
  context.beginPath();
  symbol(SHAPES[index % SHAPES.length] ?? symbolCircle, (size * size * Math.PI) / 4).context(context)();
  context.fillStyle = fill;
  context.fill();
  context.strokeStyle = edge;
  context.lineWidth = 1;
  context.stroke();
  context.restore();
}
