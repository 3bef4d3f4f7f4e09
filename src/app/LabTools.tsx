import { addLane } from '../lab/lanes';
import { MOST_LANES, settingOf } from '../lab/settings';
import { LOSSES } from '../losses';
import { useLab, useLabState, useWords } from './context';
import { ExperimentChoice } from './Experiments';

/** What concerns all lanes: undo, adding one, linking their sliders, and starting over. */
export function LabTools() {
  const lab = useLab();
  const words = useWords();
  const settings = useLabState((state) => state.settings);
  const past = useLabState((state) => state.past);
  const full = settings.lanes.length >= MOST_LANES;
  return (
    <div className="lab-tools">
      <button
        type="button"
        aria-label={words.undo}
        title={`${words.undo} (Ctrl+Z)`}
        disabled={past.before.length === 0}
        onClick={lab.undo}
      >
        ↶
      </button>
      <button
        type="button"
        aria-label={words.redo}
        title={`${words.redo} (Ctrl+Shift+Z)`}
        disabled={past.after.length === 0}
        onClick={lab.redo}
      >
        ↷
      </button>
      <select
        aria-label={words.addLane}
        title={full ? words.lanesFull(MOST_LANES) : words.addLaneAbout}
        disabled={full}
        value=""
        onChange={(event) =>
          lab.change({ lanes: addLane(settings.lanes, event.target.value, settingOf(settings)) })
        }
      >
        <option value="" disabled>
          + {words.addLane}
        </option>
        {LOSSES.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      <ExperimentChoice />
      <label className="check" title={words.linkedAbout}>
        <input
          type="checkbox"
          checked={settings.linked}
          onChange={(event) => lab.change({ linked: event.target.checked })}
        />
        {words.linked}
      </label>
      <label className="check" title={words.rawAbout}>
        <input
          type="checkbox"
          checked={settings.view === 'raw'}
          onChange={(event) => lab.change({ view: event.target.checked ? 'raw' : 'sphere' })}
        />
        {words.raw}
      </label>
      <button type="button" onClick={lab.reset} title={words.resetAllAbout}>
        {words.resetAll}
      </button>
    </div>
  );
}
