import type { Language } from '../i18n/language';
import { type Chosen, chosenNow, type Figure, type Offering } from './figure';

interface FigureMenusProps {
  readonly figure: Figure;
  readonly offering: Offering;
  readonly language: Language;
  readonly chosen: Chosen;
  readonly onChoose: (chosen: Chosen) => void;
}

/** What can be chosen in a figure; a menu without a choice is not shown. */
export function FigureMenus({ figure, offering, language, chosen, onChoose }: FigureMenusProps) {
  const counts = chosenNow(figure, chosen, offering, language);
  const menus = figure.menus.map((menu) => ({ ...menu, offered: menu.offers(offering, language, counts) }));
  return (
    <div className="figure-menus">
      {menus
        .filter(({ offered }) => offered.length > 1)
        .map(({ id, text, offered }) => (
          <select
            key={id}
            aria-label={`${figure.text[language].title}: ${text[language]}`}
            title={text[language]}
            value={counts[id]}
            onChange={(event) => onChoose({ ...chosen, [id]: event.target.value })}
          >
            {offered.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        ))}
    </div>
  );
}
