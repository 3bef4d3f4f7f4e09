import { useMemo } from 'react';
import { conduct, EXPERIMENTS, experimentOf } from '../lab/experiments';
import { useLab, useLabState, useLanguage, useWords } from './context';

/** Set-ups worth seeing, to choose from. Can be undone like any change. */
export function ExperimentChoice() {
  const lab = useLab();
  const words = useWords();
  const language = useLanguage();
  return (
    <select
      aria-label={words.experiments.choose}
      title={words.experiments.about}
      value=""
      onChange={(event) => {
        const chosen = EXPERIMENTS.find(({ id }) => id === event.target.value);
        if (chosen) lab.change(conduct(chosen, lab.store.getState().settings));
      }}
    >
      <option value="" disabled>
        {words.experiments.choose}
      </option>
      {EXPERIMENTS.map(({ id, text }) => (
        <option key={id} value={id}>
          {text[language].name}
        </option>
      ))}
    </select>
  );
}

/** What the page is set to show, when that is an experiment. */
export function ExperimentNote() {
  const words = useWords();
  const language = useLanguage();
  const settings = useLabState((state) => state.settings);
  const experiment = useMemo(() => experimentOf(settings), [settings]);
  if (!experiment) return null;
  const { name, about } = experiment.text[language];
  return (
    <p className="notice experiment" role="note">
      <span>
        <strong>
          {words.experiments.label}: {name}.
        </strong>{' '}
        {about}
      </span>
    </p>
  );
}
