import { useWords } from './context';

/** Keys to the circle, drawn as the circle draws them. */
export function Legend() {
  const { legend } = useWords();
  return (
    <section className="legend" aria-label={legend.title}>
      <h2>{legend.title}</h2>
      <ul>
        <li>
          <svg viewBox="0 0 28 16" aria-hidden="true">
            <path className="legend-centre" d="M2 14 L26 3" />
          </svg>
          {legend.centre}
        </li>
        <li>
          <svg viewBox="0 0 28 16" aria-hidden="true">
            <path className="legend-boundary" d="M2 14 L26 3" />
          </svg>
          {legend.boundary}
        </li>
        <li>
          <svg viewBox="0 0 28 16" aria-hidden="true">
            <path className="legend-arc" d="M2 15 L22 1 A 24 24 0 0 1 27 15 Z" />
          </svg>
          {legend.arc}
        </li>
        <li>
          <svg viewBox="0 0 28 16" aria-hidden="true">
            <path className="legend-band" d="M1 15 L9 1 M6 15 L14 1 M11 15 L19 1 M16 15 L24 1 M21 15 L27 4" />
          </svg>
          {legend.band}
        </li>
        <li>
          <svg viewBox="0 0 28 16" aria-hidden="true">
            <path
              className="legend-samples"
              d="M5 5h2v2h-2zM11 9h2v2h-2zM16 4h2v2h-2zM20 10h2v2h-2zM9 3h2v2h-2zM14 12h2v2h-2z"
            />
          </svg>
          {legend.samples}
        </li>
        <li>
          <svg viewBox="0 0 28 16" aria-hidden="true">
            <path className="legend-density" d="M1 15 C 9 15 9 2 14 2 C 19 2 19 15 27 15 Z" />
          </svg>
          {legend.density}
        </li>
      </ul>
    </section>
  );
}
