import type { Repair } from '../lab/addressParts';
import { useLab, useLabState, useWords } from './context';
import { Icon } from './Icon';

/** What the address could not say, until it is dismissed. */
export function Repairs() {
  const lab = useLab();
  const words = useWords();
  const repairs = useLabState((state) => state.repairs);
  if (repairs.length === 0) return null;
  const say = (repair: Repair): string => {
    switch (repair.type) {
      case 'unknown':
        return words.repairs.unknown(repair.name, repair.given);
      case 'value':
        return words.repairs.value(repair.name, repair.given, repair.used);
      case 'tooManyLanes':
        return words.repairs.tooManyLanes(repair.most);
      case 'tooLong':
        return words.repairs.tooLong;
    }
  };
  return (
    <div className="notice notice-bad repairs" role="status">
      <Icon name="warning" />
      <div>
        <strong>{words.repairs.title}</strong>
        <ul>
          {[...new Set(repairs.map(say))].slice(0, 8).map((text) => (
            <li key={text}>{text}</li>
          ))}
          {repairs.length > 8 && <li>…</li>}
        </ul>
      </div>
      <button type="button" onClick={lab.forgetRepairs}>
        {words.repairs.close}
      </button>
    </div>
  );
}
