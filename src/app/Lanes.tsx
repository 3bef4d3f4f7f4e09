import { kindOf, laneColours, laneNames } from '../lab/settings';
import type { LaneConfig } from '../margin/loss';
import { useArriving, useHeld } from './arriving';
import { LanguageContext, useLabState, useWords } from './context';
import { Lane } from './Lane';
import { useLaneKeys } from './laneKeys';
import { type Looks, useLooks } from './looks';

/** The row of lanes. Other losses, another form of one and other looks come to one lane after the other. */
export function Lanes() {
  const words = useWords();
  const looks = useLooks();
  const lanes = useLabState(({ settings }) => settings.lanes);
  const names = laneNames(lanes);
  const colours = laneColours(lanes);
  const keys = useLaneKeys(names);
  const kinds = new Map(
    lanes.map(
      (config, index) => [keys[index] ?? '', [...Object.values(looks), kindOf(config)].join()] as const,
    ),
  );
  const arrived = useArriving(kinds, 1); // a lane that alone is changed, by its own menu, answers at once
  const isArriving = keys.some((key) => arrived.get(key) !== kinds.get(key));
  return (
    <section
      className="lanes"
      aria-label={words.lanes}
      aria-busy={isArriving}
      data-count={lanes.length}
      style={{ '--lanes': lanes.length } as React.CSSProperties}
    >
      {lanes.map((config, index) => {
        const [key = '', name = '', colour = index] = [keys[index], names[index], colours[index]];
        if (!arrived.has(key)) return <div key={key} className="lane" />;
        const isHeld = arrived.get(key) !== kinds.get(key);
        return <HeldLane key={key} {...{ isHeld, index, name, colour, config }} {...looks} />;
      })}
    </section>
  );
}

/** A lane that is held back stays what it was, but for its place. */
function HeldLane({
  isHeld,
  index,
  ...given
}: Looks & {
  readonly isHeld: boolean;
  readonly index: number;
  readonly name: string;
  readonly colour: number;
  readonly config: LaneConfig;
}) {
  const shown = useHeld(given, isHeld);
  return (
    <LanguageContext value={shown.language}>
      <Lane index={index} {...shown} />
    </LanguageContext>
  );
}
