import { Tex } from '../draw/Tex';
import type { Margin } from '../margin/compile';
import type { MarginLoss } from '../margin/loss';
import { decimalsOf, logitTex } from '../margin/tex';
import { useLanguage } from './context';

/** Cases and long sums are set smaller, so that they fit a lane on a projector. A command counts as one letter. */
const isLong = (tex: string): boolean =>
  tex.includes('cases') || tex.replace(/\\[a-zA-Z]+|\\./g, 'x').replace(/[{} ]/g, '').length > 35;

/** The own class's logit with the sliders' numbers in it. */
export function LaneFormula({ loss, margin }: { readonly loss: MarginLoss; readonly margin: Margin }) {
  const language = useLanguage();
  const [first = '', ...more] = logitTex(margin, (name, value) =>
    value.toFixed(decimalsOf(loss.params[name]?.step ?? 1)),
  );
  return (
    <div
      className="lane-formula"
      title={[
        loss.text[language].about,
        ...(loss.source ? [`${loss.source.cite}, ${loss.source.equation}`] : []),
      ].join('\n')}
    >
      <Tex tex={first} className={isLong(first) ? 'formula-main formula-long' : 'formula-main'} />
      {more.map((tex) => (
        <Tex key={tex} tex={tex} className="formula-more" />
      ))}
    </div>
  );
}
