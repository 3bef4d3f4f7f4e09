import { Tex } from '../draw/Tex';
import type { Margin } from '../margin/compile';
import type { MarginLoss } from '../margin/loss';
import { decimalsOf, logitTex } from '../margin/tex';
import { useLanguage } from './context';

/** The own class's logit with the sliders' numbers in it. */
export function LaneFormula({ loss, margin }: { readonly loss: MarginLoss; readonly margin: Margin }) {
  const language = useLanguage();
  const [first = '', ...more] = logitTex(margin, (name, value) =>
    value.toFixed(decimalsOf(loss.params[name]?.step ?? 1)),
  );
  return (
    <div
      className="lane-formula"
      title={`${loss.text[language].about}\n${loss.source.cite}, ${loss.source.equation}`}
    >
      <Tex tex={first} className={first.includes('cases') ? 'formula-main formula-cases' : 'formula-main'} />
      {more.map((tex) => (
        <Tex key={tex} tex={tex} className="formula-more" />
      ))}
    </div>
  );
}
