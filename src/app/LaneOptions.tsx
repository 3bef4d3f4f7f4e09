import type { LaneConfig, MarginLoss } from '../margin/loss';
import { useLanguage, useWords } from './context';
import { Icon } from './Icon';

interface LaneOptionsProps {
  readonly name: string;
  readonly loss: MarginLoss;
  readonly chosen: LaneConfig['options'];
  readonly onChoose: (option: string, choice: string) => void;
}

/** The forms that a loss comes in: its guard, its gradient, its schedule. */
export function LaneOptions({ name, loss, chosen, onChoose }: LaneOptionsProps) {
  const words = useWords();
  const language = useLanguage();
  const options = Object.entries(loss.options);
  if (options.length === 0) return null;
  const changed = options.filter(([id, option]) => chosen[id] !== Object.keys(option.choices)[0]).length;
  return (
    <details className="options">
      <summary aria-label={words.optionsOf(name)} data-changed={changed > 0 ? changed : undefined}>
        <Icon name="chevron" />
        {words.options}
      </summary>
      {options.map(([id, option]) => (
        <label key={id} className="option">
          <span>{option.text[language]}</span>
          <select
            aria-label={words.optionOf(name, option.text[language])}
            value={chosen[id]}
            onChange={(event) => onChoose(id, event.target.value)}
          >
            {Object.entries(option.choices).map(([choice, { text }]) => (
              <option key={choice} value={choice}>
                {text[language].label}
              </option>
            ))}
          </select>
          <small>{option.choices[chosen[id] ?? '']?.text[language].about}</small>
        </label>
      ))}
    </details>
  );
}
