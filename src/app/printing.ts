import { paintNow } from '../draw/frames';
import { paintForPaper } from '../draw/pixels';
import { themeChanged } from '../draw/theme';

/** A printed page is light, its letters are the usual ones, and its canvases are as fine as paper is. */
export function preparePrinting(): void {
  const { dataset } = document.documentElement;
  let before: { theme: string | undefined; type: string | undefined } | null = null;
  const paint = (): void => {
    themeChanged();
    paintNow();
  };
  window.addEventListener('beforeprint', () => {
    before ??= { theme: dataset.theme, type: dataset.type };
    Object.assign(dataset, { theme: 'light', type: 'normal', printing: '' });
    paintForPaper(true);
    paint();
  });
  window.addEventListener('afterprint', () => {
    if (before) Object.assign(dataset, before);
    delete dataset.printing;
    before = null;
    paintForPaper(false);
    paint();
  });
}
