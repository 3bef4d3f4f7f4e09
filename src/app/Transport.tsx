import { useEffect, useRef } from 'react';
import { nextFrame } from '../draw/frames';
import { useLab, useLabState, useWords } from './context';

/** Steps a second for each choice; null for as fast as it can. */
const PACES = { full: null, sixty: 60, ten: 10, one: 1 } as const;
type PaceName = keyof typeof PACES;
const NAMES = Object.keys(PACES) as PaceName[]; // the keys of the constant above

/** The step counter follows the feed, outside React. */
function StepCounter() {
  const { feed } = useLab();
  const words = useWords();
  const ref = useRef<HTMLOutputElement>(null);
  useEffect(() => {
    const show = (): void => {
      if (ref.current) ref.current.textContent = String(feed.now.moment.step);
    };
    show();
    return feed.subscribe(() => nextFrame(show));
  }, [feed]);
  return (
    <div className="counter">
      <span aria-hidden="true">{words.stepCounter}</span>
      <output ref={ref} aria-label={words.stepCounter} aria-live="off" />
    </div>
  );
}

const Icon = ({ path }: { readonly path: string }) => (
  <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <path d={path} />
  </svg>
);
const ICONS = {
  play: 'M7 4.5v15l13-7.5z',
  pause: 'M6 4.5h4.2v15H6zM13.8 4.5H18v15h-4.2z',
  step: 'M5 4.5v15l9.5-7.5zM16 4.5h3.4v15H16z',
  restart: 'M12 4.6a7.4 7.4 0 1 1-6.9 4.7l2.4.9A4.9 4.9 0 1 0 12 7.1v3.3L6.6 5.9 12 1.4z',
};

/** Train, pause, step, restart, speed. */
export function Transport() {
  const lab = useLab();
  const words = useWords();
  const playing = useLabState((state) => state.playing);
  const ready = useLabState(({ status }) => status.type === 'ready');
  const pace = useLabState((state) => state.pace);
  return (
    <section className="transport" aria-label={words.transport}>
      <button type="button" className="train" onClick={playing ? lab.pause : lab.play} title={words.keys}>
        <Icon path={playing ? ICONS.pause : ICONS.play} />
        <span>{playing ? words.pause : words.train}</span>
      </button>
      <button type="button" onClick={lab.step} disabled={!ready} title={words.keys}>
        <Icon path={ICONS.step} />
        <span>{words.step}</span>
      </button>
      <button type="button" onClick={lab.restart} title={words.keys}>
        <Icon path={ICONS.restart} />
        <span>{words.restart}</span>
      </button>
      <StepCounter />
      <label className="field">
        <span>{words.speed}</span>
        <select
          value={NAMES.find((name) => PACES[name] === pace) ?? 'full'}
          onChange={(event) => lab.setPace(PACES[event.target.value as PaceName])}
        >
          {NAMES.map((name) => (
            <option key={name} value={name}>
              {words.speeds[name]}
            </option>
          ))}
        </select>
      </label>
    </section>
  );
}
