import { useId } from 'react';
import type { Param } from '../margin/loss';
import { decimalsOf } from '../margin/tex';
import { useLab, useWords } from './context';
import { decimals, degrees } from './format';

interface ParamSliderProps {
  readonly lane: string;
  readonly param: Param;
  readonly value: number;
  readonly onChange: (value: number) => void;
}

const INDICES = '₀₁₂₃₄₅₆₇₈₉';
/** m₂ with its index set low: fonts without a ₂ would borrow it from another. */
function Indexed({ text }: { readonly text: string }) {
  const index = INDICES.indexOf(text.at(-1) ?? '');
  if (index < 0) return text;
  return (
    <>
      {text.slice(0, -1)}
      <sub>{index}</sub>
    </>
  );
}

/** One parameter of a loss. */
export function ParamSlider({ lane, param, value, onChange }: ParamSliderProps) {
  const words = useWords();
  const { settle } = useLab();
  const id = useId();
  const name = words.parameter(lane, words[param.role], param.symbol);
  const shown = decimals(value, decimalsOf(param.step));
  const degreesToo = param.unit === 'rad' ? ` (${degrees(value)})` : '';
  const { min, max, step } = param;
  return (
    <div className="slider">
      <label htmlFor={id} title={name}>
        <Indexed text={param.symbol} />
      </label>
      <input
        id={id}
        type="range"
        aria-label={name}
        aria-valuetext={`${shown} ${words.units[param.unit]}${degreesToo}`}
        style={{ '--part': (value - min) / (max - min) } as React.CSSProperties}
        {...{ min, max, step, value }}
        onChange={(event) => onChange(Number(event.target.value))}
        onPointerUp={settle}
        onKeyUp={settle}
        onBlur={settle}
      />
      <span className="slider-value">
        {shown}
        {degreesToo !== '' && <small>{degrees(value)}</small>}
      </span>
    </div>
  );
}
