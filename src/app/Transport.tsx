import { useEffect, useRef } from 'react';
import type { Words } from '../i18n/words';
import { PACES } from '../lab/settings';
import { useLab, useLabState, useWords } from './context';
import { Icon } from './Icon';
import { whenPainted } from './painted';

/** How the run is doing, in a word. */
function useRunState(): keyof Words['runStates'] {
  return useLabState(({ status, playing, rest, lookBack, byHand }) => {
    if (status.type === 'failed') return 'failed';
    if (byHand) return 'byHand';
    if (lookBack) return 'lookingBack';
    if (rest) return 'resting';
    if (!playing) return 'paused';
    return status.type === 'starting' ? 'starting' : 'playing';
  });
}

/** The step that the pictures show: it follows them, outside React. */
function StepCounter() {
  const { feed } = useLab();
  const words = useWords();
  const ref = useRef<HTMLOutputElement>(null);
  useEffect(() => {
    const show = (): void => {
      if (ref.current) ref.current.textContent = String(feed.now.moment.step);
    };
    show();
    return whenPainted(feed, show);
  }, [feed]);
  return (
    <div className="counter">
      <span className="counter-step" aria-hidden="true">
        {words.stepCounter}{' '}
      </span>
      <output ref={ref} aria-label={words.stepCounter} aria-live="off" />
      <span className="counter-state">{words.runStates[useRunState()]}</span>
    </div>
  );
}

/** Train, pause, step, restart, speed. */
export function Transport() {
  const lab = useLab();
  const words = useWords();
  const playing = useLabState((state) => state.playing);
  const ready = useLabState(({ status }) => status.type === 'ready');
  const pace = useLabState(({ settings }) => settings.pace);
  return (
    <section className="transport" aria-label={words.transport}>
      <button type="button" className="train" onClick={playing ? lab.pause : lab.play} title={words.keys}>
        <Icon name={playing ? 'pause' : 'play'} />
        <span className="label">{playing ? words.pause : words.train}</span>
      </button>
      <button type="button" className="step" onClick={lab.step} disabled={!ready} title={words.keys}>
        <Icon name="step" />
        <span className="label">{words.step}</span>
      </button>
      <button type="button" className="restart" onClick={lab.restart} title={words.keys}>
        <Icon name="restart" />
        <span className="label">{words.restart}</span>
      </button>
      <StepCounter />
      <label className="speed" title={words.speed}>
        <span className="unseen">{words.speed}</span>
        <select
          value={pace ?? 'full'}
          onChange={({ target }) =>
            lab.change({ pace: PACES.find((one) => String(one) === target.value) ?? null })
          }
        >
          {(['full', ...PACES] as const).map((one) => (
            <option key={one} value={one}>
              {words.speeds[one]}
            </option>
          ))}
        </select>
      </label>
    </section>
  );
}
