import { memo, useDeferredValue, useId } from 'react';
import { replaceLane, setValue } from '../lab/lanes';
import { lossOf, marginOf, settingOf } from '../lab/settings';
import { LOSSES } from '../losses';
import { choose } from '../margin/compile';
import { defaultConfig, type LaneConfig } from '../margin/loss';
import { useLab, useLabState, useWords } from './context';
import { Hint } from './Hint';
import { laneToTry } from './hints';
import { Icon } from './Icon';
import { LaneCircle } from './LaneCircle';
import { LaneFormula } from './LaneFormula';
import { LaneGlobe } from './LaneGlobe';
import { LaneHealth } from './LaneHealth';
import { LaneNotes } from './LaneNotes';
import { LaneOptions } from './LaneOptions';
import { LaneRaw } from './LaneRaw';
import { LaneReadings } from './LaneReadings';
import { LaneTools } from './LaneTools';
import type { Looks } from './looks';
import { OwnFormula } from './OwnFormula';
import { ParamSlider } from './ParamSlider';
import { RadiusSlider } from './RadiusSlider';

/** One loss: its formula, its circle, its sliders, its numbers. Of a slider's lane only the circle is in a hurry. */
export const Lane = memo(function Lane({
  index,
  colour,
  name,
  config,
  language,
  theme,
  type,
}: Looks & {
  readonly index: number;
  readonly colour: number;
  readonly name: string;
  readonly config: LaneConfig;
}) {
  const lab = useLab();
  const words = useWords();
  const heading = useId();
  const enlarged = useLabState((state) => state.enlarged === index);
  const view = useLabState(({ settings }) => settings.view);
  const classes = useLabState(({ settings }) => settingOf(settings).classes);
  const dim = useLabState(({ settings }) => settings.dim);
  const symbolToTry = useLabState(({ settings }) => {
    const toTry = laneToTry(settings.lanes);
    return toTry?.index === index ? toTry.symbol : null;
  });
  // The plane of raw features is one of two dimensions.
  const Picture = dim === 3 ? LaneGlobe : view === 'raw' ? LaneRaw : LaneCircle;
  const loss = lossOf(config);
  const margin = marginOf(config);
  const shown = useDeferredValue(config);
  const { scale } = choose(loss, config.options);
  const params = Object.entries(loss.params).filter(([, param]) => param.role === 'margin' || scale === 's');

  const become = (next: LaneConfig, gesture = false): void => {
    lab.change({ lanes: replaceLane(lab.store.getState().settings.lanes, index, next) }, gesture);
  };
  const set = (key: string, value: number): void => {
    const { lanes, linked } = lab.store.getState().settings;
    lab.change({ lanes: setValue(lanes, index, key, value, linked) }, true);
  };

  return (
    <section
      className={enlarged ? 'lane lane-enlarged' : 'lane'}
      aria-labelledby={heading}
      lang={language}
      data-theme={theme}
      data-type={type}
      style={{ '--lane': `var(--lane-${colour})` } as React.CSSProperties}
    >
      <header className="lane-head">
        <div className="lane-name">
          <h2 id={heading}>{name}</h2>
          <Icon name="chevron" />
          <select
            className="lane-choice"
            aria-label={words.chooseLoss(name)}
            value={loss.id}
            onChange={(event) =>
              become(defaultConfig(lossOf({ loss: event.target.value }), { classes, dim }))
            }
          >
            {LOSSES.map(({ id, name: title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </div>
      </header>
      <LaneTools index={index} name={name} />
      <LaneFormula loss={lossOf(shown)} margin={marginOf(shown)} />
      <Picture index={index} name={name} margin={margin} />
      <div className="lane-sliders">
        {loss.typed && (
          <OwnFormula name={name} loss={loss} config={config} onChange={(next) => become(next, true)} />
        )}
        {params.map(([key, param]) => (
          <ParamSlider
            key={key}
            lane={name}
            param={param}
            value={config.values[key] ?? param.min}
            onChange={(value) => set(key, value)}
          />
        ))}
        {scale === 'norm*wnorm' && Picture !== LaneRaw && <RadiusSlider index={index} name={name} />}
        {symbolToTry !== null && Picture !== LaneRaw && (
          <Hint hint="margin" text={words.hints.margin(symbolToTry)} />
        )}
        {index === 0 && <Hint hint="pick" text={dim === 3 ? words.hints.pickOnGlobe : words.hints.pick} />}
      </div>
      <LaneReadings index={index} name={name} />
      <div className="lane-notes">
        <LaneHealth index={index} name={name} />
        <LaneNotes index={index} config={shown} margin={marginOf(shown)} />
      </div>
      <LaneOptions
        name={name}
        loss={loss}
        chosen={config.options}
        onChoose={(option, choice) => become({ ...config, options: { ...config.options, [option]: choice } })}
      />
    </section>
  );
});
