import { useLab, useLabState, useWords } from './context';

/** How the lanes are moved and looked at, all alike. */
export function Switches() {
  const lab = useLab();
  const words = useWords();
  const linked = useLabState(({ settings }) => settings.linked);
  const retrain = useLabState(({ settings }) => settings.retrain);
  const raw = useLabState(({ settings }) => settings.view === 'raw');
  const globes = useLabState(({ settings }) => settings.dim === 3);
  return (
    <div className="switches">
      <label className="check" title={words.linkedAbout}>
        <input
          type="checkbox"
          checked={linked}
          onChange={(event) => lab.change({ linked: event.target.checked })}
        />
        {words.linked}
      </label>
      <label className="check" title={words.retrainAbout}>
        <input
          type="checkbox"
          checked={retrain}
          onChange={(event) => lab.change({ retrain: event.target.checked })}
        />
        {words.retrain}
      </label>
      <label className="check" title={globes ? words.rawOnly2D : words.rawAbout}>
        <input
          type="checkbox"
          checked={raw}
          disabled={globes}
          onChange={(event) => lab.change({ view: event.target.checked ? 'raw' : 'sphere' })}
        />
        {words.raw}
        {globes && ` (${words.dims[2]})`}
      </label>
    </div>
  );
}
