import { useId, useState } from 'react';
import { datasetOf, settingOf } from '../lab/settings';
import { ByHand } from './ByHand';
import { useLabState, useLanguage, useWords } from './context';
import { Icon } from './Icon';
import { LabTools } from './LabTools';
import { Legend } from './Legend';
import { LookBack } from './LookBack';
import { Rail } from './Rail';
import { SetUp } from './SetUp';
import { Switches } from './Switches';
import { Transport } from './Transport';

/** Everything that concerns the whole run, above the lanes. On a phone most of it opens with the set-up. */
export function RunBar() {
  const words = useWords();
  const language = useLanguage();
  const settings = useLabState((state) => state.settings);
  const back = useLabState(({ lookBack, byHand }) => lookBack !== null || byHand !== null);
  const [open, setOpen] = useState(false);
  const panel = useId();
  const data = datasetOf(settings).text[language].name;
  return (
    <div className="run-bar" data-open={open}>
      <Transport />
      <LabTools />
      <button
        type="button"
        className="set-up-toggle"
        aria-expanded={open}
        aria-controls={panel}
        title={words.setUp}
        onClick={() => setOpen(!open)}
      >
        <Icon name="setting" />
        <span className="unseen">{words.setUp}: </span>
        <span className="set-up-now">
          {words.setUpNow(data, settingOf(settings).classes, settings.seed)}
          {settings.dim === 3 && ` · ${words.dims[3]}`}
        </span>
        <Icon name="chevron" />
      </button>
      <div id={panel} className="set-up" hidden={!open}>
        {open && <SetUp />}
      </div>
      <Rail />
      <div className="view-bar">
        <div className="view-key" data-back={back}>
          <LookBack />
          <ByHand />
          <Legend />
        </div>
        <Switches />
      </div>
    </div>
  );
}
