import { useCallback } from 'react';
import type { LabState } from '../lab/state';
import { useFeed, useLab, useLabState, useWords } from './context';
import { significant } from './format';

/** What has happened to the run, or what runs the steps, and how fast. */
export function StatusLine() {
  const words = useWords();
  const status = useLabState((state) => state.status);
  const engine = useLabState((state) => state.engine);
  const rest = useLabState((state) => state.rest);
  const interruption = useLabState((state) => state.interruption);
  if (status.type === 'failed') return null;

  const news = rest
    ? words.rest[rest.type](rest.step)
    : interruption &&
      words.interrupted(words.troubles[interruption.trouble](interruption.message), interruption.step);
  return (
    <p className="status">
      {/* Read aloud once; the speed beside it changes all the time. */}
      <strong role="status">{news && `${news} · `}</strong>
      {status.type === 'starting' || !engine ? words.starting : <Speed engine={engine} />}
    </p>
  );
}

function Speed({ engine }: { readonly engine: NonNullable<LabState['engine']> }) {
  const { feed } = useLab();
  const words = useWords();
  const playing = useLabState((state) => state.playing);
  const rate = useFeed(
    useCallback(() => feed.now.rate, [feed]),
    500,
  );
  return (
    <>
      {playing && rate !== null ? words.rate(significant(rate)) : words.paused}
      {' · '}
      <span title={engine.renderer}>
        {words.engines[engine.executor]} (
        {words.engineReason[engine.reason](engine.renderer.replace(/^ANGLE \(|\)$/g, '').slice(0, 60))})
      </span>
    </>
  );
}
