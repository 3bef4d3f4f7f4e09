import { addLane } from '../lab/lanes';
import { MOST_LANES, settingOf } from '../lab/settings';
import { LOSSES } from '../losses';
import { useLab, useLabState, useWords } from './context';
import { ExperimentChoice } from './Experiments';
import { Icon } from './Icon';

/** What concerns all lanes: undo, starting over, adding a loss, and experiments. */
export function LabTools() {
  const lab = useLab();
  const words = useWords();
  const settings = useLabState((state) => state.settings);
  const past = useLabState((state) => state.past);
  const full = settings.lanes.length >= MOST_LANES;
  const tools = [
    {
      icon: 'undo',
      label: words.undo,
      title: `${words.undo} (Ctrl+Z)`,
      off: past.before.length === 0,
      act: lab.undo,
    },
    {
      icon: 'redo',
      label: words.redo,
      title: `${words.redo} (Ctrl+Shift+Z)`,
      off: past.after.length === 0,
      act: lab.redo,
    },
    { icon: 'reset', label: words.resetAll, title: words.resetAllAbout, off: false, act: lab.reset },
  ] as const;
  return (
    <div className="lab-tools">
      {tools.map(({ icon, label, title, off, act }) => (
        <button
          key={icon}
          type="button"
          className="icon-only"
          aria-label={label}
          title={title}
          disabled={off}
          onClick={act}
        >
          <Icon name={icon} />
        </button>
      ))}
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
    </div>
  );
}
