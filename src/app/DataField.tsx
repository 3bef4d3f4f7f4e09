import type { DataParam } from '../data/dataset';
import { useLanguage } from './context';

/** A number or a choice of classes of the data set. */
export function DataField({
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
      <div className="chips-row">
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
      </div>
    </fieldset>
  );
}
