import { Tex } from '../draw/Tex';
import type { Margin } from '../margin/compile';
import type { MarginLoss } from '../margin/loss';
import { decimalsOf, logitTex } from '../margin/tex';
import { useLanguage } from './context';
import { Fitted } from './Fitted';

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
      <Fitted className="formula-line formula-main">
        <Tex tex={first} />
      </Fitted>
      {more.map((tex, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its place, whatever its numbers
        <Fitted key={line} className="formula-line formula-more">
          <Tex tex={tex} />
        </Fitted>
      ))}
    </div>
  );
}
