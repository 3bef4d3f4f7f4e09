import type { Language } from '../i18n/language';
import { type Chosen, chosenNow, type Figure } from './figure';

interface FigureMenusProps {
  readonly figure: Figure;
  readonly classes: readonly string[];
  readonly language: Language;
  readonly chosen: Chosen;
  readonly onChoose: (chosen: Chosen) => void;
}

/** What can be chosen in a figure. */
export function FigureMenus({ figure, classes, language, chosen, onChoose }: FigureMenusProps) {
  const counts = chosenNow(figure, chosen, classes, language);
  return (
    <div className="figure-menus">
      {figure.menus.map(({ id, text, offers }) => (
        <select
          key={id}
          aria-label={`${figure.text[language].title}: ${text[language]}`}
          title={text[language]}
          value={counts[id]}
          onChange={(event) => onChoose({ ...chosen, [id]: event.target.value })}
        >
          {offers(classes, language, counts).map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      ))}
    </div>
  );
}
