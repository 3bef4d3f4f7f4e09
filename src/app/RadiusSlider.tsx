import { useId } from 'react';
import { radiusOf } from '../lab/state';
import { useLab, useLabState, useWords } from './context';
import { significant } from './format';

/** Decades around the median that the slider reaches. */
const REACH = 1;

/** The length r at which plain softmax is drawn on the circle: the median ‖x‖, or any other. */
export function RadiusSlider({ index, name }: { readonly index: number; readonly name: string }) {
  const lab = useLab();
  const words = useWords();
  const id = useId();
  const norm = useLabState(({ vitals }) => vitals[index]?.readings.norm ?? null);
  const chosen = useLabState(({ radii }) => radii[index] ?? null);
  const r = useLabState((state) => radiusOf(state, index));
  const median = norm ?? 1;
  // Before there are readings there is no median to print.
  const printed = significant(chosen ?? norm ?? Number.NaN);
  const position = Math.max(-REACH, Math.min(REACH, Math.log10(r / median)));
  return (
    <div className="slider" title={words.radiusAbout}>
      <label htmlFor={id}>r</label>
      <input
        id={id}
        type="range"
        aria-label={words.radiusOf(name)}
        aria-valuetext={`${printed}${chosen === null ? `, ${words.median}` : ''}`}
        min={-REACH}
        max={REACH}
        step={0.02}
        value={position}
        style={{ '--part': (position + REACH) / (2 * REACH) } as React.CSSProperties}
        onChange={(event) => {
          const next = Number(event.target.value);
          lab.setRadius(index, Math.abs(next) < 0.01 ? null : median * 10 ** next);
        }}
      />
      <span className="slider-value">
        {printed}
        {chosen === null ? (
          <small>{words.median}</small>
        ) : (
          <button type="button" className="link" onClick={() => lab.setRadius(index, null)}>
            {words.median}
          </button>
        )}
      </span>
    </div>
  );
}
