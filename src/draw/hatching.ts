type Context = CanvasRenderingContext2D;

/** CSS pixels between two lines. */
const GAP = 6;

function drawTile(colour: string, ratio: number): HTMLCanvasElement {
  const tile = document.createElement('canvas');
  const side = Math.round(GAP * ratio);
  tile.width = side;
  tile.height = side;
  const pen = tile.getContext('2d', { willReadFrequently: true });
  if (!pen) return tile;
  pen.strokeStyle = colour;
  pen.lineWidth = ratio;
  pen.beginPath();
  for (const shift of [-side, 0, side]) {
    pen.moveTo(shift - 1, side + 1);
    pen.lineTo(shift + side + 1, -1);
  }
  pen.stroke();
  return tile;
}

const made = new WeakMap<Context, { key: string; pattern: CanvasPattern | null }>();

/** Slanted lines of a colour to fill a shape with, made once for each canvas, colour and screen. */
export function hatching(context: Context, colour: string, ratio: number): CanvasPattern | string {
  const key = `${colour} ${ratio}`;
  const known = made.get(context);
  if (known?.key === key) return known.pattern ?? colour;
  const pattern = context.createPattern(drawTile(colour, ratio), 'repeat');
  // The tile is in the screen's pixels, whatever the canvas's scale.
  pattern?.setTransform(new DOMMatrix().scale(1 / ratio));
  made.set(context, { key, pattern });
  return pattern ?? colour;
}
