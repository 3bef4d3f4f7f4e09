/** Pixels of a canvas to one of CSS when it is printed: about 300 to the inch where it is printed smaller than shown. */
const ON_PAPER = 3;
let printing = false;

/** How many pixels of a canvas go into one of CSS: as the screen has them, or enough for paper. */
export const pixelRatio = (): number => (printing ? ON_PAPER : window.devicePixelRatio || 1);

/** Canvases painted from now on are for paper, or for the screen again. */
export function paintForPaper(on: boolean): void {
  printing = on;
}

/** The place of a canvas, watched. */
interface Box {
  /** How many pixels it has there; none where it is not shown. */
  readonly pixels: (ratio: number) => { readonly columns: number; readonly rows: number };
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
  let exact: ResizeObserverSize | undefined;
  let size = '';
  let inView = true;
  let laidOut = false;
  const observer = new ResizeObserver(([entry]) => {
    laidOut = true;
    exact = entry?.devicePixelContentBoxSize?.[0];
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
    pixels: (ratio) => {
      const [columns, rows] = [
        Math.round(canvas.clientWidth * ratio),
        Math.round(canvas.clientHeight * ratio),
      ];
      // Where a browser only plays another screen (its own tools do), it tells of the pixels of the real one.
      const meant = exact && Math.abs(exact.inlineSize - columns) <= 1 ? exact : null;
      return meant && !printing ? { columns: meant.inlineSize, rows: meant.blockSize } : { columns, rows };
    },
    isSeen: () => (laidOut && inView) || printing,
    stop: () => {
      observer.disconnect();
      view.disconnect();
    },
  };
}
