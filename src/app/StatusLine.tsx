import { useCallback } from 'react';
import { laneNames } from '../lab/settings';
import { useFeed, useLab, useLabState, useWords } from './context';
import { significant } from './format';

/** What runs the steps and how fast; or why nothing runs, and the way on. */
export function StatusLine() {
  const lab = useLab();
  const words = useWords();
  const status = useLabState((state) => state.status);
  const engine = useLabState((state) => state.engine);
  const playing = useLabState((state) => state.playing);
  const lanes = useLabState(({ settings }) => settings.lanes);
  const rate = useFeed(
    useCallback(() => lab.feed.now.rate, [lab]),
    500,
  );
  if (status.type === 'failed' || status.type === 'broken') {
    const names = laneNames(lanes);
    return (
      <div className="status status-bad" role="alert">
        {status.type === 'failed'
          ? words.failed(status.message)
          : words.broken(status.lanes.map((lane) => names[lane]).join(', '), status.step)}
        <button type="button" onClick={lab.play}>
          {words.tryAgain}
        </button>
      </div>
    );
  }
  if (status.type === 'starting' || !engine) return <p className="status">{words.starting}</p>;
  return (
    <p className="status">
      {playing && rate !== null ? words.rate(significant(rate)) : words.paused}
      {' · '}
      <span title={engine.renderer}>
        {words.engines[engine.executor]} (
        {words.engineReason[engine.reason](engine.renderer.replace(/^ANGLE \(|\)$/g, '').slice(0, 60))})
      </span>
    </p>
  );
}
