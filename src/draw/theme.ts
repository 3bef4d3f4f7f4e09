/** The colours and the lettering of the style sheet, for what is drawn without it. */
export interface Theme {
  readonly surface: string;
  readonly ink: string;
  readonly muted: string;
  readonly line: string;
  readonly font: string;
  /** How many times larger than usual letters in a picture are. */
  readonly lettering: number;
  /** A colour for each class, by its index; told apart by colour-blind eyes, and never the only sign. */
  readonly classes: readonly string[];
  /** A colour for each lane, by its index; signs and names say the same. */
  readonly lanes: readonly string[];
}

const CLASS_COLOURS = 10;
const LANE_COLOURS = 6;

function readTheme(): Theme {
  const style = getComputedStyle(document.documentElement);
  const value = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  const numbered = (name: string, count: number): string[] =>
    Array.from({ length: count }, (_, i) => value(`${name}-${i}`));
  return {
    surface: value('surface'),
    ink: value('ink'),
    muted: value('muted'),
    line: value('line'),
    font: value('font'),
    lettering: Number(value('lettering')) || 1,
    classes: numbered('class', CLASS_COLOURS),
    lanes: numbered('lane', LANE_COLOURS),
  };
}

let known: Theme | null = null;
const listeners = new Set<() => void>();

/** The theme in force, read from the style sheet once. */
export function theme(): Theme {
  known ??= readTheme();
  return known;
}

/** To be called when the page's colours or its lettering have changed. */
export function themeChanged(): void {
  known = null;
  for (const listener of listeners) listener();
}

export function watchTheme(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
