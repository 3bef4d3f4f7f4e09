import { useLab, useLabState, useWords } from './context';
import { Icon } from './Icon';

/** What is shown instead of the present, as it was, the way on from there, and the way back. */
export function LookBack() {
  const lab = useLab();
  const { history: words } = useWords();
  const back = useLabState(({ lookBack, byHand }) => (byHand ? null : lookBack));
  if (!back) return null;
  const { look, from } = back;
  const { step } = look.moment;
  return (
    <section className="look-back" aria-label={words.lookBack}>
      <p>
        <strong>{words.shown(step)}</strong> {words.margins}{' '}
        {from ? from.step !== step && words.nearest(from.step) : words.noneKept}
      </p>
      <button type="button" disabled={!from} title={words.goOnAbout} onClick={lab.goOnFromHere}>
        <Icon name="branch" />
        {words.goOn(from?.step ?? step)}
      </button>
      <button type="button" title={words.presentAbout} onClick={lab.present}>
        {words.present}
      </button>
    </section>
  );
}
