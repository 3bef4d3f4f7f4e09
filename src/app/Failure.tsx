import { useLab, useLabState, useWords } from './context';
import { Icon } from './Icon';

/** Why nothing can train, and the way to try again. */
export function Failure() {
  const lab = useLab();
  const words = useWords();
  const status = useLabState((state) => state.status);
  if (status.type !== 'failed') return null;
  return (
    <div className="notice notice-bad" role="alert">
      <Icon name="warning" />
      {words.failed(status.message)}
      <button type="button" onClick={lab.play}>
        {words.tryAgain}
      </button>
    </div>
  );
}
