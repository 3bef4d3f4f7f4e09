import { useEffect, useLayoutEffect } from 'react';
import { themeChanged } from '../draw/theme';
import { laneColours, laneNames } from '../lab/settings';
import { useArriving } from './arriving';
import { useLabState, useLanguage, useWords } from './context';
import { ExperimentNote } from './Experiments';
import { Failure } from './Failure';
import { FiguresLater } from './FiguresLater';
import { Header } from './Header';
import { Lane } from './Lane';
import { Printed } from './Printed';
import { Repairs } from './Repairs';
import { RunBar } from './RunBar';
import { RunNews } from './RunNews';
import { SampleCard } from './SampleCard';
import { StatusLine } from './StatusLine';

/** Language, theme and size of letters belong to the document, for the style sheet and a screen reader. */
function useDocument(): void {
  const language = useLanguage();
  const theme = useLabState(({ settings }) => settings.theme);
  const type = useLabState(({ settings }) => settings.type);
  const { title } = useWords();
  useEffect(() => {
    document.title = title;
    // Chromium lays the page out for it: when a frame does so anyway.
    const speak = requestAnimationFrame(() => {
      document.documentElement.lang = language;
    });
    return () => cancelAnimationFrame(speak);
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
  useLayoutEffect(() => {
    document.documentElement.dataset.type = type;
    themeChanged();
  }, [type]);
}

/** The Explore screen. */
export function App() {
  useDocument();
  const words = useWords();
  const lanes = useLabState(({ settings }) => settings.lanes);
  const names = laneNames(lanes);
  const arrived = useArriving(names);
  const colours = laneColours(lanes);
  const status = useLabState((state) => state.status.type);
  const globes = useLabState(({ settings }) => settings.dim === 3);
  return (
    <>
      <Header />
      <main data-status={status}>
        <Printed />
        <RunBar />
        <Failure />
        <RunNews />
        <Repairs />
        <ExperimentNote />
        <section
          className="lanes"
          aria-label={words.lanes}
          data-count={lanes.length}
          style={{ '--lanes': lanes.length } as React.CSSProperties}
        >
          {lanes.map((config, index) => {
            const [name = '', colour = index] = [names[index], colours[index]];
            if (!arrived.has(name)) return <div key={name} className="lane" />;
            return <Lane key={name} index={index} colour={colour} name={name} config={config} />;
          })}
        </section>
        <SampleCard />
        <StatusLine />
        <FiguresLater />
      </main>
      <footer className="page-foot">
        <span>{words.footer}</span>
        <span>{(globes ? words.globeLegend : words.legend).samplesAbout}</span>
        <span className="keys">{words.keys}</span>
      </footer>
    </>
  );
}
