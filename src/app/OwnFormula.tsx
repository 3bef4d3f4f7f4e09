import { useEffect, useId, useRef, useState } from 'react';
import { FormulaError } from '../expr/parse';
import { lossOf, settingOf } from '../lab/settings';
import { defaultConfig, type LaneConfig, type MarginLoss } from '../margin/loss';
import { TypedError } from '../margin/typed';
import { useLab, useLabState, useLanguage, useWords } from './context';

type Problem = FormulaError | TypedError;

/** The lane with another formula; sliders whose names stay keep their values. @throws FormulaError, TypedError */
function withFormula(config: LaneConfig, formula: string, setting: ReturnType<typeof settingOf>): LaneConfig {
  const next = { ...config, formula };
  const { values } = defaultConfig(lossOf(next), setting);
  const kept = Object.entries(config.values).filter(([name]) => Object.hasOwn(values, name));
  return { ...next, values: { ...values, ...Object.fromEntries(kept) } };
}

/** The formula of a typed loss: each that can be read acts at once, the last such goes on while one is being written. */
export function OwnFormula({
  name,
  loss,
  config,
  onChange,
}: {
  readonly name: string;
  readonly loss: MarginLoss;
  readonly config: LaneConfig;
  readonly onChange: (config: LaneConfig) => void;
}) {
  const { own: words } = useWords();
  const language = useLanguage();
  const { settle } = useLab();
  const setting = settingOf(useLabState((state) => state.settings));
  const [text, setText] = useState(loss.target);
  const [problem, setProblem] = useState<Problem | null>(null);
  const help = useId();
  const acting = useRef(loss.target);

  // Undone, reset, or come by the address.
  useEffect(() => {
    if (loss.target === acting.current) return;
    acting.current = loss.target;
    setText(loss.target);
    setProblem(null);
  }, [loss.target]);

  function type(formula: string): void {
    setText(formula);
    try {
      const next = withFormula(config, formula, setting);
      acting.current = formula;
      setProblem(null);
      onChange(next);
    } catch (error) {
      if (!(error instanceof FormulaError || error instanceof TypedError)) throw error;
      setProblem(error);
    }
  }

  return (
    <div className="own">
      <input
        type="text"
        className="own-formula"
        aria-label={words.formulaOf(name)}
        aria-invalid={problem !== null}
        aria-describedby={help}
        value={text}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        onChange={(event) => type(event.target.value)}
        onBlur={settle}
        onKeyDown={(event) => event.key === 'Enter' && settle()}
      />
      <select
        aria-label={words.examplesOf(name)}
        value=""
        onChange={(event) => {
          type(event.target.value);
          settle();
        }}
      >
        <option value="" disabled>
          {words.examples}
        </option>
        {(loss.typed ?? []).map(({ formula, text: about }) => (
          <option key={formula} value={formula}>
            {formula} – {about[language]}
          </option>
        ))}
      </select>
      <p id={help} className={problem ? 'own-help own-wrong' : 'own-help'} aria-live="polite">
        {problem ? <Mistake text={text} problem={problem} /> : words.help}
      </p>
    </div>
  );
}

/** What is wrong, and where: the formula again, with the place marked. */
function Mistake({ text, problem }: { readonly text: string; readonly problem: Problem }) {
  const { own: words } = useWords();
  const at = Math.min(problem.at, text.length);
  return (
    <>
      <code aria-hidden="true">
        {text.slice(0, at)}
        <mark>{text[at] ?? ' '}</mark>
        {text.slice(at + 1)}
      </code>{' '}
      {words.wrong(at + 1, say(problem.problem, words.problems))} {words.stays}
    </>
  );
}

type ProblemWords = ReturnType<typeof useWords>['own']['problems'];

function say(problem: Problem['problem'], words: ProblemWords): string {
  switch (problem.type) {
    case 'expected':
      return words.expected(words.wanted[problem.wanted], problem.found);
    case 'unknownCharacter':
      return words.unknownCharacter(problem.found);
    case 'unknownFunction':
      return words.unknownFunction(problem.found);
    case 'argumentCount':
      return words.argumentCount(problem.found, problem.wanted);
    case 'tooLong':
      return words.tooLong;
    case 'typedTooLong':
      return words.typedTooLong(problem.most);
    case 'tooManyNames':
      return words.tooManyNames(problem.most, problem.found);
    case 'reservedName':
      return words.reservedName(problem.found);
  }
}
