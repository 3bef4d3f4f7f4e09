import { laneColours, laneNames } from '../lab/settings';
import { useArriving } from './arriving';
import { LanguageContext, useLabState, useLanguage, useWords } from './context';
import { ExperimentNote } from './Experiments';
import { Failure } from './Failure';
import { FiguresLater } from './FiguresLater';
import { Header } from './Header';
import { Lane } from './Lane';
import { useLaneKeys } from './laneKeys';
import { useDocument } from './onDocument';
import { Printed } from './Printed';
import { Repairs } from './Repairs';
import { RunBar } from './RunBar';
import { RunNews } from './RunNews';
import { SampleCard } from './SampleCard';
import { StatusLine } from './StatusLine';

/** The Explore screen. */
export function App() {
  useDocument();
  const words = useWords();
  const lanes = useLabState(({ settings }) => settings.lanes);
  const names = laneNames(lanes);
  const keys = useLaneKeys(names);
  const arrived = useArriving(keys, useLanguage());
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
            const [key = '', name = '', colour = index] = [keys[index], names[index], colours[index]];
            const language = arrived.get(key);
            if (!language) return <div key={key} className="lane" />;
            return (
              <LanguageContext key={key} value={language}>
                <Lane index={index} colour={colour} name={name} config={config} />
              </LanguageContext>
            );
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
