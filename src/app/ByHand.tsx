import { useLab, useLabState, useWords } from './context';

/** That what is shown was moved by hand, and the way back: to the run, or to the look at it. */
export function ByHand() {
  const lab = useLab();
  const { byHand: words } = useWords();
  const moved = useLabState(({ byHand }) => byHand !== null);
  const step = useLabState(({ lookBack }) => lookBack?.look.moment.step ?? null);
  if (!moved) return null;
  return (
    <section className="look-back" aria-label={words.title}>
      <p role="status">
        <strong>{words.moved}</strong> {words.about}
      </p>
      <button type="button" title={words.backAbout} onClick={lab.putBack}>
        {step === null ? words.back : words.backTo(step)}
      </button>
    </section>
  );
}
