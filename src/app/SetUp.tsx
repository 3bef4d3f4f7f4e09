import { useCallback } from 'react';
import { defaultValues } from '../data/dataset';
import { DATASETS } from '../datasets';
import {
  batchSizeOf,
  datasetOf,
  embeddingOf,
  LARGEST_STEP,
  learningRateOf,
  type Settings,
} from '../lab/settings';
import { EMBEDDING_STARTS, EXECUTORS } from '../train/protocol';
import { useFeed, useLab, useLabState, useLanguage, useWords } from './context';
import { DataField } from './DataField';
import { DimChoice } from './DimChoice';
import { NumberChoice } from './NumberChoice';

const RATES = [1e-3, 2e-3, 3e-3, 5e-3, 1e-2];
const BATCHES = [32, 64, 128, 256];

/** The network in the notation of the papers: 196-128-64-2. Its input is known when the data are there. */
function useNetwork(settings: Settings): string {
  const { feed } = useLab();
  const shape = useFeed(
    useCallback(() => feed.now.samples?.shape, [feed]),
    300,
  );
  const inputs = shape?.reduce((a, b) => a * b, 1) ?? '…';
  return [inputs, ...datasetOf(settings).training.hidden, settings.dim].join('-');
}

/** What a run is made of; most changes start a new one. */
export function SetUp() {
  const lab = useLab();
  const words = useWords();
  const language = useLanguage();
  const settings = useLabState((state) => state.settings);
  const dataset = datasetOf(settings);
  const network = useNetwork(settings);
  return (
    <>
      <div className="set-up-fields">
        <label className="field">
          <span>{words.data}</span>
          <select
            value={dataset.id}
            onChange={(event) => {
              const next = DATASETS[event.target.value];
              if (next) lab.change({ dataset: next.id, data: defaultValues(next) });
            }}
          >
            {Object.values(DATASETS).map(({ id, text }) => (
              <option key={id} value={id}>
                {text[language].name}
              </option>
            ))}
          </select>
        </label>
        {Object.entries(dataset.params).map(([name, param]) => (
          <DataField
            key={`${dataset.id} ${name}`}
            param={param}
            value={settings.data[name] ?? param.value}
            onChange={(value) => lab.change({ data: { ...settings.data, [name]: value } })}
          />
        ))}
        <DimChoice />
        <div className="field">
          <span>{words.seed}</span>
          <span className="with-button">
            <output>{settings.seed}</output>
            <button type="button" onClick={() => lab.change({ seed: (settings.seed + 1) % 1_000_000 })}>
              {words.newSeed}
            </button>
          </span>
        </div>
        <label className="field">
          <span>{words.centres}</span>
          <select
            value={settings.centres}
            onChange={(event) => lab.change({ centres: event.target.value === 'random' ? 'random' : 'even' })}
          >
            <option value="even">{words.centreStarts.even}</option>
            <option value="random">{words.centreStarts.random}</option>
          </select>
        </label>
        <label className="field">
          <span>{words.embedding}</span>
          <select
            value={settings.embedding ?? ''}
            title={words.embeddingAbout}
            onChange={(event) =>
              lab.change({ embedding: EMBEDDING_STARTS.find((id) => id === event.target.value) ?? null })
            }
          >
            <option value="">
              {words.defaultValue(words.embeddingStarts[embeddingOf({ ...settings, embedding: null })])}
            </option>
            {EMBEDDING_STARTS.map((id) => (
              <option key={id} value={id}>
                {words.embeddingStarts[id]}
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          <span>{words.optimizer}</span>
          <select
            value={settings.optimizer}
            onChange={(event) => lab.change({ optimizer: event.target.value === 'sgd' ? 'sgd' : 'adam' })}
          >
            <option value="adam">{words.optimizers.adam}</option>
            <option value="sgd">{words.optimizers.sgd}</option>
          </select>
        </label>
        <NumberChoice
          label={words.learningRate}
          value={settings.learningRate}
          standard={learningRateOf({ ...settings, learningRate: null })}
          choices={RATES}
          onChange={(learningRate) => lab.change({ learningRate })}
        />
        <NumberChoice
          label={words.batchSize}
          value={settings.batchSize}
          standard={batchSizeOf({ ...settings, batchSize: null })}
          choices={BATCHES}
          onChange={(batchSize) => lab.change({ batchSize })}
        />
        <label className="field">
          <span>{words.until}</span>
          <input
            type="number"
            min={1}
            max={LARGEST_STEP}
            step={1}
            placeholder={words.untilNone}
            key={settings.until}
            defaultValue={settings.until ?? ''}
            onBlur={(event) => {
              const step = Math.round(Number(event.target.value));
              lab.change({ until: step >= 1 && step <= LARGEST_STEP ? step : null });
            }}
            onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
          />
        </label>
        <label className="field" title={words.engineAbout}>
          <span>{words.engine}</span>
          <select
            value={settings.executor}
            onChange={(event) =>
              lab.change({ executor: EXECUTORS.find((id) => id === event.target.value) ?? 'auto' })
            }
          >
            {(['auto', ...EXECUTORS] as const).map((id) => (
              <option key={id} value={id}>
                {words.engines[id]}
              </option>
            ))}
          </select>
        </label>
        <div className="field">
          <span>{words.network}</span>
          <output>MLP {network}</output>
        </div>
      </div>
      <p className="set-up-about">
        {dataset.text[language].about}{' '}
        {settings.centres === 'random' && <strong>{words.centresWarning[settings.dim]}</strong>}
      </p>
    </>
  );
}
