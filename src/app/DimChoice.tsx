import { useLab, useLabState, useWords } from './context';

const DIMS = [2, 3] as const;

/** Whether embeddings lie on a circle or on a sphere. A change starts a new run and keeps all other settings. */
export function DimChoice() {
  const lab = useLab();
  const words = useWords();
  const dim = useLabState(({ settings }) => settings.dim);
  return (
    <fieldset className="segments" title={words.dimAbout}>
      <legend>{words.dim}</legend>
      <div className="segments-row">
        {DIMS.map((each) => (
          <button
            key={each}
            type="button"
            className="segment"
            aria-pressed={dim === each}
            onClick={() => lab.change({ dim: each })}
          >
            {words.dims[each]}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
