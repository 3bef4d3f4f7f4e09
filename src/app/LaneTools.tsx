import { moveLane, removeLane, replaceLane } from '../lab/lanes';
import { lossOf, settingOf } from '../lab/settings';
import { defaultConfig } from '../margin/loss';
import { useLab, useLabState, useWords } from './context';
import { Icon } from './Icon';

/** Moves, enlarges, resets or removes a lane. The others keep their run. Of a lane alone only the defaults can be had. */
export function LaneTools({ index, name }: { readonly index: number; readonly name: string }) {
  const lab = useLab();
  const { laneTools: words } = useWords();
  const settings = useLabState((state) => state.settings);
  const enlarged = useLabState((state) => state.enlarged === index);
  const { lanes } = settings;
  const lane = lanes[index];
  if (!lane) return null;
  const move = [
    {
      icon: 'left',
      label: words.left(name),
      off: index === 0,
      act: () => lab.change({ lanes: moveLane(lanes, index, -1) }),
    },
    {
      icon: 'right',
      label: words.right(name),
      off: index === lanes.length - 1,
      act: () => lab.change({ lanes: moveLane(lanes, index, 1) }),
    },
  ] as const;
  const reset = [
    {
      icon: 'reset',
      label: words.reset(name),
      off: false,
      act: () =>
        lab.change({ lanes: replaceLane(lanes, index, defaultConfig(lossOf(lane), settingOf(settings))) }),
    },
  ] as const;
  const others = [
    {
      icon: enlarged ? 'shrink' : 'enlarge',
      label: enlarged ? words.shrink(name) : words.enlarge(name),
      off: false,
      act: () => lab.enlarge(enlarged ? null : index),
    },
    {
      icon: 'remove',
      label: words.remove(name),
      off: false,
      act: () => lab.change({ lanes: removeLane(lanes, index) }),
    },
  ] as const;
  const tools = lanes.length === 1 ? reset : [...move, ...reset, ...others];
  return (
    <div className="lane-tools">
      {tools.map(({ icon, label, off, act }) => (
        <button
          key={icon}
          type="button"
          className={`tool-${icon}`}
          aria-label={label}
          title={label}
          disabled={off}
          onClick={act}
        >
          <Icon name={icon} />
        </button>
      ))}
    </div>
  );
}
