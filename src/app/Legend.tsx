import type { ReactNode } from 'react';
import { useLabState, useWords } from './context';

/** A part of the picture, drawn as the circle or the globe draws it. */
const Sign = ({ children }: { readonly children: ReactNode }) => (
  <svg className="legend-sign" viewBox="0 0 28 16" aria-hidden="true">
    {children}
  </svg>
);

const SIGNS = {
  band: (
    <>
      <path className="legend-band" d="M1 13 9 2M6 14 15 2M12 14 21 2M18 14 27 2" />
      <path className="legend-frame" d="M.5 1.5h27v13h-27z" />
    </>
  ),
  arc: <path className="legend-arc" d="M2 15 22 1A24 24 0 0 1 27 15z" />,
  centre: <path className="legend-centre" d="M2 14 26 3" />,
  boundary: <path className="legend-boundary" d="M2 14 26 3" />,
  samples: (
    <>
      <path className="legend-density" d="M1 8C9 8 9 1 14 1C19 1 19 8 27 8Z" />
      <path
        className="legend-samples"
        d="M7 10h2v2H7zM12 9h2v2h-2zM16 12h2v2h-2zM19 9h2v2h-2zM11 13h2v2h-2z"
      />
    </>
  ),
  rawSamples: (
    <path
      className="legend-samples"
      d="M5 5h2v2H5zM11 9h2v2h-2zM16 4h2v2h-2zM20 10h2v2h-2zM9 3h2v2H9zM14 12h2v2h-2z"
    />
  ),
} as const;

/** What the marks of a picture mean, above the pictures. What has no plain name comes first. */
const SHOWN = {
  sphere: ['band', 'arc', 'centre', 'boundary', 'samples'],
  raw: ['centre', 'boundary', 'rawSamples'],
  globe: ['band', 'arc', 'centre', 'boundary', 'rawSamples'],
} as const;

export function Legend() {
  const words = useWords();
  const view = useLabState(({ settings }) => (settings.dim === 3 ? 'globe' : settings.view));
  const legend = view === 'globe' ? { ...words.legend, ...words.globeLegend } : words.legend;
  return (
    <ul className="legend" aria-label={legend.title}>
      {SHOWN[view].map((name) => (
        <li
          key={name}
          className={`legend-${name}-item`}
          title={name === 'samples' ? legend.samplesAbout : undefined}
        >
          <Sign>{SIGNS[name]}</Sign>
          {legend[name]}
        </li>
      ))}
    </ul>
  );
}
