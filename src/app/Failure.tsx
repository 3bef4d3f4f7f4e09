import { useLab, useLabState, useWords } from './context';
import { Icon } from './Icon';

/** Why nothing can train, what is left, and the way to try again. */
export function Failure() {
  const lab = useLab();
  const words = useWords();
  const status = useLabState((state) => state.status);
  if (status.type !== 'failed') return null;
  const { trouble, message, step } = status;
  const kept = step === null ? [] : [words.kept(step)];
  return (
    <div className="notice notice-bad" role="alert">
      <Icon name="warning" />
      {[words.failed(words.troubles[trouble](message)), ...kept, words.stillThere].join(' ')}
      <button type="button" onClick={lab.play}>
        {step === null ? words.tryAgain : words.goOnFrom(step)}
      </button>
    </div>
  );
}
