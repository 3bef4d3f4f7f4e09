/** Pixels of a canvas to one of CSS when it is printed: about 300 to the inch where it is printed smaller than shown. */
const ON_PAPER = 3;
let printing = false;

/** How many pixels of a canvas go into one of CSS: as the screen has them, or enough for paper. */
export const pixelRatio = (): number => (printing ? ON_PAPER : window.devicePixelRatio || 1);

/** Canvases painted from now on are for paper, or for the screen again. */
export function paintForPaper(on: boolean): void {
  printing = on;
}

interface Pixels {
  readonly columns: number;
  readonly rows: number;
}
const roundedPixels = ({ clientWidth, clientHeight }: HTMLCanvasElement, ratio: number): Pixels => ({
  columns: Math.round(clientWidth * ratio),
  rows: Math.round(clientHeight * ratio),
});
/** As the browser tells them; null where it does not. One that only plays another screen tells of those of the real one. */
function toldPixels(canvas: HTMLCanvasElement, entry: ResizeObserverEntry | undefined): Pixels | null {
  const told = entry?.devicePixelContentBoxSize?.[0];
  if (!told) return null;
  const rounded = roundedPixels(canvas, window.devicePixelRatio);
  const isMeant = Math.abs(told.inlineSize - rounded.columns) <= 1;
  return isMeant ? { columns: told.inlineSize, rows: told.blockSize } : rounded;
}

/** The place of a canvas, watched. */
interface Box {
  /** How many pixels it has there; none where it is not shown. */
  readonly pixels: (ratio: number) => Pixels;
  /** It has been laid out and is on the screen, or will be on paper. To ask for its size sooner would lay out the page. */
  readonly isSeen: () => boolean;
  readonly stop: () => void;
}

/** So far out of view a canvas is already kept up to date, so that none is seen old. */
const AHEAD = '150px';

/**
 * Watches how many of the screen's pixels a canvas covers. A box between two pixels is moved onto them by the browser,
 * which alone knows how many they are then: one too many or too few, and every line would be blurred.
 */
export function watchBox(canvas: HTMLCanvasElement, onChange: () => void): Box {
  let exact: Pixels | null = null;
  let size = '';
  let inView = true;
  let laidOut = false;
  const observer = new ResizeObserver(([entry]) => {
    laidOut = true;
    exact = toldPixels(canvas, entry);
    // Moved by a part of a pixel a canvas covers others, though its size is the same: out of view that can wait.
    const before = size;
    size = `${canvas.clientWidth} ${canvas.clientHeight}`;
    if (size !== before || inView) onChange();
  });
  const view = new IntersectionObserver(
    (entries) => {
      inView = entries.at(-1)?.isIntersecting ?? true;
      if (inView) onChange();
    },
    { rootMargin: AHEAD },
  );
  view.observe(canvas);
  try {
    observer.observe(canvas, { box: 'device-pixel-content-box' });
  } catch {
    observer.observe(canvas); // Safari does not tell
  }
  return {
    pixels: (ratio) => (exact && !printing ? exact : roundedPixels(canvas, ratio)),
    isSeen: () => (laidOut && inView) || printing,
    stop: () => {
      observer.disconnect();
      view.disconnect();
    },
  };
}
