/**
 * A layer of many small square dots, written as pixels: thousands cost less than a millisecond, where as many shapes
 * on a canvas cost tens. Positions are in CSS pixels of the canvas it is laid on.
 */
export interface Dots {
  /** Empties the layer and fits it to a canvas. */
  begin(width: number, height: number, ratio: number): void;
  /** `colour` as #rrggbb; `alpha` 0 ... 255, nearly all unless given. */
  use(colour: string, alpha?: number): void;
  dot(x: number, y: number, size: number): void;
  /** Lays the dots over what is drawn, in CSS pixels from the corner of the canvas. */
  lay(context: CanvasRenderingContext2D): void;
}

/** #rrggbb as a pixel of ImageData on a little-endian machine, which all are that run browsers. */
function pixel(colour: string, alpha: number): number {
  const rgb = Number.parseInt(colour.slice(1), 16);
  const [r, g, b] = [(rgb >> 16) & 255, (rgb >> 8) & 255, rgb & 255];
  return ((alpha << 24) | (b << 16) | (g << 8) | r) >>> 0;
}

/** How strong dots usually are, 0 ... 255. */
export const ALPHA = 215;

export function createDots(): Dots {
  const canvas = document.createElement('canvas');
  let layer: CanvasRenderingContext2D | null = null; // takes a millisecond: with the first painting
  let image = new ImageData(1, 1);
  let pixels = new Uint32Array(image.data.buffer);
  let [columns, rows, scale, value] = [1, 1, 1, 0];
  return {
    begin(width, height, ratio) {
      scale = ratio;
      [columns, rows] = [Math.round(width * ratio), Math.round(height * ratio)];
      if (image.width === columns && image.height === rows) {
        pixels.fill(0);
        return;
      }
      canvas.width = columns;
      canvas.height = rows;
      image = new ImageData(columns, rows);
      pixels = new Uint32Array(image.data.buffer);
    },
    use(colour, alpha = ALPHA) {
      value = pixel(colour, alpha);
    },
    dot(x, y, size) {
      const side = Math.max(1, Math.round(size * scale));
      const left = Math.round(x * scale - side / 2);
      const top = Math.round(y * scale - side / 2);
      for (let row = Math.max(0, top); row < Math.min(rows, top + side); row++) {
        for (let column = Math.max(0, left); column < Math.min(columns, left + side); column++) {
          pixels[row * columns + column] = value;
        }
      }
    },
    lay(context) {
      layer ??= canvas.getContext('2d', { willReadFrequently: true });
      layer?.putImageData(image, 0, 0);
      context.drawImage(canvas, 0, 0, columns / scale, rows / scale);
    },
  };
}

const layers = new WeakMap<CanvasRenderingContext2D, Dots>();
/** A canvas's own layer of dots, made when it is first asked for. */
export function dotsOf(context: CanvasRenderingContext2D): Dots {
  const dots = layers.get(context) ?? createDots();
  layers.set(context, dots);
  return dots;
}
