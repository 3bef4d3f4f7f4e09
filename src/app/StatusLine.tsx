import { useCallback } from 'react';
import { useFeed, useLab, useLabState, useWords } from './context';
import { significant } from './format';

/** What runs the steps, and how fast. */
export function StatusLine() {
  const { feed } = useLab();
  const words = useWords();
  const status = useLabState((state) => state.status);
  const engine = useLabState((state) => state.engine);
  const playing = useLabState((state) => state.playing);
  const rate = useFeed(
    useCallback(() => feed.now.rate, [feed]),
    500,
  );
  if (status.type === 'failed') return null;
  if (status.type === 'starting' || !engine) return <p className="status">{words.starting}</p>;
  return (
    <p className="status">
      {/* A run's first steps have no rate yet. */}
      {playing && rate !== null
        ? words.rate(significant(rate))
        : words.runStates[playing ? 'playing' : 'paused']}
      {' · '}
      <span title={engine.renderer}>
        {words.engines[engine.executor]} (
        {words.engineReason[engine.reason](engine.renderer.replace(/^ANGLE \(|\)$/g, '').slice(0, 60))})
      </span>
    </p>
  );
}
