import { useWords } from './context';

/** A choice from a few numbers, the first being the default of the data set. */
export function NumberChoice({
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
