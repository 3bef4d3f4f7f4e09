/** The colours of the style sheet, for what is drawn without it. */
export interface Theme {
  readonly surface: string;
  readonly ink: string;
  readonly muted: string;
  readonly line: string;
  readonly font: string;
  /** A colour for each class, by its index; told apart by colour-blind eyes, and never the only sign. */
  readonly classes: readonly string[];
}

const CLASS_COLOURS = 10;

function readTheme(): Theme {
  const style = getComputedStyle(document.documentElement);
  const value = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  return {
    surface: value('surface'),
    ink: value('ink'),
    muted: value('muted'),
    line: value('line'),
    font: value('font'),
    classes: Array.from({ length: CLASS_COLOURS }, (_, i) => value(`class-${i}`)),
  };
}

let known: Theme | null = null;
const listeners = new Set<() => void>();

/** The theme in force, read from the style sheet once. */
export function theme(): Theme {
  known ??= readTheme();
  return known;
}

/** To be called when the page's colours have changed. */
export function themeChanged(): void {
  known = null;
  for (const listener of listeners) listener();
}

export function watchTheme(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
