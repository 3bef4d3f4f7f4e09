import { lazy, Suspense } from 'react';
import { useWords } from './context';

/** What stands there where the figures did not arrive, as without a network before the first visit was complete. */
function Missing() {
  const { figures: words } = useWords();
  return <p className="status">{words.missing}</p>;
}

const Figures = lazy(() =>
  import('./Figures').then(
    ({ Figures }) => ({ default: Figures }),
    () => ({ default: Missing }),
  ),
);

/** The figures are further down, and so is their code: it comes after the first picture. */
export const FiguresLater = () => (
  <Suspense fallback={null}>
    <Figures />
  </Suspense>
);
