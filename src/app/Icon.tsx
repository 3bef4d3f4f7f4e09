/** The page's own signs, drawn in a square of 24; font arrows would look different on every machine. */
const LINES = {
  undo: 'M4.5 8.5h9a5.5 5.5 0 0 1 0 11H8M8.5 4.5l-4 4 4 4',
  redo: 'M19.5 8.5h-9a5.5 5.5 0 0 0 0 11H16M15.5 4.5l4 4-4 4',
  left: 'M19.5 12h-15M10.5 6l-6 6 6 6',
  right: 'M4.5 12h15M13.5 6l6 6-6 6',
  reset: 'M5 4.5v5.5h5.5M5.4 10a7.2 7.2 0 1 1-.6 4',
  enlarge: 'M9.5 4h-5.5v5.5M4 4l6.5 6.5M14.5 20H20v-5.5M20 20l-6.5-6.5',
  shrink: 'M10.5 5v5.5H5M10.5 10.5 4 4M13.5 19v-5.5H19M13.5 13.5 20 20',
  remove: 'M6 6l12 12M18 6 6 18',
  chevron: 'M6 9.5l6 6 6-6',
  setting:
    'M4 7.5h8.5M17 7.5h3M4 16.5h3M11.5 16.5H20M12.5 7.5a2.25 2.25 0 1 0 4.5 0a2.25 2.25 0 1 0-4.5 0M7 16.5a2.25 2.25 0 1 0 4.5 0a2.25 2.25 0 1 0-4.5 0',
  share:
    'M8.7 10.8l6.6-3.5M8.7 13.2l6.6 3.5M3.5 12a2.6 2.6 0 1 0 5.2 0a2.6 2.6 0 1 0-5.2 0M15.3 6a2.6 2.6 0 1 0 5.2 0a2.6 2.6 0 1 0-5.2 0M15.3 18a2.6 2.6 0 1 0 5.2 0a2.6 2.6 0 1 0-5.2 0',
  hint: 'M9.5 18h5M10.5 21h3M9 15c-2-1.2-3.2-3-3.2-5.1a6.2 6.2 0 0 1 12.4 0c0 2.1-1.2 3.9-3.2 5.1z',
  bookmark: 'M6.5 4.5h11v15.5l-5.5-4.2-5.5 4.2z',
  branch: 'M5 18.5h6.5a5 5 0 0 0 5-5V6M11.5 10.5l5-5 5 5M5 14.5v8',
  up: 'M12 19V5M6 11l6-6 6 6',
  theme: 'M12 4a8 8 0 1 0 0 16a8 8 0 1 0 0-16z',
  warning: 'M12 4.5 3 19.5h18zM12 10v4.5M12 17v.1',
  rest: 'M12 3.5a8.5 8.5 0 1 0 0 17a8.5 8.5 0 1 0 0-17zM8.2 12.3l2.7 2.7 5-5.5',
} as const;

const SOLIDS = {
  play: 'M7 4.5v15l13-7.5z',
  pause: 'M6 4.5h4.2v15H6zM13.8 4.5H18v15h-4.2z',
  step: 'M5 4.5v15l9.5-7.5zM16 4.5h3.4v15H16z',
  restart: 'M19 4.5v15L9.5 12zM8 4.5H4.6v15H8z',
  theme: 'M12 4a8 8 0 0 1 0 16z',
} as const;

const has = <T extends object>(signs: T, name: string): name is string & keyof T =>
  Object.hasOwn(signs, name);

/** A sign beside words, or in the place of words that a control has as its name: to a screen reader it is nothing. */
export function Icon({ name }: { readonly name: keyof typeof LINES | keyof typeof SOLIDS }) {
  return (
    <svg className={`icon icon-${name}`} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {has(LINES, name) && <path d={LINES[name]} />}
      {has(SOLIDS, name) && <path className="icon-solid" d={SOLIDS[name]} />}
    </svg>
  );
}
