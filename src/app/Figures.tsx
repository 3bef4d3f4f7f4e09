import { useMemo, useState } from 'react';
import { FIGURES } from '../figures';
import { useArriving } from './arriving';
import { LanguageContext, useLab, useLanguage, useWords } from './context';
import { FigureCard } from './FigureCard';
import { createFigureInput } from './figureInput';
import './figures.css';

const IDS = FIGURES.map(({ id }) => id);

/** The figures of the paper, live: one of them can have the whole width. */
export function Figures() {
  const lab = useLab();
  const { figures: words } = useWords();
  const input = useMemo(() => createFigureInput(lab), [lab]);
  const language = useLanguage();
  const arrived = useArriving(new Map(IDS.map((id) => [id, language])));
  const [large, setLarge] = useState<string | null>(null);
  return (
    <section className="figures" aria-label={words.title}>
      <h2>{words.title}</h2>
      <div className="figure-grid">
        {FIGURES.map((figure) => {
          const own = arrived.get(figure.id);
          if (!own) return <div key={figure.id} className="figure-cell" />;
          return (
            <LanguageContext key={figure.id} value={own}>
              <FigureCard figure={figure} input={input} large={large === figure.id} onEnlarge={setLarge} />
            </LanguageContext>
          );
        })}
      </div>
    </section>
  );
}
