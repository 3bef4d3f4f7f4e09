import { useLabState, useWords } from './context';
import { Icon } from './Icon';

/**
 * What has happened to the run: why it stands still by itself and the way on, or what broke off and where it goes on
 * from. The place is always there, so that what comes is announced, once.
 */
export function RunNews() {
  const words = useWords();
  const failed = useLabState(({ status }) => status.type === 'failed');
  const rest = useLabState((state) => state.rest);
  const interruption = useLabState((state) => state.interruption);
  const news = rest
    ? words.rest[rest.type](rest.step)
    : interruption &&
      words.interrupted(words.troubles[interruption.trouble](interruption.message), interruption.step);
  return (
    <div role="status" className="run-news">
      {news && !failed && (
        <p className="notice">
          <Icon name={rest ? 'rest' : 'warning'} />
          {news}
        </p>
      )}
    </div>
  );
}
