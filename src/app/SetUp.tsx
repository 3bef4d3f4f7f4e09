import { type DataParam, defaultValues } from '../data/dataset';
import { DATASETS } from '../datasets';
import { batchSizeOf, datasetOf, learningRateOf, type Settings, settingOf } from '../lab/settings';
import { EXECUTORS } from '../train/protocol';
import { useLab, useLabState, useLanguage, useWords } from './context';

const RATES = [1e-3, 2e-3, 3e-3, 5e-3, 1e-2];
const BATCHES = [32, 64, 128, 256];

/** The network in the notation of the papers: 196-128-64-2. */
function network(settings: Settings): string {
  const { hidden } = datasetOf(settings).training;
  return [...hidden, settings.dim].join('-');
}

/** A number or a choice of classes of the data set. */
function DataField({
  param,
  value,
  onChange,
}: {
  readonly param: DataParam;
  readonly value: number | readonly number[];
  readonly onChange: (value: number | readonly number[]) => void;
}) {
  const language = useLanguage();
  const label = param.label[language];
  if (param.type === 'number') {
    const { min, max, step } = param;
    return (
      <label className="field">
        <span>{label}</span>
        <input
          type="number"
          {...{ min, max, step }}
          defaultValue={String(value)}
          key={String(value)}
          onBlur={(event) => {
            const next = Number(event.target.value);
            if (event.target.value !== '' && next !== value) {
              onChange(Math.min(max, Math.max(min, min + step * Math.round((next - min) / step))));
            } else event.target.value = String(value);
          }}
          onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
        />
      </label>
    );
  }
  const chosen = typeof value === 'number' ? [] : value;
  return (
    <fieldset className="chips">
      <legend>{label}</legend>
      {param.of.map((name, i) => {
        const on = chosen.includes(i);
        return (
          <label
            key={name}
            className="chip"
            style={{ '--chip': `var(--class-${chosen.indexOf(i)})` } as React.CSSProperties}
          >
            <input
              type="checkbox"
              checked={on}
              disabled={on && chosen.length <= param.min}
              onChange={() =>
                onChange(on ? chosen.filter((k) => k !== i) : [...chosen, i].sort((a, b) => a - b))
              }
            />
            {name}
          </label>
        );
      })}
    </fieldset>
  );
}

/** A choice from a few numbers, the first being the default of the data set. */
function NumberChoice({
  label,
  value,
  standard,
  choices,
  onChange,
}: {
  readonly label: string;
  readonly value: number | null;
  readonly standard: number;
  readonly choices: readonly number[];
  readonly onChange: (value: number | null) => void;
}) {
  const words = useWords();
  const all = value === null || choices.includes(value) ? choices : [...choices, value].sort((a, b) => a - b);
  return (
    <label className="field">
      <span>{label}</span>
      <select
        value={value ?? ''}
        onChange={(event) => onChange(event.target.value === '' ? null : Number(event.target.value))}
      >
        <option value="">{words.defaultValue(String(standard))}</option>
        {all.map((choice) => (
          <option key={choice} value={choice}>
            {choice}
          </option>
        ))}
      </select>
    </label>
  );
}

/** What a run is made of; most changes start a new one. */
export function SetUp() {
  const lab = useLab();
  const words = useWords();
  const language = useLanguage();
  const settings = useLabState((state) => state.settings);
  const dataset = datasetOf(settings);
  return (
    <details className="set-up">
      <summary>
        {words.setUp}
        <span className="summary-now">
          {dataset.text[language].name} · {settingOf(settings).classes} {words.classesOf} · {words.seed}{' '}
          {settings.seed}
        </span>
      </summary>
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
          <output>MLP {network(settings)}</output>
        </div>
      </div>
      <p className="set-up-about">
        {dataset.text[language].about}{' '}
        {settings.centres === 'random' && <strong>{words.centresWarning}</strong>}
      </p>
    </details>
  );
}
