import { useEffect } from 'react';
import { themeChanged } from '../draw/theme';
import { laneColours, laneNames } from '../lab/settings';
import { useLabState, useLanguage, useWords } from './context';
import { ExperimentNote } from './Experiments';
import { Failure } from './Failure';
import { FiguresLater } from './FiguresLater';
import { Header } from './Header';
import { LabTools } from './LabTools';
import { Lane } from './Lane';
import { Legend } from './Legend';
import { Repairs } from './Repairs';
import { SampleCard } from './SampleCard';
import { SetUp } from './SetUp';
import { StatusLine } from './StatusLine';
import { Transport } from './Transport';

/** Language and theme belong to the document, so that the style sheet and a screen reader know them. */
function useDocument(): void {
  const language = useLanguage();
  const theme = useLabState(({ settings }) => settings.theme);
  const { title } = useWords();
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = title;
  }, [language, title]);
  useEffect(() => {
    const dark = window.matchMedia('(prefers-color-scheme: dark)');
    const apply = (): void => {
      const shown = theme === 'auto' ? (dark.matches ? 'dark' : 'light') : theme;
      document.documentElement.dataset.theme = shown;
      themeChanged();
    };
    apply();
    dark.addEventListener('change', apply);
    return () => dark.removeEventListener('change', apply);
  }, [theme]);
}

/** The Explore screen. */
export function App() {
  useDocument();
  const words = useWords();
  const lanes = useLabState(({ settings }) => settings.lanes);
  const names = laneNames(lanes);
  const colours = laneColours(lanes);
  return (
    <>
      <Header />
      <main>
        <div className="run-bar">
          <Transport />
          <LabTools />
          <SetUp />
        </div>
        <Failure />
        <Repairs />
        <ExperimentNote />
        <section
          className="lanes"
          aria-label={words.lanes}
          style={{ '--lanes': lanes.length === 4 ? 4 : Math.min(3, lanes.length) } as React.CSSProperties}
        >
          {lanes.map((config, index) => (
            <Lane
              key={names[index]}
              index={index}
              colour={colours[index] ?? index}
              name={names[index] ?? ''}
              config={config}
            />
          ))}
        </section>
        <SampleCard />
        <StatusLine />
        <Legend />
        <FiguresLater />
      </main>
      <footer className="page-foot">
        <span>{words.footer}</span>
        <span>{words.keys}</span>
      </footer>
    </>
  );
}
