import { useMemo, useState } from 'react';
import { FIGURES } from '../figures';
import { useLab, useWords } from './context';
import { FigureCard } from './FigureCard';
import { createFigureInput } from './figureInput';
import './figures.css';

/** The figures of the paper, live: one of them can have the whole width. */
export function Figures() {
  const lab = useLab();
  const { figures: words } = useWords();
  const input = useMemo(() => createFigureInput(lab), [lab]);
  const [large, setLarge] = useState<string | null>(null);
  return (
    <section className="figures" aria-label={words.title}>
      <h2>{words.title}</h2>
      <div className="figure-grid">
        {FIGURES.map((figure) => (
          <FigureCard
            key={figure.id}
            figure={figure}
            input={input}
            large={large === figure.id}
            onEnlarge={setLarge}
          />
        ))}
      </div>
    </section>
  );
}
