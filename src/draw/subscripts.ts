type Context = CanvasRenderingContext2D;

const SUBSCRIPTS = '₀₁₂₃₄₅₆₇₈₉';
/** How large a subscript is, and how far below, in parts of the letters. */
const SMALL = 0.7;
const BELOW = 0.22;

interface Piece {
  readonly text: string;
  readonly small: boolean;
}
const piecesOf = (text: string): Piece[] =>
  (text.match(/[₀-₉]|[^₀-₉]+/g) ?? []).map((part) => {
    const digit = SUBSCRIPTS.indexOf(part);
    return digit < 0 ? { text: part, small: false } : { text: String(digit), small: true };
  });

/**
 * As fillText, for left and centre: subscripts are drawn as small digits, since few fonts have them. `setSize` sets the
 * font to a size.
 */
export function fillWithSubscripts(
  context: Context,
  text: string,
  x: number,
  y: number,
  size: number,
  setSize: (size: number) => void,
): void {
  const pieces = piecesOf(text).map((piece) => {
    setSize(piece.small ? SMALL * size : size);
    return { ...piece, width: context.measureText(piece.text).width };
  });
  const width = pieces.reduce((sum, piece) => sum + piece.width, 0);
  let at = context.textAlign === 'center' ? x - width / 2 : x;
  context.save();
  context.textAlign = 'left';
  for (const { text: part, small, width: wide } of pieces) {
    setSize(small ? SMALL * size : size);
    context.fillText(part, at, small ? y + BELOW * size : y);
    at += wide;
  }
  context.restore();
  setSize(size);
}
