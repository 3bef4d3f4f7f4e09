import type { Ailment } from '../lab/health';
import { useLab, useLabState, useWords } from './context';
import { degrees, percent } from './format';

/** What has gone wrong in a lane, with the numbers of the run, and the way back. The other lanes go on. */
export function LaneHealth({ index, name }: { readonly index: number; readonly name: string }) {
  const lab = useLab();
  const { health: words } = useWords();
  const vitals = useLabState((state) => state.vitals[index] ?? null);
  const detour = useLabState((state) => state.detours[index] ?? null);
  const dim = useLabState(({ settings }) => settings.dim);
  const looksBack = useLabState((state) => state.lookBack !== null);
  const ailment = vitals?.ailment ?? null;
  const held = detour?.type === 'held' ? detour : null;
  const wellAt = vitals?.wellAt ?? null;
  const back = held ? (wellAt ?? held.from) : ailment ? wellAt : null;

  const say = (ailment: Ailment): string => {
    const names = lab.feed.now.samples?.classes ?? [];
    switch (ailment.type) {
      case 'merged': {
        const [a, b] = ailment.classes.map((cls) => names[cls] ?? String(cls));
        const said = words.merged(a ?? '', b ?? '', degrees(ailment.angle));
        return dim === 2 ? `${said} ${words.mergedForGood}` : said;
      }
      case 'opposite':
        return words.opposite(percent(ailment.share));
      case 'lost':
        return words.lost(percent(ailment.accuracy), percent(ailment.best));
    }
  };

  // How it is doing is about the present.
  if (looksBack || (!ailment && !detour)) return null;
  return (
    <div className="notes" role="status">
      {held && <p className="note note-bad">{words.held(held.step, held.from)}</p>}
      {!held && ailment && <p className="note note-bad">{say(ailment)}</p>}
      {!held && detour && <p className="note">{words.wentBack(detour.step, detour.from)}</p>}
      {back !== null && (
        <button type="button" aria-label={words.goBackOf(name, back)} onClick={() => lab.goBack(index)}>
          {words.goBack(back)}
        </button>
      )}
    </div>
  );
}
