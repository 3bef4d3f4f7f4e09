import { useId } from 'react';
import { lossOf, marginOf, settingOf } from '../lab/settings';
import { LOSSES } from '../losses';
import { choose } from '../margin/compile';
import { defaultConfig, type LaneConfig } from '../margin/loss';
import { useLab, useLabState, useWords } from './context';
import { LaneCircle } from './LaneCircle';
import { LaneFormula } from './LaneFormula';
import { LaneNotes } from './LaneNotes';
import { LaneOptions } from './LaneOptions';
import { LaneReadings } from './LaneReadings';
import { ParamSlider } from './ParamSlider';
import { RadiusSlider } from './RadiusSlider';

/** One loss: its formula, its circle, its sliders, its numbers. */
export function Lane({
  index,
  name,
  config,
}: {
  readonly index: number;
  readonly name: string;
  readonly config: LaneConfig;
}) {
  const lab = useLab();
  const words = useWords();
  const heading = useId();
  const setting = settingOf(useLabState((state) => state.settings));
  const loss = lossOf(config);
  const margin = marginOf(config);
  const { scale } = choose(loss, config.options);
  const params = Object.entries(loss.params).filter(([, param]) => param.role === 'margin' || scale === 's');

  const become = (next: LaneConfig): void => {
    const { lanes } = lab.store.getState().settings;
    lab.change({ lanes: lanes.map((lane, i) => (i === index ? next : lane)) });
  };

  return (
    <section
      className="lane"
      aria-labelledby={heading}
      style={{ '--lane': `var(--lane-${index})` } as React.CSSProperties}
    >
      <header className="lane-head">
        <h2 id={heading}>{name}</h2>
        <select
          className="lane-choice"
          aria-label={words.chooseLoss(name)}
          value={loss.id}
          onChange={(event) => become(defaultConfig(lossOf({ loss: event.target.value }), setting))}
        >
          {LOSSES.map(({ id, name: title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </header>
      <LaneFormula loss={loss} margin={margin} />
      <LaneCircle index={index} name={name} margin={margin} />
      <div className="lane-sliders">
        {params.map(([key, param]) => (
          <ParamSlider
            key={key}
            lane={name}
            param={param}
            value={config.values[key] ?? param.min}
            onChange={(value) => become({ ...config, values: { ...config.values, [key]: value } })}
          />
        ))}
        {scale === 'norm*wnorm' && <RadiusSlider index={index} name={name} />}
      </div>
      <LaneReadings index={index} name={name} margin={margin} />
      <LaneNotes index={index} config={config} margin={margin} />
      <LaneOptions
        name={name}
        loss={loss}
        chosen={config.options}
        onChoose={(option, choice) => become({ ...config, options: { ...config.options, [option]: choice } })}
      />
    </section>
  );
}
