import { useLabState, useWords } from './context';
import { ExperimentNote } from './Experiments';
import { Failure } from './Failure';
import { FiguresLater } from './FiguresLater';
import { Header } from './Header';
import { Lanes } from './Lanes';
import { DocumentLooks } from './looks';
import { Printed } from './Printed';
import { Repairs } from './Repairs';
import { RunBar } from './RunBar';
import { RunNews } from './RunNews';
import { SampleCard } from './SampleCard';
import { StatusLine } from './StatusLine';

/** The Explore screen. */
export function App() {
  const words = useWords();
  const status = useLabState((state) => state.status.type);
  const globes = useLabState(({ settings }) => settings.dim === 3);
  return (
    <>
      <DocumentLooks />
      <Header />
      <main data-status={status}>
        <Printed />
        <RunBar />
        <Failure />
        <RunNews />
        <Repairs />
        <ExperimentNote />
        <Lanes />
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
