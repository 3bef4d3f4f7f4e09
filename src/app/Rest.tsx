import { useLabState, useWords } from './context';
import { Icon } from './Icon';

/** Why a run stands still by itself, and the way on. The place is always there, so that what comes is announced. */
export function Rest() {
  const words = useWords();
  const rest = useLabState((state) => state.rest);
  return (
    <div role="status">
      {rest && (
        <p className="notice">
          <Icon name="rest" />
          {words.rest[rest.type](rest.step)}
        </p>
      )}
    </div>
  );
}
