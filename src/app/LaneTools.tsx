import { moveLane, removeLane, replaceLane } from '../lab/lanes';
import { lossOf, settingOf } from '../lab/settings';
import { defaultConfig } from '../margin/loss';
import { useLab, useLabState, useWords } from './context';

/** Moves, enlarges, resets or removes a lane. The others keep their run. */
export function LaneTools({ index, name }: { readonly index: number; readonly name: string }) {
  const lab = useLab();
  const { laneTools: words } = useWords();
  const settings = useLabState((state) => state.settings);
  const enlarged = useLabState((state) => state.enlarged === index);
  const { lanes } = settings;
  const lane = lanes[index];
  if (!lane) return null;
  const tools = [
    {
      sign: '←',
      label: words.left(name),
      off: index === 0,
      act: () => lab.change({ lanes: moveLane(lanes, index, -1) }),
    },
    {
      sign: '→',
      label: words.right(name),
      off: index === lanes.length - 1,
      act: () => lab.change({ lanes: moveLane(lanes, index, 1) }),
    },
    {
      sign: '↺',
      label: words.reset(name),
      off: false,
      act: () =>
        lab.change({ lanes: replaceLane(lanes, index, defaultConfig(lossOf(lane), settingOf(settings))) }),
    },
    {
      sign: enlarged ? '⤡' : '⤢',
      label: enlarged ? words.shrink(name) : words.enlarge(name),
      off: false,
      act: () => lab.enlarge(enlarged ? null : index),
    },
    {
      sign: '×',
      label: words.remove(name),
      off: lanes.length === 1,
      act: () => lab.change({ lanes: removeLane(lanes, index) }),
    },
  ];
  return (
    <div className="lane-tools">
      {tools.map(({ sign, label, off, act }) => (
        <button key={label} type="button" aria-label={label} title={label} disabled={off} onClick={act}>
          {sign}
        </button>
      ))}
    </div>
  );
}
